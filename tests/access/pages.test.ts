import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { LANGUAGES } from "../../src/messages/languages"
import { BROWSERS, type BrowserName, type ColorScheme } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { unfold } from "../browser/unfold"
import { COLOUR_RULES, violationsOn } from "./axe"
import { SCENES } from "./pages"
import { become, show, speak } from "./states"

/** What is the same in both engines is looked at in both languages and every state in one of them, in the other once. */
const SPOKEN = { chromium: LANGUAGES, firefox: ["id"] } as const
const SEEN = {
  chromium: SCENES,
  firefox: SCENES.filter(({ path }, index) => SCENES.findLastIndex((other) => other.path === path) === index),
}

/** In the dark nothing but colours is another. */
const SCHEMES: [ColorScheme, (readonly string[])?][] = [["light"], ["dark", COLOUR_RULES]]

describe.each(BROWSERS)("pages in %s shut nobody out", (name: BrowserName) => {
  let session: Session
  /** Stays where it is, and speaks with the background. */
  let keeper: Page
  let page: Page
  beforeAll(async () => {
    session = await startSession(name)
    await session.browser.openedByExtension("tabs/welcome.html")
    keeper = await session.browser.extensionPage("options.html")
    page = await session.browser.extensionPage("popup.html")
    await page.setViewport({ width: 360, height: 800 })
  })
  afterAll(() => session.close())

  test.each(SEEN[name])("$name", async (scene) => {
    await become(session, keeper, scene)
    const found: string[] = []
    for (const language of SPOKEN[name]) {
      await speak(keeper, language)
      await show(page, session.browser.extensionUrl(scene.path), language)
      await unfold(page)
      for (const [scheme, rules] of SCHEMES) {
        await session.browser.setColorScheme(scheme)
        const violations = await violationsOn(page, rules)
        found.push(...violations.map((violation) => `${language}, ${scheme}: ${violation}`))
      }
    }
    expect(found).toEqual([])
  })

  test("or it would be found: a button without a name, and grey on grey", async () => {
    await speak(keeper, "id")
    await show(page, session.browser.extensionUrl("popup.html"), "id")
    await page.evaluate(() => {
      const button = document.createElement("button")
      const grey = document.createElement("p")
      grey.textContent = "Tidak terbaca"
      grey.style.color = "#999"
      grey.style.background = "#aaa"
      document.querySelector("main")?.append(button, grey)
    })
    const rules = (await violationsOn(page)).map((violation) => violation.split(" ")[0])
    expect(rules).toEqual(expect.arrayContaining(["button-name", "color-contrast"]))
  })
})
