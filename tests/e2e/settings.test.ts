import type { Page } from "puppeteer-core"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { until, untilTrue } from "../browser/until"

/** Chromium is installed in English only; Firefox speaks what it is told. */
const BROWSERS_OWN = { chromium: "en", firefox: "id" } as const
const OTHER = { en: "id", id: "en" } as const
const HEADING = { en: "Settings", id: "Pengaturan" }
const SAVED = { en: "Saved.", id: "Tersimpan." }
const POPUPS = { en: "Your journey", id: "Perjalananmu" }

describe.each(BROWSERS)("settings in %s", (name) => {
  const own = BROWSERS_OWN[name]
  const other = OTHER[own]
  let session: Session
  let settings: Page
  beforeEach(async () => {
    session = await startSession(name, { lang: own })
    await session.registerSomeone()
    settings = await session.browser.extensionPage("options.html")
    await settings.waitForSelector("#about")
  })
  afterEach(() => session.close())

  /** Clicks a control, and waits until the page says beside it that it was saved. */
  const choose = async (control: string, setting: string, saved: string = SAVED[own]) => {
    await settings.bringToFront()
    const field = await settings.waitForSelector(control)
    await field?.click()
    await until(`${setting} was saved`, async () => {
      const said = await settings.$eval(
        `.outcome[data-setting="${setting}"]`,
        ({ textContent }) => textContent,
      )
      return said === saved || undefined
    })
  }
  const headingIs = (page: Page, heading: string) =>
    untilTrue(
      page,
      `the heading ${heading}`,
      (wanted) => [...document.querySelectorAll("h1, h2")].some(({ textContent }) => textContent === wanted),
      heading,
    )
  const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

  test("the language changes at once on every page, stays, and goes back", async () => {
    const { page: popup } = await session.popup()
    await headingIs(popup, POPUPS[own])
    expect(await languageOf(popup)).toBe(own)

    await choose(`[name=language][value=${other}]`, "language", SAVED[other])
    await headingIs(settings, HEADING[other])
    expect(await settings.evaluate(() => document.activeElement?.getAttribute("value"))).toBe(other)
    await headingIs(popup, POPUPS[other])
    expect([await languageOf(settings), await languageOf(popup)]).toEqual([other, other])

    const { page: later } = await session.popup()
    await headingIs(later, POPUPS[other])
    expect(await languageOf(later)).toBe(other)

    await choose("[name=language][value=browser]", "language")
    await headingIs(settings, HEADING[own])
    await headingIs(popup, POPUPS[own])
  })

  // Firefox lets nobody look at a page of an extension before it has loaded.
  test.runIf(name === "chromium")(
    "a page in another language shows not one word of the browser's before",
    async () => {
      await choose(`[name=language][value=${other}]`, "language", SAVED[other])
      const { page: popup } = await session.popup()
      await popup.evaluateOnNewDocument(() => {
        new MutationObserver(() => {
          const said = document.querySelector("h2, .privacy, footer")?.textContent
          if (said) Object.assign(window, { firstWords: `${Reflect.get(window, "firstWords") ?? ""}${said}` })
        }).observe(document, { childList: true, subtree: true, characterData: true })
      })
      await popup.reload()
      await headingIs(popup, POPUPS[other])
      const said = await popup.evaluate(() => String(Reflect.get(window, "firstWords")))
      expect(said).not.toBe("undefined")
      expect(said).not.toContain(own === "id" ? "Jejak bukan aplikasi resmi" : "Jejak is not an official app")
    },
  )
})
