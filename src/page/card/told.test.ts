// @vitest-environment jsdom
import "../../../tests/fixtures/own-window"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { trusted } from "../../../tests/fixtures/trusted"
import type { HintView } from "../../messages/overview"
import { programmes } from "../../programmes/registry"
import { descriptionOf } from "../../reader/describe"
import { watchPage } from "../watch"
import { endPort, registerPort } from "./port"

/* What the reader tells the card, and when. */

const site = programmes[0]?.sites[0]
const LINK = "<main><button>Sambungkan Sekarang</button></main>"
const DONE = "<main><button>Putuskan Rekening</button></main>"
const HINT = { id: "wallet" } as HintView

let told: (string | null)[]
let hints: (HintView | null)[]
let reads: number
let readIds: string[]
let asked: string[]
let runtime: { id?: string; sendMessage(message: { type: string; read?: string }): Promise<unknown> }
let at: string
let stop: () => void
let delay: number

const show = (html: string) =>
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const last = () => told.at(-1)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] })
  told = []
  hints = [HINT]
  reads = 0
  readIds = []
  asked = []
  delay = 0
  at = "/"
  runtime = {
    id: "jejak",
    async sendMessage({ type, read }) {
      if (type === "page-opened") return { ok: true, value: { site: site && descriptionOf(site) } }
      if (type === "page-read") {
        reads += 1
        readIds.push(read ?? "")
        return { ok: true, value: { noted: 0 } }
      }
      asked.push(read ?? "")
      const hint = hints[Math.min(reads, hints.length) - 1]
      if (delay) await new Promise((answered) => setTimeout(answered, delay))
      return { ok: true, value: { hint } }
    },
  }
  vi.stubGlobal("chrome", { runtime })
  vi.stubGlobal("navigation", new EventTarget())
  vi.stubGlobal("location", {
    get href() {
      return `https://dashboard.prakerja.go.id${at}`
    },
  })
  registerPort(() => (hint) => void told.push(hint?.id ?? null))
  show(LINK)
  stop = watchPage()
})
afterEach(() => {
  stop()
  endPort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe("the reader", () => {
  it("hands over the card that a reading is answered with, and again at each look", async () => {
    await pass(2000)
    expect(told).toEqual(["wallet"])
    document.body.append(document.createElement("hr"))
    await pass(2000)
    expect(told).toEqual(["wallet", "wallet"])
    expect(reads).toBe(1)
  })

  it("takes the card away when a new reading has none", async () => {
    hints = [HINT, null]
    await pass(2000)
    show(DONE)
    await pass(2000)
    expect(last()).toBeNull()
  })

  it("takes it away at once where nothing is read, and brings it back", async () => {
    await pass(2000)
    show(`${LINK}<input type="password">`)
    await pass(2000)
    expect(last()).toBeNull()
    show(LINK)
    await pass(2000)
    expect(last()).toBe("wallet")
    expect(reads).toBe(1)
  })

  it("shows nothing that is answered only when nothing may be read any more", async () => {
    delay = 3000
    await pass(2000)
    at = "/masuk"
    document.body.append("a")
    await pass(10_000)
    expect(told.every((hint) => hint === null)).toBe(true)
  })

  it("shows nothing that is outdated by the time it is answered", async () => {
    delay = 3000
    hints = [HINT, null]
    await pass(1000)
    show(DONE)
    await pass(20_000)
    expect(told).not.toContain("wallet")
  })

  it("asks by the read that was acknowledged, and lets no later reading wait for the answer", async () => {
    delay = 8000
    await pass(1000)
    show(DONE)
    await pass(2000)
    expect(reads).toBe(2)
    expect(asked).toEqual(readIds)
  })

  it("asks nothing of a page that was not understood", async () => {
    await pass(2000)
    show(`<main>${"<p>Lain daripada yang lain</p>".repeat(40)}</main>`)
    await pass(2000)
    expect(reads).toBe(2)
    expect(asked).toHaveLength(1)
    expect(last()).toBeNull()
  })

  it("shows no earlier card while it is not known which helps now", async () => {
    await pass(2000)
    told.length = 0
    delay = 5000
    show(DONE)
    await pass(1000)
    document.body.append(document.createElement("hr"))
    await pass(1000)
    expect(reads).toBe(2)
    expect(told).toEqual([])
  })

  it("asks again when the person comes back, for time has passed", async () => {
    hints = [HINT, null]
    await pass(2000)
    const state = vi.spyOn(Document.prototype, "visibilityState", "get").mockReturnValue("hidden")
    document.dispatchEvent(trusted("visibilitychange"))
    await pass(2000)
    expect(last()).toBe("wallet")
    state.mockRestore()
    document.dispatchEvent(trusted("visibilitychange"))
    await pass(2000)
    expect(reads).toBe(2)
    expect(last()).toBeNull()
  })

  it("takes the card with it when it goes", async () => {
    await pass(2000)
    delete runtime.id
    document.body.append("a")
    await pass(2000)
    expect(last()).toBeNull()
  })
})
