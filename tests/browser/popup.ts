import type { Page } from "puppeteer-core"
import { describePopup, type PopupState, readPopup } from "./popup-state"
import { until, untilTrue } from "./until"

type RowAction = "mark-done" | "undo" | "confirm" | "reject"

/** The popup opened as a tab. */
export interface Popup {
  readonly page: Page
  read(): Promise<PopupState>
  /** Waits until the popup says what is wanted; on failure the error tells what it said instead. */
  waitFor(what: string, wanted: (popup: PopupState) => boolean, timeout?: number): Promise<PopupState>
  /** Clicks a button in a step's row: the person's own step, or that of the first training that has such a button. */
  act(action: RowAction, step: string): Promise<void>
}

/** Wraps a tab that shows popup.html. */
export function popupIn(page: Page): Popup {
  const read = () => page.evaluate(readPopup)
  return {
    page,
    read,
    async waitFor(what, wanted, timeout) {
      let last: PopupState | undefined
      try {
        return await until(
          what,
          async () => {
            last = await read()
            return wanted(last) ? last : undefined
          },
          timeout,
        )
      } catch (cause) {
        const said = last ? describePopup(last) : "nothing"
        throw new Error(`${cause instanceof Error ? cause.message : cause}; the popup said:\n${said}`, {
          cause,
        })
      }
    },
    async act(action, step) {
      // A tab in the background neither scrolls nor paints, and a click would wait for ever.
      await page.bringToFront()
      const button = await page.waitForSelector(`[data-step="${step}"] [data-action="${action}"]`, {
        visible: true,
      })
      await button?.click()
      await button?.dispose()
    },
  }
}

export interface Participant {
  displayName: string
  wave: number
  /** Civil date. */
  announcedOn: string
}

/** Fills in and sends the form of tabs/welcome.html, and waits until it was accepted. */
export async function register(welcome: Page, participant: Participant): Promise<void> {
  await welcome.bringToFront()
  await untilTrue(
    welcome,
    "the form is there",
    () => document.querySelector("form [name=announcedOn]") !== null,
  )
  for (const [name, value] of Object.entries(participant)) {
    // How a date is typed depends on the browser's language, so the value is given as the field's own picker gives it.
    await welcome.$eval(
      `form [name="${name}"]`,
      (field, text) => {
        const input = field as HTMLInputElement
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text)
        input.dispatchEvent(new Event("input", { bubbles: true }))
        input.dispatchEvent(new Event("change", { bubbles: true }))
      },
      String(value),
    )
  }
  await welcome.click("form [type=submit]")
  await untilTrue(welcome, "the form was accepted", () => !document.querySelector("form [name=announcedOn]"))
}

/** The civil date some days before today, in the zone of the programme. */
export function daysAgo(days: number): string {
  const inWib = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" })
  return inWib.format(Date.now() - days * 86_400_000)
}
