import { BROWSERS } from "../../browser/browsers"
import type { Session } from "../../browser/session"
import { walkSideBySide } from "../../tour/side-by-side"
import { walk } from "../../tour/walk"
import type { Drill } from "../drill"
import { outcomeOf } from "../metered"

const ACTS = [
  async (session: Session) => {
    const popup = await session.popup()
    await walk(await session.dashboard(), popup)
  },
  async (session: Session) => walkSideBySide(session, await session.popup()),
]

/** In `npm test` the two acts of tests/e2e are walked with the same meters. */
export const wholeTour: readonly Drill[] = BROWSERS.map((browser) => ({
  promise: "nothing-touched",
  name: "the whole tour is walked with every meter on: nothing leaves, nothing is touched",
  browser,
  unit: "tours",
  short: 1,
  long: 3,
  run: (rounds) => outcomeOf(browser, Array(rounds).fill(ACTS).flat()),
}))
