// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import "../../tests/fixtures/own-window"
import { trusted } from "../../tests/fixtures/trusted"
import type { PageMessage } from "../messages/messages"
import { programmes } from "../programmes/registry"
import { watchPage } from "./watch"

type PageRead = Extract<PageMessage, { type: "page-read" }>

const site = programmes[0]?.sites[0]
const LINK = "<main><button>Sambungkan Sekarang</button></main>"
const DONE = "<main><button>Putuskan Rekening</button></main>"

let sent: PageMessage[]
let answer: (message: PageMessage) => Promise<unknown>
let runtime: { id?: string; sendMessage(message: PageMessage): Promise<unknown> }
let navigation: EventTarget
let stop: () => void
let at: string

const reads = () => sent.filter((message): message is PageRead => message.type === "page-read")
const signals = () => reads().map(({ observations }) => observations.map(({ signal }) => signal).join(" "))
const noted = async (message: PageMessage): Promise<unknown> =>
  message.type === "page-opened" ? { ok: true, value: { site } } : { ok: true, value: { noted: 1 } }
const show = (html: string) => document.body.replaceChildren(...parse(html))
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html").body.childNodes
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

async function open(path: string, html: string) {
  at = path
  show(html)
  stop = watchPage()
  await pass(2000)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] })
  sent = []
  answer = noted
  runtime = {
    id: "jejak",
    sendMessage: (message) => {
      sent.push(structuredClone(message))
      return answer(message)
    },
  }
  navigation = new EventTarget()
  vi.stubGlobal("chrome", { runtime })
  vi.stubGlobal("navigation", navigation)
  vi.stubGlobal("location", {
    get href() {
      return `https://dashboard.prakerja.go.id${at}`
    },
  })
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe("watchPage", () => {
  it("asks once for the site, reads once the page has settled and tells it once", async () => {
    await open("/", LINK)
    await pass(60_000)
    expect(sent.map(({ type }) => type)).toEqual(["page-opened", "page-read"])
    expect(reads()[0]).toMatchObject({ kind: "read", observations: [{ signal: "wallet-not-linked" }] })
  })

  it("tells only what differs from what it told before", async () => {
    await open("/", LINK)
    document.body.append(document.createElement("hr"))
    await pass(5000)
    expect(reads()).toHaveLength(1)
    show(DONE)
    await pass(5000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
    show(LINK)
    await pass(5000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable", "wallet-not-linked"])
  })

  it("does not hammer while the notes are locked: what was refused is sent again only when the page differs", async () => {
    answer = async (message) =>
      message.type === "page-opened" ? noted(message) : { ok: false, failure: "locked" }
    await open("/", LINK)
    await pass(600_000)
    expect(reads()).toHaveLength(1)
    show(DONE)
    await pass(600_000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
  })

  it("rests in a page that another was shown, also when it is put in anew, until that goes elsewhere", async () => {
    await open("/", LINK)
    const place = globalThis as { [key: symbol]: unknown }
    place[Symbol.for("jejak.resting")] = true
    stop = watchPage()
    await pass(60_000)
    show(DONE)
    await pass(60_000)
    expect(signals()).toEqual(["wallet-not-linked"])
    at = "/rekening"
    navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(2000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
    expect(place[Symbol.for("jejak.resting")]).toBeUndefined()
  })

  it("rests on while the page only says that it went elsewhere, and does not look for that", async () => {
    await open("/", LINK)
    const place = globalThis as { [key: symbol]: unknown }
    place[Symbol.for("jejak.resting")] = true
    at = "/rekening"
    show(DONE)
    for (const name of ["navigatesuccess", "popstate", "hashchange"]) {
      navigation.dispatchEvent(new Event(name))
      window.dispatchEvent(new Event(name))
    }
    await pass(60_000)
    expect(place[Symbol.for("jejak.resting")]).toBe(true)
    at = "/"
    navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(60_000)
    expect(place[Symbol.for("jejak.resting")]).toBe(true)
    expect(signals()).toEqual(["wallet-not-linked"])
    delete place[Symbol.for("jejak.resting")]
  })

  it("is not made to look by events that the page dispatches itself", async () => {
    await open("/", LINK)
    const timers = vi.spyOn(globalThis, "setTimeout")
    for (let count = 0; count < 100; count += 1) {
      navigation.dispatchEvent(new Event("navigatesuccess"))
      window.dispatchEvent(new Event("pageshow"))
      document.dispatchEvent(new Event("visibilitychange"))
    }
    expect(timers).not.toHaveBeenCalled()
    navigation.dispatchEvent(trusted("navigatesuccess"))
    expect(timers).toHaveBeenCalledTimes(1)
  })

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

  it("reads again after a navigation within the page, and is silent on a silent path", async () => {
    await open("/", LINK)
    at = "/masuk"
    show(DONE)
    navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(5000)
    expect(reads()).toHaveLength(1)
    at = "/rekening"
    navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(5000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
  })

  it("gives up the look that a navigation overtakes", async () => {
    await open("/", LINK)
    show(DONE)
    await pass(240)
    navigation.dispatchEvent(trusted("navigatesuccess"))
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
    navigation.dispatchEvent(trusted("navigatesuccess"))
    for (const run of idle.values()) run()
    expect(reads()).toHaveLength(1)
    await pass(300)
    expect(idle.size).toBe(2)
    for (const run of idle.values()) run()
    await pass(100)
    expect(reads()).toHaveLength(2)
  })

  it("follows the hash and the history where there is no Navigation API", async () => {
    vi.stubGlobal("navigation", undefined)
    await open("/masuk", DONE)
    expect(reads()).toHaveLength(0)
    at = "/"
    window.dispatchEvent(trusted("popstate"))
    await pass(5000)
    expect(signals()).toEqual(["wallet-severable"])
  })

  it("sees what changes inside an open shadow tree", async () => {
    await open("/", "<main><x-box></x-box></main>")
    const root = document.querySelector("x-box")?.attachShadow({ mode: "open" }) as ShadowRoot
    document.body.append("a")
    await pass(3000)
    root.append(...parse(DONE))
    await pass(3000)
    expect(signals()).toContain("wallet-severable")
  })

  it("does nothing in a frame", async () => {
    vi.stubGlobal("top", {})
    const top = vi.spyOn(window, "top", "get").mockReturnValue({} as Window)
    await open("/", LINK)
    expect(sent).toEqual([])
    top.mockRestore()
  })

  it("stops where no site is described", async () => {
    answer = async () => ({ ok: true, value: { site: null } })
    await open("/", LINK)
    show(DONE)
    await pass(60_000)
    expect(sent).toHaveLength(1)
  })

  it("lets a later script of the same extension take over", async () => {
    await open("/", LINK)
    const first = stop
    stop = watchPage()
    await pass(3000)
    expect(sent.map(({ type }) => type)).toEqual(["page-opened", "page-read", "page-opened", "page-read"])
    show(DONE)
    await pass(3000)
    expect(signals().filter((signal) => signal === "wallet-severable")).toHaveLength(1)
    first()
  })
})

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
    answer = (message) => (message.type === "page-read" && ++tries <= 3 ? fail() : noted(message))
    await open("/", LINK)
    await pass(120_000)
    expect(reads()).toHaveLength(4)
    expect(new Set(reads().map(({ read }) => read)).size).toBe(1)
    await pass(600_000)
    expect(reads()).toHaveLength(4)
  })

  it("asks again for the site, too", async () => {
    let tries = 0
    answer = (message) => (++tries <= 2 ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    await pass(10_000)
    expect(sent.map(({ type }) => type)).toEqual(["page-opened", "page-opened", "page-opened", "page-read"])
  })

  it("waits longer each time, and not at all when the page has something new", async () => {
    answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    await pass(1_000_000)
    const before = reads().length
    expect(before).toBeLessThan(25)
    answer = noted
    show(DONE)
    await pass(1000)
    expect(signals().slice(before)).toEqual(["wallet-not-linked", "wallet-severable"])
  })

  it("keeps a bounded number of reads", async () => {
    answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    for (let change = 0; change < 60; change += 1) {
      show(change % 2 ? LINK : DONE)
      await pass(300)
    }
    const before = reads().length
    answer = noted
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
      answer = (message) =>
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

describe("an orphan", () => {
  it("stops trying to send what waits", async () => {
    answer = (message) => (message.type === "page-read" ? Promise.resolve(undefined) : noted(message))
    await open("/", LINK)
    delete runtime.id
    await pass(60_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it("stops looking when there is nothing to send either", async () => {
    await open("/", LINK)
    const disconnect = vi.spyOn(MutationObserver.prototype, "disconnect")
    delete runtime.id
    document.body.append("a")
    await pass(5000)
    expect(disconnect).toHaveBeenCalled()
    disconnect.mockRestore()
  })

  const orphanings: [string, () => void][] = [
    ["has no id", () => delete runtime.id],
    ["has no runtime", () => vi.stubGlobal("chrome", {})],
    ["has no extension interface", () => vi.stubGlobal("chrome", undefined)],
    ["is told so", () => (answer = () => Promise.reject(new Error("Extension context invalidated.")))],
    [
      "is told so at once",
      () =>
        (runtime.sendMessage = () => {
          throw new Error("Extension context invalidated.")
        }),
    ],
  ]
  it.each(orphanings)("that %s goes quietly", async (_name, orphan) => {
    const errors = vi.spyOn(console, "error")
    const disconnect = vi.spyOn(MutationObserver.prototype, "disconnect")
    await open("/", LINK)
    const before = sent.length
    orphan()
    show(DONE)
    await pass(5000)
    const after = sent.length
    expect(after - before).toBeLessThanOrEqual(1)
    expect(disconnect).toHaveBeenCalled()
    disconnect.mockRestore()
    expect(vi.getTimerCount()).toBe(0)
    for (let change = 0; change < 5; change += 1) {
      show(change % 2 ? DONE : LINK)
      navigation.dispatchEvent(trusted("navigatesuccess"))
      document.dispatchEvent(trusted("visibilitychange"))
      await pass(5000)
    }
    expect(sent).toHaveLength(after)
    expect(vi.getTimerCount()).toBe(0)
    expect(errors).not.toHaveBeenCalled()
  })
})
