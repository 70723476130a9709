import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import type { BrowserName } from "../../browser/browsers"
import type { Session } from "../../browser/session"
import { until } from "../../browser/until"
import type { Drill, Outcome } from "../drill"
import type { Chance } from "./chance"
import { whileFlowing } from "./flowing"
import { Ledger } from "./ledger"
import { everyFact, staysUnlikeAFreshFold } from "./own-word"
import { amountAt, openStream, type Stream } from "./stream"

/** After so many kills everything is left in peace, and looked at. */
const BETWEEN_LOOKS = 25
/** The longest pause of a delivery that nothing hurries is a minute. */
const QUIET_COMES = 90_000

/** When the background is killed, after the page has begun to show something new. */
const MOMENTS = [
  "whenever",
  "as it is sent",
  "while it starts",
  "once acknowledged",
  "several times",
] as const

/** The background is killed at any moment while a page shows one new thing after the other. */
export function backgroundKilled(browser: BrowserName): Drill {
  return whileFlowing(
    browser,
    { name: "the background is killed while observations flow", unit: "kills", short: 15, long: 500 },
    flow,
  )
}

async function flow(session: Session, rounds: number, chance: Chance): Promise<Outcome> {
  const ledger = new Ledger()
  // A page of ours that asks for nothing by itself.
  const own = await session.browser.extensionPage("tabs/privacy.html")
  const stream = await openStream(await session.browser.newPage(), ledger)
  const findings: string[] = []
  let [kills, looks, looked] = [0, 0, 0]
  while (kills < rounds) {
    looks += 1
    kills += await killAround(session, ledger, chance, () => stream.show(looks))
    if (Math.floor(kills / BETWEEN_LOOKS) === looked && kills < rounds) continue
    looked = Math.floor(kills / BETWEEN_LOOKS)
    findings.push(
      ...(await lookOnceQuiet(own, stream, ledger, looks)).map((each) => `after ${kills}: ${each}`),
    )
  }
  const facts = (await everyFact(own)).length
  return {
    findings,
    figures: { reads: ledger.reads.size, "sent again": ledger.count("sent") - ledger.reads.size, facts },
  }
}

/** @returns how often the background was killed */
async function killAround(
  { browser }: Session,
  ledger: Ledger,
  chance: Chance,
  show: () => Promise<void>,
): Promise<number> {
  const [sent, answered] = [ledger.count("sent"), ledger.count("answered")]
  const moment = chance.pick(MOMENTS)
  await show()
  if (moment === "whenever") await pause(chance.below(900))
  else if (moment === "once acknowledged") await ledger.hears("answered", answered, 3000)
  else await ledger.hears("sent", sent, 3000)
  if (moment === "as it is sent") await pause(chance.below(60))
  await browser.killBackground()
  if (moment === "while it starts") {
    await ledger.hears("sent", sent + 1, 1500)
    await pause(chance.below(150))
    await browser.killBackground()
    return 2
  }
  if (moment !== "several times") return 1
  for (const _ of [1, 2]) {
    await pause(chance.below(250))
    await browser.killBackground()
  }
  return 3
}

/** Lets everything that was sent be acknowledged, and says what is wrong then. */
export async function lookOnceQuiet(
  own: Page,
  { page }: Pick<Stream, "page">,
  ledger: Ledger,
  looks: number,
): Promise<string[]> {
  await page.bringToFront()
  const quiet = () => ledger.isAcknowledged(amountAt(looks)) && ledger.unanswered().length === 0
  const isQuiet = await until("all is acknowledged", () => quiet() || undefined, QUIET_COMES).catch(
    () => false,
  )
  const late = isQuiet
    ? []
    : [`never acknowledged: ${JSON.stringify(ledger.unanswered().map(([id]) => id))} or look ${looks}`]
  const facts = await everyFact(own)
  return [...late, ...ledger.breaches(facts), ...(await staysUnlikeAFreshFold(own, facts))]
}
