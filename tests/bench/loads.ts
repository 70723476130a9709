import { setTimeout as pause } from "node:timers/promises"
import type { Opened } from "./browser"
import { afterBeginning, lasting, longest, scriptSpans, threadOf, traced } from "./trace"

/** What loading a page once took, in milliseconds. */
export interface Load {
  /** Of all scripts in the page but its own: the extension's, compiling and what promises call back included. */
  script: number
  /** Of that, what comes after the files were begun: a content script's reading, and what it sends. */
  reading: number
  /** The longest stretch of that. */
  longest: number
  /** Of all scripts of the page and in it, as the browser's own counters say. */
  allScript: number
  /** Of all the page's tasks. */
  tasks: number
  firstPaint: number
}

/** So long after it has loaded, a page is at rest and has been read. */
const WATCHED = 1200

/**
 * Loads a page in a fresh tab. One and the same load is traced and counted: tracing costs everybody the same.
 * @param settled resolves when what is measured has happened; by default a while after the page has loaded
 */
export async function loadPage(
  { browser }: Opened,
  address: string,
  settled: () => Promise<unknown> = () => pause(WATCHED),
): Promise<Load> {
  const page = await browser.newPage()
  try {
    const events = await traced(page, async () => {
      await page.goto(address)
      await settled()
    })
    const { ScriptDuration = 0, TaskDuration = 0 } = await page.metrics()
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    )
    const { origin } = new URL(address)
    const onThread = threadOf(events, origin)
    const spans = scriptSpans(events, onThread, origin)
    const later = afterBeginning(spans, events.filter(onThread))
    return {
      script: lasting(spans),
      reading: lasting(later),
      longest: longest(later),
      allScript: ScriptDuration * 1000,
      tasks: TaskDuration * 1000,
      firstPaint,
    }
  } finally {
    await page.close()
  }
}
