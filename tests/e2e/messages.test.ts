import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Popup } from "../browser/popup"
import { type Session, startSession } from "../browser/session"

describe.each(BROWSERS)("messages in %s", (name) => {
  let session: Session
  let popup: Popup
  beforeAll(async () => {
    session = await startSession(name)
    await session.registerSomeone()
    popup = await session.popup()
  })
  afterAll(() => session.close())

  const send = (message: unknown) =>
    popup.page.evaluate((sent) => chrome.runtime.sendMessage(sent) as Promise<unknown>, message)

  test("the background answers a page of ours", async () => {
    expect(await send({ type: "overview" })).toMatchObject({ ok: true })
  })

  test.each([
    ["no message", "hello"],
    ["an unknown type", { type: "forget-everything" }],
    ["an unknown step", { type: "say-step", participant: "p", step: "dance", state: "done" }],
    ["a key too many", { type: "overview", extra: 1 }],
  ])("%s is refused and changes nothing", async (_, message) => {
    const before = await popup.read()
    expect(await send(message)).toEqual({ ok: false, failure: "not-understood" })
    expect(await popup.read()).toEqual(before)
  })

  test("a page's message is not taken from a page of ours", async () => {
    const message = { type: "page-read", read: "r", kind: "read", observations: [] }
    expect(await send(message)).toEqual({ ok: false, failure: "not-allowed" })
  })

  test("a participant who is not there is refused", async () => {
    const message = { type: "say-step", participant: "nobody", step: "videos", state: "done" }
    expect(await send(message)).toEqual({ ok: false, failure: "unknown-participant" })
  })

  // Only Puppeteer for Chromium reaches into a content script's world.
  test.runIf(name === "chromium")("what a page of ours may ask is refused to a content script", async () => {
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    const realm = site.page.extensionRealms()[0]
    if (!realm) throw new Error("no content script on the dashboard")
    const reply = await realm.evaluate(
      () => chrome.runtime.sendMessage({ type: "export-backup" }) as Promise<unknown>,
    )
    expect(reply).toEqual({ ok: false, failure: "not-allowed" })
  })
})
