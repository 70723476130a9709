import { randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import type { Fact } from "../../../src/journey/facts"
import { USUAL_COST } from "../../../src/sealing/kdf"
import type { BrowserName } from "../../browser/browsers"
import type { Session } from "../../browser/session"
import type { Drill, Outcome } from "../drill"
import type { Chance } from "./chance"
import { whileFlowing } from "./flowing"
import { Ledger } from "./ledger"
import { ask, everyFact, staysUnlikeAFreshFold } from "./own-word"
import { openStream } from "./stream"

/** When the browser is killed, once the page is open. */
const MOMENTS = ["before the first read", "whenever", "as it is sent", "once acknowledged"] as const

/** Stands for a passphrase: the background is only ever told the key that follows from it. */
const KEY = randomBytes(32).toString("base64")
const KDF = { ...USUAL_COST, salt: randomBytes(16).toString("base64") }

/** All of the browser is killed while a page shows one new thing after the other; half of the time behind a passphrase. */
export function browserKilled(browser: BrowserName): Drill {
  return whileFlowing(
    browser,
    { name: "the whole browser is killed while observations flow", unit: "kills", short: 2, long: 100 },
    flow,
  )
}

async function flow(session: Session, rounds: number, chance: Chance): Promise<Outcome> {
  const ledger = new Ledger()
  const findings: string[] = []
  const protectFrom = Math.floor(rounds / 2)
  let looks = 0
  let [participant, unanswered] = ["", 0]
  for (let round = 0; round <= rounds; round += 1) {
    const own = await session.browser.extensionPage("tabs/privacy.html")
    if (round > protectFrom) findings.push(...(await unlock(own, participant)))
    const overview = await ask(own, { type: "overview" })
    participant = overview.participant?.id ?? ""
    if (round === rounds && rounds > 0) await ask(own, { type: "unprotect", participant, key: KEY })
    findings.push(...(await lacks(own, ledger)).map((each) => `after ${round}: ${each}`))
    if (round === rounds) break
    if (round === protectFrom) await ask(own, { type: "protect", participant, kdf: KDF, key: KEY })
    looks = await showUntilKilled(session, ledger, chance, looks)
    unanswered += ledger.unanswered().length
    ledger.forgetUnanswered()
    await session.reopen()
  }
  const figures = { "reads acknowledged": ledger.reads.size, "reads cut off": unanswered }
  return { findings, figures }
}

/** @returns the number of the last look */
async function showUntilKilled(
  session: Session,
  ledger: Ledger,
  chance: Chance,
  before: number,
): Promise<number> {
  const moment = chance.pick(MOMENTS)
  const stream = await openStream(await session.browser.newPage(), ledger)
  let look = before
  const next = async () => {
    look += 1
    await stream.show(look)
  }
  await next()
  if (moment === "before the first read") await pause(chance.below(300))
  else {
    for (let more = chance.below(3); more > 1; more -= 1) {
      const answered = ledger.count("answered")
      await next()
      await ledger.hears("answered", answered, 3000)
    }
    const [sent, answered] = [ledger.count("sent"), ledger.count("answered")]
    await next()
    if (moment === "whenever") await pause(chance.below(900))
    else if (moment === "as it is sent") {
      await ledger.hears("sent", sent, 3000)
      await pause(chance.below(60))
    } else await ledger.hears("answered", answered, 3000)
  }
  await session.kill()
  return look
}

async function unlock(own: Page, participant: string): Promise<string[]> {
  const { people } = await ask(own, { type: "overview" })
  await ask(own, { type: "unlock", participant, key: KEY })
  return people.every(({ locked }) => locked) ? [] : ["what has a passphrase is open after a start"]
}

/** What is wrong now; of what is sealed, only whether it is there can be told. */
async function lacks(own: Page, ledger: Ledger): Promise<string[]> {
  const facts = await everyFact(own)
  const isSealed = facts.some((fact: Fact | { sealed: unknown }) => "sealed" in fact)
  return [...ledger.breaches(facts), ...(isSealed ? [] : await staysUnlikeAFreshFold(own, facts))]
}
