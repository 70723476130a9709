import type { Page } from "puppeteer-core"
import type { Mode } from "../../src/programmes/steps"
import type { Popup } from "./popup"
import { untilTrue } from "./until"

export interface EnteredTraining {
  title: string
  mode: Mode
  provider?: string
  /** Civil date. */
  boughtOn?: string
  /** "2024-03-01T09:00". */
  meetings?: string[]
}

/**
 * Gives the last field that a selector finds a value, as the field's own picker does: how a date is typed depends on
 * the browser's language.
 */
export function give(page: Page, selector: string, value: string): Promise<void> {
  return page.$$eval(
    selector,
    (fields, text) => {
      const input = fields.at(-1) as HTMLInputElement
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text)
      input.dispatchEvent(new Event("input", { bubbles: true }))
      input.dispatchEvent(new Event("change", { bubbles: true }))
    },
    value,
  )
}

/** Adds a training by hand, its meetings' rows by the keyboard. */
export async function addTraining({ page }: Popup, training: EnteredTraining): Promise<void> {
  const { title, mode, provider, boughtOn, meetings = [] } = training
  await page.bringToFront()
  await (await page.waitForSelector("[data-action=add-training]", { visible: true }))?.click()
  await page.waitForSelector(".training-form [name=title]", { visible: true })
  await page.type(".training-form [name=title]", title)
  await page.click(`.training-form [name=mode][value=${mode}]`)
  if (provider) await page.type(".training-form [name=provider]", provider)
  if (boughtOn) await give(page, ".training-form [name=boughtOn]", boughtOn)
  for (const [index, meeting] of meetings.entries()) {
    await page.focus(".training-form [data-action=add-meeting]")
    await page.keyboard.press("Enter")
    await untilTrue(
      page,
      "the new row has the focus",
      (count) =>
        document.querySelectorAll("[name=meetingOn]").length === Number(count) &&
        document.activeElement === [...document.querySelectorAll("[name=meetingOn]")].at(-1),
      String(index + 1),
    )
    await give(page, ".training-form [name=meetingOn]", meeting.slice(0, 10))
    await give(page, ".training-form [name=meetingTime]", meeting.slice(11))
  }
  await page.click(".training-form [data-action=save-training]")
  await untilTrue(page, "the form was taken", () => document.querySelector(".training-form") === null)
}

/** Marks a step of the training with this title done, on a civil date. */
export async function doneOn({ page }: Popup, title: string, step: string, on: string): Promise<void> {
  await page.bringToFront()
  const training = await page.waitForSelector(
    `::-p-xpath(//*[@data-training][.//h3[normalize-space()="${title}"]])`,
  )
  const id = await training?.evaluate((section) => (section as HTMLElement).dataset.training)
  await training?.dispose()
  const row = `[data-training="${id}"] [data-step="${step}"]`
  await (await page.waitForSelector(`${row} [data-action=mark-done]`, { visible: true }))?.click()
  await page.waitForSelector(`${row} > form [name=on]`, { visible: true })
  await give(page, `${row} > form [name=on]`, on)
  await page.click(`${row} > form [data-action=date-step]`)
  await page.waitForSelector(`${row} > form`, { hidden: true })
}
