import type { Page } from "puppeteer-core"
import { afterEach, beforeEach, describe, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { daysAgo, popupIn } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import { type Session, startSession } from "../browser/session"
import { untilTrue } from "../browser/until"
import { pressOn, tabTo } from "./keyboard"

describe.each(BROWSERS)("with the keyboard alone in %s", (name) => {
  let session: Session
  beforeEach(async () => {
    session = await startSession(name)
  })
  afterEach(() => session.close())

  test("one begins, says yes, ticks, takes back, and changes a setting", async () => {
    const welcome = await session.browser.openedByExtension("tabs/welcome.html")
    await welcome.bringToFront()
    await welcome.waitForSelector("form [name=announcedOn]")
    await tabTo(welcome, "[name=displayName]")
    await welcome.keyboard.type("Peserta Papan Ketik")
    await tabTo(welcome, "[name=wave]")
    await welcome.keyboard.type("70")
    await tabTo(welcome, "[name=announcedOn]")
    const [year = "", month = "", day = ""] = daysAgo(3).split("-")
    // As browsers with an American clock want it; each part leads to the next.
    await welcome.keyboard.type(`${month}${day}${year}`)
    await pressOn(welcome, "form [type=submit]")
    await untilTrue(
      welcome,
      "the form was accepted",
      () => !document.querySelector("form [name=announcedOn]"),
    )

    const popup = popupIn(await session.browser.extensionPage("popup.html"))
    const { page } = popup
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("a question", ({ steps }) => steps.some(({ actions }) => actions.includes("confirm")))
    await page.bringToFront()
    const asked = await step(page, "confirm")
    await pressOn(page, `[data-step="${asked}"] [data-action="confirm"]`)
    await popup.waitFor(`a yes to ${asked}`, (shown) => stateOf(shown, asked) === "done")
    await focusKept(page)

    await pressOn(page, '[data-step="review"] [data-action="mark-done"]', " ")
    await popup.waitFor("the review is ticked", (shown) => stateOf(shown, "review") === "done")
    await focusKept(page)
    await pressOn(page, '[data-step="review"] [data-action="undo"]', "Enter", "back")
    await popup.waitFor("the tick is taken back", (shown) => stateOf(shown, "review") !== "done")
    await focusKept(page)

    const settings = await session.browser.extensionPage("options.html")
    await settings.bringToFront()
    await settings.waitForSelector("[name=badge]")
    const was = await settings.$eval("[name=badge]", (box) => (box as HTMLInputElement).checked)
    await pressOn(settings, "[name=badge]", " ")
    await untilTrue(
      settings,
      "the badge is switched",
      (before) => String(document.querySelector<HTMLInputElement>("[name=badge]")?.checked) !== before,
      String(was),
    )
  })
})

/** The step of the first row that has such a button. */
function step(page: Page, action: string): Promise<string> {
  return page.$eval(
    `[data-step] [data-action="${action}"]`,
    (button) => button.closest<HTMLElement>("[data-step]")?.dataset.step ?? "",
  )
}

/** Whoever cannot see must not be thrown back to the page's beginning when a button goes. */
async function focusKept(page: Page): Promise<void> {
  await untilTrue(page, "the focus is kept", () => document.activeElement?.tagName !== "BODY")
}
