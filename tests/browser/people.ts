import type { Page } from "puppeteer-core"
import { untilTrue } from "./until"

/** A page of ours, as somebody uses it who shares the browser with others. */
export function peoplePage(page: Page) {
  const shows = (selector: string) =>
    untilTrue(page, selector, (wanted) => document.querySelector(wanted) !== null, selector)
  const click = async (selector: string) => {
    // A tab in the background neither scrolls nor paints, and a click would wait for ever.
    await page.bringToFront()
    const element = await page.waitForSelector(selector, { visible: true })
    await element?.click()
    await element?.dispose()
  }
  return {
    page,
    click,
    shows,
    lacks: (selector: string) =>
      untilTrue(page, `no ${selector}`, (wanted) => document.querySelector(wanted) === null, selector),
    /** Types into a field, over what stands there. */
    async type(selector: string, text: string) {
      await page.bringToFront()
      await page.waitForSelector(selector, { visible: true })
      await page.$eval(selector, (field) => (field as HTMLInputElement).select())
      await page.type(selector, text)
    },
    words: () => page.$eval("main", (main) => main.innerText),
    /** Whoever is looked at, as the page says. */
    current: () => page.$eval("[data-action=open-people] bdi", (name) => name.textContent),
    isCurrent: (name: string) =>
      untilTrue(
        page,
        `${name} is looked at`,
        (wanted) => document.querySelector("[data-action=open-people] bdi")?.textContent === wanted,
        name,
      ),
    /** Turns to somebody by their name, with the mouse. */
    async turnTo(name: string) {
      await click("[data-action=open-people]")
      await shows("[data-action=switch-participant]")
      const id = await page.$$eval(
        "[data-action=switch-participant]",
        (buttons, wanted) =>
          buttons.find((each) => each.querySelector("bdi")?.textContent === wanted)?.getAttribute("value") ??
          "",
        name,
      )
      await click(`[data-action=switch-participant][value="${id}"]`)
    },
  }
}
export type PeoplePage = ReturnType<typeof peoplePage>
