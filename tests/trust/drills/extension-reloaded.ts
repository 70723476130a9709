import { setTimeout as pause } from "node:timers/promises"
import type { BrowserName } from "../../browser/browsers"
import type { Session } from "../../browser/session"
import { until } from "../../browser/until"
import type { Drill, Outcome } from "../drill"
import { lookOnceQuiet } from "./background-killed"
import type { Chance } from "./chance"
import { whileFlowing } from "./flowing"
import { Ledger } from "./ledger"
import { amountAt, openStream } from "./stream"

/** The longest that a new script may take until what it reads is acknowledged. */
const TAKES_OVER = 20_000

/** The extension is installed over itself while a page shows one new thing after the other. */
export function extensionReloaded(browser: BrowserName): Drill {
  return whileFlowing(
    browser,
    { name: "the extension is reloaded while observations flow", unit: "reloads", short: 2, long: 50 },
    flow,
  )
}

async function flow(session: Session, rounds: number, chance: Chance): Promise<Outcome> {
  const ledger = new Ledger()
  const stream = await openStream(await session.browser.newPage(), ledger)
  const findings: string[] = []
  let looks = 0
  const show = async () => {
    looks += 1
    await stream.page.bringToFront()
    await stream.show(looks)
  }
  const isTaken = () =>
    until(
      `look ${looks} is acknowledged`,
      () => ledger.isAcknowledged(amountAt(looks)) || undefined,
      TAKES_OVER,
    )
  await show()
  await isTaken()
  for (let round = 1; round <= rounds; round += 1) {
    const [before, sent] = [new Set(ledger.told.map(({ script }) => script)), ledger.count("sent")]
    await show()
    if (chance.below(2) < 1) await pause(chance.below(700))
    else await ledger.hears("sent", sent, 3000)
    await session.browser.reloadExtension()
    // Whatever the old script sent last is answered to nobody: the new one reads the same again.
    ledger.forgetUnanswered()
    // The first two looks tell the orphan that it is one; from then on it does nothing any more.
    for (const _ of [1, 2]) {
      await show()
      await isTaken()
    }
    const since = ledger.told.length
    await show()
    await isTaken()
    const after = ledger.told.slice(since)
    findings.push(
      ...after
        .filter(({ script }) => before.has(script))
        .map(({ what }) => `after reload ${round}: an orphan ${what === "timer" ? "sets a timer" : what}`),
    )
    const alive = new Set(after.map(({ script }) => script))
    if (alive.size !== 1) findings.push(`after reload ${round}: ${alive.size} scripts are at work`)
    const reads = new Set(after.flatMap((told) => (told.what === "sent" ? [told.read] : [])))
    if (reads.size !== 1) findings.push(`after reload ${round}: one look was sent as ${reads.size} reads`)
    if (round % 10 !== 0 && round !== rounds) continue
    const own = await session.browser.extensionPage("tabs/privacy.html")
    findings.push(
      ...(await lookOnceQuiet(own, stream, ledger, looks)).map((each) => `after ${round}: ${each}`),
    )
    await own.close()
  }
  findings.push(...stream.errors.map((error) => `the page's console: ${error}`))
  return {
    findings,
    figures: { reads: ledger.reads.size, scripts: new Set(ledger.told.map(({ script }) => script)).size },
  }
}
