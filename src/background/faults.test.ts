import fc from "fast-check"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { fakeStorage } from "../../tests/fixtures/storage-areas"
import { faultOf } from "../messages/fault-shape"
import { faultSchema } from "../messages/faults"
import { Locked } from "../storage/locking"
import { MOST_FAULTS, redacted } from "./fault-log"
import { faults, forgetFaults, noteFault } from "./faults"
import { Refusal } from "./refusal"
import "./rest"

const areas = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock("webextension-polyfill", () => ({ default: areas }))

const CHROMIUM = (message: string) => `TypeError: ${message}
    at Xe (chrome-extension://abcdefghijklmnop/reader.js:1:20567)
    at async Promise.all (index 0)
    at chrome-extension://abcdefghijklmnop/shared/TYCX2HIM.js:1:12
    at https://dashboard.prakerja.go.id/suketi.js:1:2
    at <anonymous>`
const FIREFOX = `Xe@moz-extension://0c1b-23/static/background/index.js:1:20567
async*rt@moz-extension://0c1b-23/static/background/index.js:3:4
@https://dashboard.prakerja.go.id/suketi.js:1:2
`

let local: ReturnType<typeof fakeStorage>["local"]
beforeEach(async () => {
  areas.storage = fakeStorage()
  local = (areas.storage as ReturnType<typeof fakeStorage>).local
  vi.spyOn(console, "error").mockImplementation(() => {})
})

describe("what is kept of a mistake", () => {
  it("is its class and its places in our own files, in the way of both browsers", () => {
    const error = new TypeError("Suketi 0812")
    error.stack = CHROMIUM(error.message)
    const frames = ["reader.js:1:20567", "shared/TYCX2HIM.js:1:12"]
    expect(redacted(error)).toEqual({ error: "TypeError", frames })
    error.stack = FIREFOX
    const own = ["static/background/index.js:1:20567", "static/background/index.js:3:4"]
    expect(redacted(error)).toEqual({ error: "TypeError", frames: own })
  })

  it("is nothing of its message, even where that looks like a place of ours", () => {
    const message = "x\n    at chrome-extension://abcdefghijklmnop/reader.js:3171010:9876"
    const error = new Error(message)
    error.stack = CHROMIUM(message)
    expect(redacted(error).frames).toEqual(["reader.js:1:20567", "shared/TYCX2HIM.js:1:12"])
  })

  const hostile = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom("Suketi", "__proto__", "suketi.js:1:2", "chrome-extension://a/suketi.js:1:2"),
    fc.string().map((text) => CHROMIUM(text)),
    fc.string().map((text) => `${text}@moz-extension://a/${text}.js:1:2`),
  )
  const PLACE =
    /^(?:(?:reader|hint|report|static\/background\/index|words\/(?:id|en))\.js|(?:popup|options|tabs\/[a-z]+|shared\/[0-9A-Z]{8}|later\/[a-z]+)\.js):\d{1,7}:\d{1,7}$/

  it("is nothing else, whatever an error holds", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (name, message, stack, throws) => {
        const getters = { get: () => fc.assert(fc.property(fc.constant(0), () => false)) }
        const error = throws
          ? Object.defineProperties({}, { name: getters, message: getters, stack: getters })
          : { name, message, stack }
        for (const one of [error, name, Object.assign(new Error("x"), { name, message, stack })]) {
          const kept = redacted(one)
          expect(kept.error).toMatch(/^(?:[A-Za-z]+Error|Error|NoProgramme)$/)
          for (const frame of kept.frames) expect(frame).toMatch(PLACE)
          expect(faultSchema.safeParse(kept).success).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it("is, of what a page tells, no more", () => {
    const told = { error: "Suketi", frames: ["suketi.js:1:2", "reader.js:1:2"] }
    expect(faultSchema.safeParse(told).success).toBe(true)
    expect(redacted(told)).toEqual({ error: "Error", frames: ["reader.js:1:2"] })
  })

  it("fits a message, whatever was thrown in the page", () => {
    for (const thrown of [new TypeError("x"), undefined, null, 5, "text", {}, { name: "a b", stack: 7 }])
      expect(faultSchema.safeParse(faultOf(thrown)).success).toBe(true)
  })
})

describe("the log of mistakes", () => {
  it("tells the same mistake once, with how often and when, the newest first", async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    vi.setSystemTime("2024-07-01T01:00:00Z")
    noteFault("badge", new TypeError("a"))
    noteFault("reader", { error: "RangeError", frames: ["reader.js:1:2"] }, "dashboard")
    vi.setSystemTime("2024-07-01T02:00:00Z")
    noteFault("reader", { error: "RangeError", frames: ["reader.js:1:2"] }, "dashboard")
    vi.useRealTimers()
    const [first = "", last = ""] = ["2024-07-01T01:00:00.000Z", "2024-07-01T02:00:00.000Z"]
    expect(await faults()).toEqual([
      {
        where: "reader",
        site: "dashboard",
        error: "RangeError",
        frames: ["reader.js:1:2"],
        first,
        last,
        count: 2,
      },
      { where: "badge", error: "TypeError", frames: [], first, last: first, count: 1 },
    ])
  })

  it("loses none of those that come together, and keeps the last fifty", async () => {
    for (let at = 0; at < 3 * MOST_FAULTS; at += 1)
      noteFault("reader", { error: "Error", frames: [`reader.js:1:${at}`] })
    const kept = await faults()
    const expected = Array.from({ length: MOST_FAULTS }, (_, at) => `reader.js:1:${3 * MOST_FAULTS - 1 - at}`)
    expect(kept.map(({ frames }) => frames[0])).toEqual(expected)
  })

  it("counts what is there at every start once", async () => {
    for (const _ of [1, 2, 3]) noteFault("pack", new TypeError("a"), "pintar", true)
    expect(await faults()).toMatchObject([{ site: "pintar", count: 1 }])
  })

  it("has nothing of what is expected: refused, locked, full, no database", async () => {
    noteFault("message", new Refusal("not-allowed"))
    noteFault("message", new Locked("x"))
    noteFault("message", Object.assign(new Error("x"), { name: "QuotaExceededError" }))
    noteFault("message", Object.assign(new Error("x"), { name: "OpenFailedError" }))
    expect(await faults()).toEqual([])
  })

  it("drops what goes wrong with itself, and goes on afterwards", async () => {
    const { get, set } = local
    for (const broken of [
      { get: () => Promise.reject(new Error("a")) },
      { set: () => Promise.reject(new Error("b")) },
    ]) {
      Object.assign(local, { get, set }, broken)
      expect(() => noteFault("badge", new TypeError("a"))).not.toThrow()
      await faults()
    }
    Object.assign(local, { get, set })
    expect(await faults()).toEqual([])
    noteFault("badge", new TypeError("a"))
    expect(await faults()).toHaveLength(1)
  })

  it("is told as empty where something else lies in its place", async () => {
    for (const other of [5, [{ where: "Suketi 0812" }], { a: 1 }, [null]]) {
      await local.set({ faults: other })
      expect(await faults()).toEqual([])
    }
  })

  it("forgets what is of a site, and everything", async () => {
    noteFault("reader", new TypeError("a"), "host:kelas.karsa.example")
    noteFault("reader", new TypeError("a"), "dashboard")
    noteFault("badge", new TypeError("a"))
    await forgetFaults(["host:kelas.karsa.example"])
    expect((await faults()).map(({ site }) => site)).toEqual([undefined, "dashboard"])
    await forgetFaults()
    expect(await faults()).toEqual([])
    expect(local.items.has("faults")).toBe(false)
  })
})
