import { setTimeout as pause } from "node:timers/promises"
import { median } from "../../../scripts/statistics"
import { type Opened, tell } from "../browser"
import { MANY_FACTS } from "../history"
import { benchPage } from "../pages"
import { atMost, type Line, type Measured } from "../result"
import { inTurn } from "../rounds"
import type { Stage } from "../stage"
import { stopWorker, workerHeap } from "../worker"

const MB = 1024 * 1024
/** By then a page has been read, and a background has done what it was woken for. */
const SETTLED = 1500
/** Heaps differ little from one time to the next. */
const ROUNDS = 5

/** Megabytes in use in the page's heap, the worlds of its content scripts included, cleared of what nothing holds. */
async function pageHeap({ browser }: Opened): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.goto(benchPage())
    await pause(SETTLED)
    const session = await page.createCDPSession()
    await session.send("HeapProfiler.collectGarbage")
    const { usedSize } = await session.send("Runtime.getHeapUsage")
    return usedSize / MB
  } finally {
    await page.close()
  }
}

/** Megabytes in use in the background's heap, woken by a message and then left alone. */
async function backgroundHeap(opened: Opened, message: object): Promise<number> {
  await stopWorker(opened)
  const keeper = await opened.keeper()
  await keeper.evaluate((sent) => chrome.runtime.sendMessage(sent), message)
  await pause(SETTLED)
  return (await workerHeap(opened)) / MB
}

/** Something that a person says, which is noted. */
async function saying(opened: Opened): Promise<object> {
  const { participant } = await tell<{ participant: { id: string } }>(opened, { type: "overview" })
  return { type: "wrong-codes", participant: participant.id }
}

/**
 * What the JavaScript heaps hold that is still in use: of a page of 300 rows, with each extension in a browser of its own, and of the
 * backgrounds, woken by a question and by something to note.
 */
export async function measureMemory(stage: Stage): Promise<Measured> {
  const [bare, ours, many] = [await stage.bare(), await stage.ours(), await stage.ours(MANY_FACTS)]
  const compared = [await stage.nothing(), bare, ours, await stage.autoconsent(), ...(await stage.peers())]
  const pages = await inTurn(
    Math.min(stage.rounds, ROUNDS),
    Object.fromEntries(compared.map((each) => [each.name, () => pageHeap(each)])),
  )
  const backgrounds = await inTurn(Math.min(stage.rounds, ROUNDS), {
    "bare probe, woken by a question": () => backgroundHeap(bare, {}),
    "ours, woken by a question": () => backgroundHeap(ours, { type: "overview" }),
    "ours, after a note": async () => backgroundHeap(ours, await saying(ours)),
    "ours, 100,000 facts, woken by a question": () => backgroundHeap(many, { type: "overview" }),
    "ours, 100,000 facts, after a note": async () => backgroundHeap(many, await saying(many)),
  })
  const more = median(pages[ours.name] ?? []) - median(pages[bare.name] ?? [])
  const lines = (what: string, found: Record<string, number[]>): Line[] =>
    Object.entries(found).map(([of, values]) => ({
      what: `memory: ${what}`,
      of,
      unit: "MB",
      values,
      ...(of === ours.name && { bars: [atMost("MB over the bare probe", more, 1)] }),
    }))
  return [...lines("page of 300 rows", pages), ...lines("background", backgrounds)]
}
