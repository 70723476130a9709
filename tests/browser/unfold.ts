import type { Page } from "puppeteer-core"
import { untilTrue } from "./until"

/** Opens all that can be unfolded, and waits until what is made only then is there. */
export function unfold(page: Page): Promise<void> {
  return untilTrue(page, "all is unfolded", () => {
    const all = [...document.querySelectorAll("details")]
    for (const details of all) details.open = true
    return all.every((details) => details.querySelector(":scope > :not(summary, .row-action)") !== null)
  })
}

/** Closes it again. */
export function fold(page: Page): Promise<void> {
  return page.$$eval("details", (all) => {
    for (const details of all) details.open = false
  })
}
