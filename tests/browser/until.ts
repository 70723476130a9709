import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"

/** Between two looks, in milliseconds. */
const SHORTEST_REST = 25
const LONGEST_REST = 150

/**
 * Looks again and again until `look` finds something, for what no event tells of.
 * Throws, naming what was waited for, after `timeout` milliseconds.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  timeout = 20_000,
): Promise<T> {
  const end = performance.now() + timeout
  // What comes soon is seen soon; while something takes long, whoever makes it is asked less often.
  for (let rest = SHORTEST_REST; ; rest = Math.min(rest * 1.5, LONGEST_REST)) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`waited ${timeout} ms in vain: ${what}`)
    await pause(rest)
  }
}

/**
 * Waits until something is true inside a page that may still be on its way: Firefox answers with an error of its own
 * when the document is replaced while it is asked. An error that stays is told at the end.
 */
export async function untilTrue(
  page: Page,
  what: string,
  isTrue: (argument: string) => boolean,
  argument = "",
): Promise<void> {
  let cause: unknown
  try {
    await until(what, async () => {
      try {
        return (await page.evaluate(isTrue, argument)) || undefined
      } catch (error) {
        cause = error
        return undefined
      }
    })
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : what, { cause })
  }
}
