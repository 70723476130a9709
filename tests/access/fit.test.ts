import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { unfold } from "../browser/unfold"
import { SCENES } from "./pages"
import { become, show, speak } from "./states"

/** The narrowest width that WCAG asks for (1.4.10), and what 200 % of a 1280 px window leaves. */
const WIDTHS = [320, 640]

/** What a finger needs, in CSS pixels. Links within a text are excepted (WCAG 2.5.8). */
const FINGER = 44

describe.each(BROWSERS)("pages in %s fit", (name) => {
  let session: Session
  /** Stays where it is, and speaks with the background. */
  let keeper: Page
  let page: Page
  beforeAll(async () => {
    session = await startSession(name)
    await session.browser.openedByExtension("tabs/welcome.html")
    keeper = await session.browser.extensionPage("options.html")
    page = await session.browser.extensionPage("popup.html")
    await speak(keeper, "id")
  })
  afterAll(() => session.close())

  test.each(SCENES)("$name", async (scene) => {
    await become(session, keeper, scene)
    await speak(keeper, "id")
    await page.setViewport({ width: 360, height: 640 })
    await show(page, session.browser.extensionUrl(scene.path), "id")
    await unfold(page)
    expect(await page.evaluate(smallTargets, FINGER), "too small for a finger at 360 px").toEqual([])
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 640 })
      expect(await page.evaluate(stickingOut), `sticking out at ${width} px`).toEqual([])
    }
  })
})

/** Elements that make the page scroll sideways, by what they say. */
function stickingOut(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 60)}`)
}

/** Controls that a finger would miss, by what they say. A control's label takes the finger for it. */
function smallTargets(finger: number): string[] {
  const controls = "a[href], button, input, select, textarea, summary, [role=button], [tabindex='0']"
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]"))
    .filter((element) => !(element.tagName === "A" && getComputedStyle(element).display === "inline"))
    .filter((element) => {
      const label = element.closest("label") ?? (element as HTMLInputElement).labels?.[0]
      const boxes = [element, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect())
      const isHidden = (boxes[0]?.width ?? 0) <= 1 && !label
      return !isHidden && !boxes.some(({ width, height }) => width >= finger && height >= finger)
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const said = (element.ariaLabel ?? element.textContent ?? "").trim().slice(0, 40)
      return `${element.tagName.toLowerCase()} "${said}" ${Math.round(width)}x${Math.round(height)}`
    })
}
