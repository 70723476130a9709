import { describe, expect, it } from "vitest"
import { MOST_OF_A_BACKUP } from "./limits"
import { isBearable } from "./size"

const particulars = { title: "J".repeat(200), provider: "P".repeat(120), mode: "self-paced" }
const days = { startsAt: "2024-03-01T09:00", endsAt: "2024-03-01T09:00", boughtOn: "2024-03-01" }
const observation = {
  signal: "s".repeat(60),
  training: { ...particulars, ...days },
  values: { amount: 1, date: "2024-03-01", days: 1, n: 1, ordinal: 1, provider: "x", card: "1", name: "n" },
  words: "w".repeat(120),
  place: { kind: "control", section: "s".repeat(120) },
}
const cyclic: Record<string, unknown> = { type: "overview" }
cyclic.again = cyclic
const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) })

describe("a message's size", () => {
  it("lets the largest through that there are", () => {
    const read = { type: "page-read", read: "r", kind: "read", observations: Array(200).fill(observation) }
    expect(isBearable(read, "page")).toBe(true)
    const split = {
      type: "split-training",
      facts: Array(1000).fill("f".repeat(80)),
      sites: Array(20).fill("s"),
    }
    expect(isBearable(split, "own-page")).toBe(true)
    const backup = { type: "import-backup", backup: "x".repeat(MOST_OF_A_BACKUP) }
    expect(isBearable(backup, "own-page")).toBe(true)
    expect(isBearable(backup, "page")).toBe(false)
  })

  it.each([
    ["many elements", { observations: Array(20_000).fill(0) }],
    ["a list that claims to be endless", { observations: Array(2 ** 32 - 1) }],
    ["many names", Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`n${n}`, n]))],
    ["a long name", { ["n".repeat(600_000)]: 1 }],
    ["long texts", { one: "x".repeat(300_000), other: "x".repeat(300_000) }],
    ["depth", nested(7)],
    ["what goes round", cyclic],
    ["NaN", { n: Number.NaN }],
    ["what is endless", { n: Number.POSITIVE_INFINITY }],
    ["a large number of another kind", { n: 1n }],
    ["a Map", { m: new Map() }],
    ["a Date", { d: new Date(0) }],
    ["bytes", { b: new Uint8Array(8) }],
    ["a class's own", { c: new (class Own {})() }],
    ["what may be called", { f: () => 1 }],
    [
      "what throws when it is looked at",
      {
        get type() {
          throw new Error("no")
        },
      },
    ],
  ])("does not bear %s", (_what, raw) => {
    expect(isBearable(raw, "page")).toBe(false)
  })
})
