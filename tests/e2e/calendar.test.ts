import ICAL from "ical.js"
import { afterEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { until } from "../browser/until"

describe.each(BROWSERS)("the calendar file in %s", (name) => {
  let session: Session
  afterEach(() => session.close())

  test("is saved from the settings, and holds the last day of the first purchase", async () => {
    session = await startSession(name)
    await session.registerSomeone()
    const page = await session.browser.extensionPage("options.html")
    await page.bringToFront()
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (saved: Blob) => {
        void saved.text().then((text) => document.body.setAttribute("data-saved", text))
        return make(saved)
      }
    })
    const button = await page.waitForSelector("[data-action=save-calendar]", { visible: true })
    await button?.click()
    const text = await until("the file is made", () =>
      page.evaluate(() => document.body.getAttribute("data-saved") ?? undefined),
    )
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
    const uids = events.map((event) => String(event.getFirstPropertyValue("uid")))
    expect(uids.filter((uid) => uid.endsWith(".first.purchase.first-purchase@jejak"))).toHaveLength(1)
  })
})
