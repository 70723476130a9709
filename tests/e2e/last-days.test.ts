import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import en from "../../locales/en/messages.json"
import id from "../../locales/id/messages.json"
import { BROWSERS } from "../browser/browsers"
import { readCard, untilCard } from "../browser/hint-card"
import { daysAgo, type Popup } from "../browser/popup"
import { type Session, startSession } from "../browser/session"

/** Longer than a read and its answer take; that nothing came can only be told after the time in which it would have come. */
const LONG_ENOUGH = 2000

describe.each(BROWSERS)("the last days for buying in %s", (name) => {
  const words = name === "firefox" ? id : en
  let session: Session
  let popup: Popup
  beforeAll(async () => {
    session = await startSession(name, { lang: "id" })
    await session.registerSomeone()
    popup = await session.popup()
  })
  afterAll(() => session.close())

  const announce = (announcedOn: string) =>
    popup.page.evaluate(async (on) => {
      const { value } = await chrome.runtime.sendMessage({ type: "overview" })
      const { id: participant, displayName, wave } = value.participant
      const change = { type: "change-participant", participant, displayName, wave, announcedOn: on }
      await chrome.runtime.sendMessage(change)
    }, announcedOn)

  test("are told of on every page of the dashboard, and no earlier", async () => {
    const site = await session.dashboard()
    await announce(daysAgo(10))
    await site.open("/pelatihan", { stop: "linked" })
    await pause(LONG_ENOUGH)
    expect(await readCard(site.page)).toBeUndefined()

    await announce(daysAgo(11))
    for (const path of ["/pelatihan", "/insentif"]) {
      await site.open(path, { stop: "linked" })
      const card = await untilCard(site.page, `the last days on ${path}`)
      expect(card.title).toBe(words.hint_first_purchase_title.message)
      expect(card.text).toMatch(/23[.:]59/)
    }
  })
})
