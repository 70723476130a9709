import { rm } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { REST_FILE } from "../../src/background/files"
import { BROWSERS } from "../browser/browsers"
import { databaseOf } from "../browser/own-database"
import type { Popup } from "../browser/popup"
import type { PracticePage } from "../browser/practice-page"
import { withPreamble } from "../browser/preamble"
import { type Session, startSession } from "../browser/session"
import { until } from "../browser/until"

/**
 * Stands in front of the background, which then does not get its second script while `storage.local` says so, nor before that is known.
 * When a worker is installed it runs all that it may run later, as ever.
 */
const BROKEN = `
  const { storage } = globalThis.browser ?? chrome
  let broken = true
  storage.local.get("broken").then((found) => { broken = found.broken === true })
  storage.onChanged.addListener((changes, area) => {
    if (area === "local" && changes.broken) broken = changes.broken.newValue === true
  })
  const instead = (address) => broken && address.endsWith("${REST_FILE}") ? address + ".gone" : address
  const installing = () => globalThis.registration?.installing || globalThis.serviceWorker?.state === "installing"
  if (typeof document === "undefined") {
    const run = globalThis.importScripts
    globalThis.importScripts = (...paths) => run(...(installing() ? paths : paths.map(instead)))
  } else {
    const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src")
    Object.defineProperty(HTMLScriptElement.prototype, "src", {
      ...src,
      set(address) { src.set.call(this, instead(address)) },
    })
  }
`

type Reply = { ok: boolean; failure?: string; value: { where: string; error: string }[] }

describe.each(BROWSERS)("the background's second script in %s", (name) => {
  let folder: string
  let session: Session
  let popup: Popup
  let site: PracticePage
  beforeAll(async () => {
    folder = await withPreamble(name, { "static/background/index.js": BROKEN })
    session = await startSession(name, { extensionDir: folder })
    await session.registerSomeone()
    popup = await session.popup()
    site = await session.dashboard()
  })
  afterAll(async () => {
    await session.close()
    await rm(folder, { recursive: true, force: true })
  })

  const send = (message: object) =>
    popup.page.evaluate((sent) => chrome.runtime.sendMessage(sent) as Promise<Reply>, message)
  const answered = (message: object) =>
    until("it is loaded", async () => {
      const reply = await send(message)
      return reply.ok ? reply : undefined
    })
  const breakIt = (broken: boolean) =>
    popup.page.evaluate((wanted) => chrome.storage.local.set({ broken: wanted }), broken)
  const facts = async () => (await databaseOf(popup.page)).tables.facts?.length ?? 0

  test("is there again whenever the background was ended", async () => {
    for (let round = 0; round < 3; round += 1) {
      await session.browser.killBackground()
      await answered({ type: "overview" })
    }
  })

  test("is not needed for noting what a page shows; who needs it is told, and the next one tries again", async () => {
    await breakIt(true)
    await session.browser.killBackground()
    const before = await facts()
    await site.open("/", { stop: "linked" })
    await until("it is noted", async () => (await facts()) > before || undefined)
    expect(await send({ type: "overview" })).toEqual({ ok: false, failure: "internal" })
    await breakIt(false)
    const { value: told } = await answered({ type: "faults" })
    expect(told.filter(({ where }) => where === "message")).not.toEqual([])
    expect(await popup.read()).toBeDefined()
  })

  test("is there after a restart of the browser", async () => {
    await session.restart()
    popup = await session.popup()
    await answered({ type: "overview" })
    await session.browser.killBackground()
    await answered({ type: "overview" })
  })
})
