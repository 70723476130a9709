import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import type { Opened } from "./browser"
import { type Snapshot, snapshotOf } from "./snapshot"
import { lasting, scriptSpans, threadOf, traced } from "./trace"

/** What one opening of a popup took, in milliseconds from the navigation's start. */
export interface Opening {
  firstPaint: number
  /** When the frame that first holds the next step's heading is on the screen; NaN where a popup has none. */
  nextStep: number
  /** Of all scripts on the page's main thread, compiling and what promises call back included. */
  script: number
}

/** So long after its beginning a popup has done what it does by itself. */
const WATCHED = 800
/** As wide as a popup. */
const VIEWPORT = { width: 400, height: 600 }
const NEXT_STEP = "next-step"

/**
 * Runs in the popup's page before anything else. The browser itself tells when an element is on the screen (Element Timing) if the
 * element says so before it is painted; an observer of changes comes before the paint. The mark is gone once it was told of: a popup
 * that keeps what it shows must not keep that.
 */
const WATCH = `
  let marked
  new MutationObserver(() => {
    if (marked) return
    marked = document.querySelector("[data-next-step] h2")
    marked?.setAttribute("elementtiming", "${NEXT_STEP}")
  }).observe(document, { childList: true, subtree: true })
  globalThis.benchSeen = []
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) benchSeen.push([identifier, renderTime])
    marked?.removeAttribute("elementtiming")
  }).observe({ type: "element", buffered: true })
`

/**
 * Opens the popup's page in a tab of its own and waits until it has settled: a popup under the toolbar's button ends with every click
 * elsewhere, and cannot be listened to before it begins.
 */
export async function openPopup({ browser, popup = "" }: Opened): Promise<Opening> {
  const page = await browser.newPage()
  try {
    await page.setViewport(VIEWPORT)
    await page.evaluateOnNewDocument(WATCH)
    const events = await traced(page, async () => {
      await page.goto(popup)
      await pause(WATCHED)
    })
    const seen = await page.evaluate(() => {
      const [paint] = performance.getEntriesByName("first-contentful-paint")
      const { benchSeen } = globalThis as unknown as { benchSeen: [string, number][] }
      return { paint: paint?.startTime ?? Number.NaN, marked: benchSeen }
    })
    const home = new URL("/", popup).href
    const [, nextStep = Number.NaN] = seen.marked.find(([name]) => name === NEXT_STEP) ?? []
    const script = lasting(scriptSpans(events, threadOf(events, home)))
    return { firstPaint: seen.paint, nextStep, script }
  } finally {
    await page.close()
  }
}

/** What our popup shows once it has settled. */
export async function settledPopup({ browser, popup = "" }: Opened): Promise<Snapshot> {
  const page: Page = await browser.newPage()
  await page.setViewport(VIEWPORT)
  await page.goto(popup)
  await page.waitForSelector("[data-next-step]")
  await pause(WATCHED)
  const snapshot = await snapshotOf(page)
  await page.close()
  return snapshot
}
