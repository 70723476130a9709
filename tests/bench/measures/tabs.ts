import type { SeenFact } from "../../../src/journey/facts"
import { until } from "../../browser/until"
import { type Opened, tell } from "../browser"
import { factsIn, livedThrough, storedFacts } from "../history"
import { benchPage } from "../pages"
import { atMost, type Measured } from "../result"
import type { Stage } from "../stage"
import { workerOf } from "../worker"

const TABS = 20
/** What a card of the page tells, each once; and once for all the balance. */
const FACTS_OF_A_CARD = 4
const SHARED = 3_123_456
/** Trainings that no history knows. */
const FIRST = 500
/** A background that has nothing to do is ended after half a minute. */
const PATIENCE = 120_000
/** What still passes for its normal time to idle: the browser looks only now and then. */
const AS_LONG = 1.15

/** Seconds until the extension's background has ended by itself. */
async function idleTime(opened: Opened): Promise<number> {
  const began = performance.now()
  await until("the background has ended by itself", () => (workerOf(opened) ? undefined : true), PATIENCE)
  return (performance.now() - began) / 1000
}

/**
 * Twenty windows, since only a tab in front is read, which load a dashboard at the same moment: each with a training of its own, all
 * with the same new balance. Then nothing is done any more until the background has ended by itself, and the same for the bare probe,
 * whose background only answered once.
 */
export async function measureTabs(stage: Stage): Promise<Measured> {
  const [ours, bare] = [await stage.fresh(), await stage.bare()]
  await livedThrough(ours, 60, 1)
  const before = await storedFacts(ours)
  const wanted = TABS * FACTS_OF_A_CARD + 1
  const pages = await Promise.all(
    Array.from({ length: TABS }, () => ours.browser.newPage({ type: "window" })),
  )
  const began = performance.now()
  await Promise.all(
    pages.map((page, index) =>
      page.goto(benchPage({ trainings: 1, from: FIRST + index, rows: 80, amount: SHARED })),
    ),
  )
  await until(
    "all tabs were read",
    async () => (await storedFacts(ours)) >= before + wanted || undefined,
    PATIENCE,
  )
  const took = (performance.now() - began) / 1000
  await tell(bare, {})
  // Whatever comes too late, or twice, has come before the background ends.
  const [idle, probe] = await Promise.all([idleTime(ours), idleTime(bare)])
  const noted = (await factsIn(ours)).slice(before).filter((fact): fact is SeenFact => fact.by === "page")
  const contents = noted.map(({ signal, particulars, values }) =>
    JSON.stringify([signal, particulars, values]),
  )
  const once = new Set(contents).size
  for (const page of pages) await page.close()
  await ours.close()
  const of = `${TABS} tabs at once`
  const count = (what: string, value: number) => ({
    what: `tabs: ${what}`,
    of,
    unit: "",
    values: [value],
    bars: [atMost("facts", value, 0)],
  })
  return [
    { what: "tabs: new facts on the pages", of, unit: "", values: [wanted] },
    count("facts lost, or written though not shown", Math.abs(wanted - once)),
    count("facts written twice", contents.length - once),
    { what: "tabs: until all were stored", of, unit: "s", values: [took] },
    { what: "tabs: background ended by itself after", of: "bare probe", unit: "s", values: [probe] },
    {
      what: "tabs: background ended by itself after",
      of,
      unit: "s",
      values: [idle],
      bars: [atMost("bare probe's", idle / probe, AS_LONG)],
    },
  ]
}
