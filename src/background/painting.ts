import browser from "webextension-polyfill"
import { type Overview, PAINTING_KEY, STAMP_KEY, type TabJudgement } from "../messages/overview"
import { judgeAddress } from "../programmes/address"
import { mayBeKept } from "../ui/painting/making"
import type { Painter } from "../ui/painting/painter"
import { unlessFaulty } from "./faults"
import { PAINTER_FILE } from "./files"
import { runLater } from "./later"

/*
 * What the popup will paint when it is next opened, made after a change while nobody waits for anything. Where there is none, the
 * popup makes its own.
 */

declare global {
  /** What the script of `painter.tsx` leaves behind. */
  var jejakPainter: Painter | undefined
}

/** Whatever is to follow from a change has come by then, and so has the next one of a row of changes. */
const PAUSE = 250

/** How often something else was to be painted. */
let turn = 0
let keeping: Promise<unknown> = Promise.resolve()

/**
 * Has the popup painted as it will show this overview, unless there is another by then.
 * @param answered settles once nobody waits for an answer
 */
export function paintLater(overview: Overview, answered: () => Promise<void>): void {
  turn += 1
  const own = turn
  if (!mayBeKept(overview)) return
  void unlessFaulty("painting", async () => {
    await new Promise((goOn) => setTimeout(goOn, PAUSE))
    await answered()
    if (own !== turn) return
    const { paint } = await painter()
    const painting = await paint(overview, verdictOnHome(overview), runLater)
    if (own !== turn) return
    keeping = browser.storage.session.set({ [PAINTING_KEY]: painting })
    await keeping
  })
}

/** Nothing stays of what was painted, nor comes of what is being painted. */
export async function dropPainting(): Promise<void> {
  turn += 1
  await keeping.catch(() => undefined)
  await browser.storage.session.remove([STAMP_KEY, PAINTING_KEY])
}

async function painter(): Promise<Painter> {
  if (!globalThis.jejakPainter) await runLater(PAINTER_FILE)
  if (!globalThis.jejakPainter) throw new Error(`${PAINTER_FILE} left nothing behind.`)
  return globalThis.jejakPainter
}

/** What is told of the programme's own site: after what it has shown, the popup is most likely opened there. */
function verdictOnHome({ sites }: Overview): TabJudgement | undefined {
  const home = sites.find(({ kind }) => kind === "home")
  return home && { ...judgeAddress(`https://${home.host}/`), readable: home.site }
}
