// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import "../../tests/fixtures/own-window"
import { DONE, LINK, noted, open, pass, reads, show, signals, world } from "../../tests/fixtures/watched-page"

describe("delivery", () => {
  const failures: [string, () => Promise<unknown>][] = [
    ["nobody is there", () => Promise.reject(new Error("Could not establish connection."))],
    ["the service worker was killed", () => Promise.resolve(undefined)],
    ["nobody answers", () => new Promise(() => {})],
    ["the background failed", () => Promise.resolve({ ok: false, failure: "internal" })],
    ["the storage is full", () => Promise.resolve({ ok: false, failure: "storage-full" })],
  ]
  it.each(failures)("sends the same read again when %s", async (_name, fail) => {
    let tries = 0
    world.answer = (message) => (message.type === "page-read" && ++tries <= 3 ? fail() : noted(message))
    await open("/", LINK)
    await pass(120_000)
    expect(reads()).toHaveLength(4)
    expect(new Set(reads().map(({ read }) => read)).size).toBe(1)
    await pass(600_000)
    expect(reads()).toHaveLength(4)
  })

  it("asks again for the site, too", async () => {
    let tries = 0
    world.answer = (message) => (++tries <= 2 ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    await pass(10_000)
    expect(world.sent.map(({ type }) => type)).toEqual([
      "page-opened",
      "page-opened",
      "page-opened",
      "page-read",
      "page-hint",
    ])
  })

  it("waits longer each time, and not at all when the page has something new", async () => {
    world.answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    await pass(1_000_000)
    const before = reads().length
    expect(before).toBeLessThan(25)
    world.answer = noted
    show(DONE)
    await pass(1000)
    expect(signals().slice(before)).toEqual(["wallet-not-linked", "wallet-severable"])
  })

  it("keeps a bounded number of reads", async () => {
    world.answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    for (let change = 0; change < 60; change += 1) {
      show(change % 2 ? LINK : DONE)
      await pass(300)
    }
    const before = reads().length
    world.answer = noted
    await pass(120_000)
    expect(reads().length - before).toBe(20)
    expect(
      new Set(
        reads()
          .slice(before)
          .map(({ read }) => read),
      ).size,
    ).toBe(20)
  })

  it.each(["not-understood", "not-allowed", "unknown-participant"])(
    "accepts a refusal: %s",
    async (failure) => {
      world.answer = (message) =>
        message.type === "page-read" ? Promise.resolve({ ok: false, failure }) : noted(message)
      await open("/", LINK)
      await pass(600_000)
      expect(reads()).toHaveLength(1)
    },
  )

  it("splits what is too much for one message", async () => {
    const row = (day: number) =>
      `<tr><td>Rp50.000</td><td>Berhasil</td><td>${(day % 28) + 1}/${(day % 12) + 1}/2024</td></tr>`
    await open("/", `<main><table>${Array.from({ length: 250 }, (_, at) => row(at)).join("")}</table></main>`)
    await pass(5000)
    expect(reads().map(({ observations }) => observations.length)).toEqual([200, 50])
  })
})
