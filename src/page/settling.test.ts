// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import "../../tests/fixtures/own-window"
import { trusted } from "../../tests/fixtures/trusted"
import { DONE, LINK, open, pass, reads, show, signals, world } from "../../tests/fixtures/watched-page"

describe("a look", () => {
  it("rests the longer after a look the longer that took", async () => {
    await open("/", LINK)
    const now = performance.now.bind(performance)
    let late = 0
    vi.spyOn(performance, "now").mockImplementation(() => now() + late)
    // Somebody asks the page for its nodes, which takes half a second.
    const slow = vi.spyOn(Element.prototype, "matches").mockImplementation(function (
      this: Element,
      selector,
    ) {
      if (late === 0) late = 500
      return this.closest(selector) === this
    })
    show(DONE)
    await pass(1000)
    slow.mockRestore()
    expect(reads()).toHaveLength(2)
    show(LINK)
    await pass(8000)
    expect(reads()).toHaveLength(2)
    await pass(3000)
    expect(reads()).toHaveLength(3)
  })

  it("waits until changes stop", async () => {
    await open("/", LINK)
    show(DONE)
    await pass(200)
    document.body.append("a")
    await pass(200)
    expect(reads()).toHaveLength(1)
    await pass(100)
    expect(reads()).toHaveLength(2)
  })

  it("does not wait for ever while the page keeps changing", async () => {
    await open("/", LINK)
    show(DONE)
    const begun = performance.now()
    while (reads().length < 2 && performance.now() - begun < 10_000) {
      document.body.append("a")
      await pass(100)
    }
    expect(signals()[1]).toBe("wallet-severable")
    expect(performance.now() - begun).toBeGreaterThan(1500)
    expect(performance.now() - begun).toBeLessThanOrEqual(2300)
  })

  it("only notes the time when a page changes", async () => {
    await open("/", LINK)
    const timers = vi.spyOn(globalThis, "setTimeout")
    const styles = vi.spyOn(window, "getComputedStyle")
    for (let change = 0; change < 50; change += 1) {
      document.body.append("a")
      await Promise.resolve()
    }
    expect(timers).toHaveBeenCalledTimes(1)
    expect(styles).not.toHaveBeenCalled()
  })

  it("waits while the page is in the background", async () => {
    await open("/", LINK)
    const state = vi.spyOn(Document.prototype, "visibilityState", "get").mockReturnValue("hidden")
    show(DONE)
    await pass(30_000)
    expect(reads()).toHaveLength(1)
    state.mockReturnValue("visible")
    document.dispatchEvent(trusted("visibilitychange"))
    await pass(1000)
    expect(signals()[1]).toBe("wallet-severable")
    state.mockRestore()
  })

  it("gives up the look that a navigation overtakes", async () => {
    await open("/", LINK)
    show(DONE)
    await pass(240)
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(240)
    expect(reads()).toHaveLength(1)
    await pass(300)
    expect(reads()).toHaveLength(2)
  })

  it("gives up a look that already waits for the browser to be idle", async () => {
    const idle = new Map<number, () => void>()
    vi.stubGlobal("requestIdleCallback", (run: () => void) => idle.set(idle.size + 1, run).size)
    await open("/", LINK)
    for (const run of idle.values()) run()
    await pass(100)
    expect(reads()).toHaveLength(1)
    idle.clear()
    show(DONE)
    await pass(300)
    expect(idle.size).toBe(1)
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    for (const run of idle.values()) run()
    expect(reads()).toHaveLength(1)
    await pass(300)
    expect(idle.size).toBe(2)
    for (const run of idle.values()) run()
    await pass(100)
    expect(reads()).toHaveLength(2)
  })
})

describe("a look that takes longer than half a frame", () => {
  const MANY = "<p>teks</p>".repeat(3000)
  const large = (main: string) => main.replace("</main>", `</main>${MANY}`)

  /** Runs what waits for the browser to be idle, each time that it does. */
  let idle: (() => void)[]
  const turn = async () => {
    for (const run of idle.splice(0)) run()
    await pass(0)
  }
  const turns = async () => {
    let count = 0
    for (; idle.length > 0; count += 1) await turn()
    return count
  }

  beforeEach(() => {
    idle = []
    vi.stubGlobal("requestIdleCallback", (run: () => void) => idle.push(run))
    const now = performance.now.bind(performance)
    let late = 0
    vi.spyOn(performance, "now").mockImplementation(() => now() + late)
    // Each text of the page takes a tenth of a millisecond.
    const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, "data") as PropertyDescriptor
    vi.spyOn(CharacterData.prototype, "data", "get").mockImplementation(function (this: CharacterData) {
      late += 0.1
      return data.get?.call(this)
    })
  })
  afterEach(() => vi.restoreAllMocks())

  it("goes on when the browser is idle again, and tells the page once", async () => {
    await open("/", large(LINK))
    expect(await turns()).toBeGreaterThan(20)
    expect(signals()).toEqual(["wallet-not-linked"])
  })

  it("tells nothing of a page that changed in between", async () => {
    await open("/", large(LINK))
    await turn()
    await turn()
    show(large(DONE))
    await pass(1000)
    expect(await turns()).toBeGreaterThan(0)
    await pass(1000)
    await turns()
    expect(signals()).toEqual(["wallet-severable"])
  })

  it("tells nothing of a page that went elsewhere in between, or is to be looked at by nobody", async () => {
    await open("/", large(LINK))
    await turn()
    world.at = "/masuk"
    await turns()
    expect(reads()).toEqual([])
    const place = globalThis as { [key: symbol]: unknown }
    world.at = "/"
    await pass(10_000)
    await turn()
    place[Symbol.for("jejak.resting")] = true
    await turns()
    expect(reads()).toEqual([])
    delete place[Symbol.for("jejak.resting")]
  })

  it("is taken at once where the page never stops to change", async () => {
    await open("/", large(LINK))
    let changes = 0
    for (; changes < 60 && reads().length === 0; changes += 1) {
      await turn()
      document.body.append("a")
      await pass(300)
    }
    expect(signals()).toEqual(["wallet-not-linked"])
    // The one before went on to its end, for its code to have been run.
    expect(changes).toBeGreaterThan(20)
  })

  it("is taken less and less often while it finds nothing new", async () => {
    await open("/", large(LINK))
    await turns()
    const begun: number[] = []
    for (const end = Date.now() + 400_000; Date.now() < end; ) {
      document.body.append("a")
      await pass(300)
      if (idle.length > 0) begun.push(Date.now())
      while (idle.length > 0) for (const run of idle.splice(0)) run()
    }
    const pauses = begun.slice(1).map((at, place) => at - (begun[place] ?? 0))
    expect(pauses.slice(0, 3)).toEqual([...pauses.slice(0, 3)].sort((a, b) => a - b))
    expect(pauses.at(-1)).toBeGreaterThan(3 * (pauses[0] ?? 0))
    show(large(DONE))
    await pass(60_000)
    await turns()
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
  })
})
