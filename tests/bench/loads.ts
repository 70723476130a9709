import { setTimeout as pause } from "node:timers/promises"
import type { Opened } from "./browser"
import { lasting, longest, scriptSpans, threadOf, traced } from "./trace"

/** What loading a page once took, in milliseconds. */
export interface Load {
  /** Of all scripts in the page but its own: the extension's, compiling and what promises call back included. */
  script: number
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
 * @param watched milliseconds after the page has loaded
 */
export async function loadPage({ browser }: Opened, address: string, watched = WATCHED): Promise<Load> {
  const page = await browser.newPage()
  try {
    const events = await traced(page, async () => {
      await page.goto(address)
      await pause(watched)
    })
    const { ScriptDuration = 0, TaskDuration = 0 } = await page.metrics()
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    )
    const { origin } = new URL(address)
    const spans = scriptSpans(events, threadOf(events, origin), origin)
    return {
      script: lasting(spans),
      longest: longest(spans),
      allScript: ScriptDuration * 1000,
      tasks: TaskDuration * 1000,
      firstPaint,
    }
  } finally {
    await page.close()
  }
}
