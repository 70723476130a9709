import { BROWSERS, type BrowserName } from "../../browser/browsers"
import { walkSideBySide } from "../../tour/side-by-side"
import { walk } from "../../tour/walk"
import type { Drill, Outcome } from "../drill"
import { startMetered } from "../metered"

/** Both acts, each in a browser of its own, with every meter on. */
async function walkAll(name: BrowserName, rounds: number): Promise<Outcome> {
  const all: Outcome = { findings: [], figures: {} }
  for (let round = 0; round < rounds; round += 1)
    for (const act of ["first", "second"]) {
      const metered = await startMetered(name)
      const { session } = metered
      try {
        await session.registerSomeone()
        const popup = await session.popup()
        if (act === "first") await walk(await session.dashboard(), popup)
        else await walkSideBySide(session, popup)
        const { findings, figures } = await metered.outcome()
        all.findings.push(...findings)
        for (const [what, count] of Object.entries(figures))
          all.figures[what] = (all.figures[what] ?? 0) + count
      } finally {
        await metered.close()
      }
    }
  return all
}

/** In `npm test` the two acts of tests/e2e are walked with the same meters. */
export const wholeTour: readonly Drill[] = BROWSERS.map((browser) => ({
  promise: "nothing-touched",
  name: "the whole tour is walked with every meter on: nothing leaves, nothing is touched",
  browser,
  unit: "tours",
  short: 1,
  long: 3,
  run: (rounds) => walkAll(browser, rounds),
}))
