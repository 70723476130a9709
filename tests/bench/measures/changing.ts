import { setTimeout as pause } from "node:timers/promises"
import { benchPage } from "../pages"
import { atMost, type Measured } from "../result"
import type { Stage } from "../stage"
import { afterBeginning, lasting, longest, scriptSpans, threadOf, traced } from "../trace"

const SECONDS = 30
const CHANGES = 100

/**
 * The page of 300 rows, of which 100 cells get another text and class each second, for 30 seconds in front. What counts is all that
 * runs on the page's thread but the page's own script, by Chromium's trace, without the content script's beginning.
 */
export async function measureChanging(stage: Stage): Promise<Measured> {
  const ours = await stage.ours()
  const address = benchPage({ changes: CHANGES })
  const page = await ours.browser.newPage()
  const events = await traced(page, async () => {
    await page.goto(address)
    await pause(SECONDS * 1000)
  })
  await page.close()
  const { origin } = new URL(address)
  const onThread = threadOf(events, origin)
  const spans = afterBeginning(scriptSpans(events, onThread, origin), events.filter(onThread))
  const share = lasting(spans) / (SECONDS * 10)
  const times = spans.map((span) => lasting([span]))
  const of = `${CHANGES} changes a second, ${SECONDS} s`
  return [
    {
      what: "changing page: reader's share of one core",
      of,
      unit: "%",
      values: [share],
      bars: [atMost("% of a core", share, 1)],
    },
    {
      what: "changing page: each stretch of the reader's",
      of,
      unit: "ms",
      values: times,
      bars: [atMost("longest, ms", longest(spans), 16)],
    },
  ]
}
