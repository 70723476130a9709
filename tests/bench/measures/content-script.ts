import { interval } from "../../../scripts/statistics"
import { type Load, loadPage } from "../loads"
import { benchPage } from "../pages"
import { type Held, type Line, type Measured, ratio } from "../result"
import { inTurn } from "../rounds"
import type { Stage } from "../stage"

/**
 * The same page of 300 rows in every browser: what the content script costs by itself, and what the page loses by it. Each load is a
 * fresh tab with the background as it is left by the load before, awake. Ours knows a person with 1,000 facts, so that it reads and is
 * answered as in daily use.
 */
export async function measureContentScript(stage: Stage): Promise<Measured> {
  const compared = [
    await stage.nothing(),
    await stage.bare(),
    await stage.walk(),
    await stage.ours(),
    await stage.autoconsent(),
    ...(await stage.peers()),
  ]
  const address = benchPage()
  const found = await inTurn(
    stage.rounds,
    Object.fromEntries(compared.map((each) => [each.name, () => loadPage(each, address)])),
  )
  const of = (name: string, part: keyof Load) => (found[name] ?? []).map((load) => load[part])

  const lines = (what: string, part: keyof Load, bars: readonly Held[] = []): Line[] =>
    compared.map(({ name }) => ({
      what: `content script: ${what}`,
      of: name,
      unit: "ms",
      values: of(name, part),
      ...(name === "ours" && bars.length > 0 && { bars }),
    }))
  return [
    ...lines("script time, 300 rows", "script", [
      ratio("bare probe", of("ours", "script"), of("bare probe", "script"), 1.5),
      ratio("autoconsent", of("ours", "script"), of("autoconsent", "script"), 1 / 3),
    ]),
    ...lines("longest stretch after its beginning", "longest"),
    ...lines("page's scripts and ours (page.metrics)", "allScript"),
    ...lines("page's tasks", "tasks", [noDifference(of("ours", "tasks"), of("nothing", "tasks"))]),
    ...lines("page's first contentful paint", "firstPaint", [
      noDifference(of("ours", "firstPaint"), of("nothing", "firstPaint")),
    ]),
  ]
}

/** Of the same rounds with us and without: met when nothing at all is a plausible difference, with 95 % confidence. */
function noDifference(ours: readonly number[], nothing: readonly number[]): Held {
  const { from, to } = interval(ours.map((value, round) => value - (nothing[round] ?? Number.NaN)))
  return {
    against: `difference to nothing in the same rounds, 95 % from ${from.toFixed(1)} to ${to.toFixed(1)} ms`,
    value: from,
    most: 0,
    met: from <= 0,
  }
}
