import { exponentOf, median } from "../../../scripts/statistics"
import { until } from "../../browser/until"
import { storedFacts } from "../history"
import { type Load, loadPage } from "../loads"
import { benchPage, rowsFor } from "../pages"
import { atMost, type Measured } from "../result"
import { inTurn } from "../rounds"
import type { Stage } from "../stage"

/** Pieces of visible text. The smallest is the dashboard of 20 trainings by itself. */
const SIZES = [500, 5000, 20_000, 50_000] as const
const FRAME = 16
/** From here on the rows outweigh the trainings' cards, of which each page has 20: only then is the page the same, and more of it. */
const GROWING = SIZES.slice(1)
/** What still passes for growing as the page does. */
const LINEAR = 1.15
/** A large page's first read is sent later than a small one's. */
const PATIENCE = 60_000

/**
 * Reads of real pages by the built content script, as Chromium's trace tells them: all that it does after it was begun, until what
 * was read is stored. Each load shows an amount that was never shown, so that there is something to store. So a read is the whole of
 * it: the walk, the words, the message. Longest is the longest stretch for which the page's thread was busy with it.
 */
export async function measureReading(stage: Stage): Promise<Measured> {
  const ours = await stage.ours()
  let amount = 3_400_000
  const read = (texts: number) => async () => {
    amount -= 1
    const before = await storedFacts(ours)
    const stored = () =>
      until("what was read is stored", async () => (await storedFacts(ours)) > before || undefined, PATIENCE)
    return loadPage(ours, benchPage({ rows: rowsFor(texts), amount }), stored)
  }
  const found = await inTurn(stage.rounds, Object.fromEntries(SIZES.map((size) => [size, read(size)])))
  const of = (size: number, part: keyof Load) => (found[size] ?? []).map((load) => load[part])
  const exponent = exponentOf(GROWING.map((x) => ({ x, y: median(of(x, "reading")) })))
  const [smallest] = SIZES
  return SIZES.flatMap((size) => {
    const each = { of: `${size.toLocaleString("en-US")} visible texts`, unit: "ms" }
    const whole = of(size, "reading")
    const perThousand = `${((median(whole) / size) * 1000).toFixed(2)} ms per 1,000`
    return [
      {
        ...each,
        what: "reading: one full read",
        values: whole,
        note: perThousand,
        bars: [
          ...(size === smallest ? [atMost("ms, one frame", median(whole), FRAME)] : []),
          ...(size === SIZES.at(-1) ? [atMost("exponent of growth", exponent, LINEAR)] : []),
        ],
      },
      { ...each, what: "reading: longest stretch", values: of(size, "longest") },
    ]
  }).sort((a, b) => a.what.localeCompare(b.what))
}
