import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { newAllowance } from "./allowance"
import { doorOf } from "./door"

vi.mock("webextension-polyfill", () => ({ default: {} }))

const HOME = "chrome-extension://own/"
const own = { id: "own", url: `${HOME}popup.html`, origin: "chrome-extension://own" }
const site = (tab: number) => ({
  id: "own",
  url: "https://dashboard.prakerja.go.id/",
  origin: "https://dashboard.prakerja.go.id",
  frameId: 0,
  tab: { id: tab } as never,
})
const never = () => new Promise<never>(() => {})
/** What was answered by now. */
const byNow = (answer: Promise<unknown>) => Promise.race([answer, Promise.resolve("nothing yet")])
const done = { ok: true as const, value: [] }
const unavailable = { ok: false, failure: "storage-unavailable" }

const carryOut = vi.fn<Parameters<typeof doorOf>[0]["carryOut"]>(async () => done)
const house = { id: "own", home: HOME, ready: async () => undefined as unknown, carryOut }
const doorTo = (changes: Partial<typeof house> = {}) =>
  doorOf({ ...house, ...changes, allowance: newAllowance(() => performance.now()) })

beforeEach(() => {
  vi.useFakeTimers()
  carryOut.mockReset().mockImplementation(async () => done)
})
afterEach(() => vi.useRealTimers())

describe("the door", () => {
  it("lets in whom the browser vouches for", async () => {
    expect(await doorTo()({ type: "overview" }, own)).toBe(done)
    expect(await doorTo()({ type: "page-opened" }, site(1))).toBe(done)
    expect(carryOut.mock.calls.map(([, sender]) => sender.trust)).toEqual(["own-page", "page"])
  })

  it.each([
    ["a stranger", { type: "overview" }, { id: "other" }, "not-allowed"],
    ["no message", "hello", own, "not-understood"],
    ["a type that there is not", { type: "toString" }, own, "not-understood"],
  ])(
    "carries nothing out for %s, and does not wait for the database",
    async (_what, message, from, failure) => {
      expect(await doorTo({ ready: never })(message, from as never)).toEqual({ ok: false, failure })
      expect(carryOut).not.toHaveBeenCalled()
    },
  )

  it("has a page come again that is only prepared", async () => {
    const prepared = { ...site(1), documentLifecycle: "prerender", frameId: 7 }
    expect(await doorTo()({ type: "page-opened" }, prepared)).toEqual({ ok: false, failure: "too-much" })
    expect(carryOut).not.toHaveBeenCalled()
  })

  it("begins nothing while the database does not open, and says so in time", async () => {
    const answer = doorTo({ ready: never })({ type: "overview" }, own)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await byNow(answer)).toEqual(unavailable)
    expect(carryOut).not.toHaveBeenCalled()
  })

  it.each([
    ["overview", own, 60_000],
    ["page-read", site(1), 60_000],
    ["import-backup", own, 600_000],
  ])("answers %s although it never comes to an end", async (type, from, patience) => {
    const answer = doorTo({ carryOut: vi.fn(never) })({ type }, from)
    await vi.advanceTimersByTimeAsync(patience - 1)
    expect(await byNow(answer)).toBe("nothing yet")
    await vi.advanceTimersByTimeAsync(1)
    expect(await byNow(answer)).toEqual(unavailable)
  })

  it("does not throw what is thrown behind it", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {})
    const broken = vi.fn(async () => Promise.reject(new Error("broken")))
    expect(await doorTo({ carryOut: broken })({ type: "overview" }, own)).toEqual({
      ok: false,
      failure: "internal",
    })
  })

  it("does not let one tab keep it busy, and lets the others in", async () => {
    const door = doorTo()
    const answers: unknown[] = []
    for (let sent = 0; sent < 300; sent += 1) answers.push(await door({ type: "page-opened" }, site(1)))
    expect(answers.filter((answer) => answer === done)).toHaveLength(240)
    expect(answers.at(-1)).toEqual({ ok: false, failure: "too-much" })
    expect(await door({ type: "page-opened" }, site(2))).toBe(done)
  })

  it("has no more than a few of a tab's messages under way", async () => {
    const door = doorTo({ carryOut: vi.fn(never) })
    const answers = Array.from({ length: 10 }, () => door({ type: "page-opened" }, site(1)))
    await vi.advanceTimersByTimeAsync(60_000)
    const failures = (await Promise.all(answers)).map((answer) => (answer.ok ? "" : answer.failure))
    expect(failures.filter((failure) => failure === "too-much")).toHaveLength(6)
  })
})
