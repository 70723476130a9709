// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest"
import "../../tests/fixtures/own-window"
import { trusted } from "../../tests/fixtures/trusted"
import {
  DONE,
  LINK,
  noted,
  open,
  parse,
  pass,
  reads,
  show,
  signals,
  world,
} from "../../tests/fixtures/watched-page"
import { watchPage } from "./watch"

describe("watchPage", () => {
  it("asks once for the site, reads once the page has settled and tells it once", async () => {
    await open("/", LINK)
    await pass(60_000)
    expect(world.sent.map(({ type }) => type)).toEqual(["page-opened", "page-read", "page-hint"])
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
    world.answer = async (message) =>
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
    world.stop = watchPage()
    await pass(60_000)
    show(DONE)
    await pass(60_000)
    expect(signals()).toEqual(["wallet-not-linked"])
    world.at = "/rekening"
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(2000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
    expect(place[Symbol.for("jejak.resting")]).toBeUndefined()
  })

  it("rests on while the page only says that it went elsewhere, and does not look for that", async () => {
    await open("/", LINK)
    const place = globalThis as { [key: symbol]: unknown }
    place[Symbol.for("jejak.resting")] = true
    world.at = "/rekening"
    show(DONE)
    for (const name of ["navigatesuccess", "popstate", "hashchange"]) {
      world.navigation.dispatchEvent(new Event(name))
      window.dispatchEvent(new Event(name))
    }
    await pass(60_000)
    expect(place[Symbol.for("jejak.resting")]).toBe(true)
    world.at = "/"
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(60_000)
    expect(place[Symbol.for("jejak.resting")]).toBe(true)
    expect(signals()).toEqual(["wallet-not-linked"])
    delete place[Symbol.for("jejak.resting")]
  })

  it("is not made to look by events that the page dispatches itself", async () => {
    await open("/", LINK)
    const timers = vi.spyOn(globalThis, "setTimeout")
    for (let count = 0; count < 100; count += 1) {
      world.navigation.dispatchEvent(new Event("navigatesuccess"))
      window.dispatchEvent(new Event("pageshow"))
      document.dispatchEvent(new Event("visibilitychange"))
    }
    expect(timers).not.toHaveBeenCalled()
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    expect(timers).toHaveBeenCalledTimes(1)
  })

  it("reads again after a navigation within the page, and is silent on a silent path", async () => {
    await open("/", LINK)
    world.at = "/masuk"
    show(DONE)
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(5000)
    expect(reads()).toHaveLength(1)
    world.at = "/rekening"
    world.navigation.dispatchEvent(trusted("navigatesuccess"))
    await pass(5000)
    expect(signals()).toEqual(["wallet-not-linked", "wallet-severable"])
  })

  it("follows the hash and the history where there is no Navigation API", async () => {
    vi.stubGlobal("navigation", undefined)
    await open("/masuk", DONE)
    expect(reads()).toHaveLength(0)
    world.at = "/"
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
    expect(world.sent).toEqual([])
    top.mockRestore()
  })

  it("stops where no site is described", async () => {
    world.answer = async () => ({ ok: true, value: { site: null } })
    await open("/", LINK)
    show(DONE)
    await pass(60_000)
    expect(world.sent).toHaveLength(1)
  })

  it("lets a later script of the same extension take over", async () => {
    await open("/", LINK)
    const first = world.stop
    world.stop = watchPage()
    await pass(3000)
    expect(world.sent.map(({ type }) => type)).toEqual([
      "page-opened",
      "page-read",
      "page-hint",
      "page-opened",
      "page-read",
      "page-hint",
    ])
    show(DONE)
    await pass(3000)
    expect(signals().filter((signal) => signal === "wallet-severable")).toHaveLength(1)
    first()
  })
})
