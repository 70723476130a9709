import type { Page } from "puppeteer-core"
import { untilTrue } from "./until"
import { DASHBOARD } from "./world"

interface OpenPracticeOptions {
  /** Name of the stop to jump to. */
  stop?: string
  /** Civil date that the simulation takes for today, e.g. "2024-08-30"; by default the real one. */
  today?: string
  /** Number of the account that is logged in, from "1"; the tab stays with it. */
  akun?: string
}

/** The practice dashboard, or another practised site, in one tab, used as a person would: whatever is done with it brings it to the front. */
export interface PracticePage {
  readonly page: Page
  /** Loads a path of the site. */
  open(path: string, options?: OpenPracticeOptions): Promise<void>
  /** Waits until the page has filled in. */
  settled(): Promise<void>
  /** Clicks the visible button or link with this text, and waits until what follows has filled in. */
  click(label: string): Promise<void>
  /** Types into the visible field with this name. */
  type(field: string, text: string): Promise<void>
  /** Puts a heading onto the page, beneath whatever dialog is open; returns how to take it away. */
  plant(words: string): Promise<() => Promise<void>>
  /** Lets everybody but the participant act: the time machine's button. */
  wait(): Promise<void>
}

function settled(page: Page): Promise<void> {
  return untilTrue(
    page,
    "the practice page has filled in",
    () => document.querySelector("#root > *") !== null && !document.querySelector("#root [aria-busy=true]"),
  )
}

/** Wraps a tab; it need not be on the site yet. */
export function practicePage(page: Page, origin = DASHBOARD): PracticePage {
  const press = async (selector: string) => {
    // A tab in the background neither scrolls nor paints, and a click would wait for ever.
    await page.bringToFront()
    const element = await page.waitForSelector(selector, { visible: true, timeout: 10_000 })
    await element?.click()
    await element?.dispose()
    await settled(page)
  }
  return {
    page,
    async open(path, options = {}) {
      await page.bringToFront()
      const url = new URL(path, origin)
      for (const [name, value] of Object.entries(options)) url.searchParams.set(name, value)
      await page.goto(url.href)
      await settled(page)
    },
    settled: () => settled(page),
    click: (label) =>
      press(`::-p-xpath((//*[@id="root"]//button | //*[@id="root"]//a)[normalize-space()="${label}"])`),
    async type(field, text) {
      await page.bringToFront()
      const input = await page.waitForSelector(`#root [name="${field}"]`, { visible: true, timeout: 10_000 })
      // As a person does it: the focus moves by a click, not by a script.
      await input?.click()
      await page.keyboard.type(text)
      await input?.dispose()
    },
    async plant(words) {
      const heading = await page.evaluateHandle((text) => {
        const element = document.createElement("h2")
        element.textContent = text
        document.querySelector("#root main")?.prepend(element)
        return element
      }, words)
      return async () => {
        await heading.evaluate((element) => element.remove())
        await heading.dispose()
      }
    },
    wait: () => press("#simulation button[data-machine=forward]:enabled"),
  }
}
