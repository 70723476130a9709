import { rm } from "node:fs/promises"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import type { SeenFact } from "../../../src/journey/facts"
import { BROWSERS, type BrowserName } from "../../browser/browsers"
import { readCard, untilCard } from "../../browser/hint-card"
import { daysAgo } from "../../browser/popup"
import { withPreamble } from "../../browser/preamble"
import { startSession } from "../../browser/session"
import { until } from "../../browser/until"
import { DASHBOARD } from "../../browser/world"
import type { Attack } from "../attacks/attack"
import { addressOf, attackPages, BEFORE, inBrowsers } from "../attacks/pages"
import type { Drill, Outcome } from "../drill"
import { ask, everyFact, storedOverview } from "./own-word"

/** A page that changes all the time is looked at after two seconds and a half; so nothing comes any more. */
const LONG_ENOUGH = 2800
/** Milliseconds between two looks, at the least. */
const BETWEEN_LOOKS = 250

/** A look's turns come closer after each other, in milliseconds. */
const BETWEEN_TURNS = 200

/**
 * Stands in front of `reader.js` in a copy of the build, and tells the page how long each turn of a look took, in milliseconds, with
 * a plus where it was the look's first.
 */
const STOPWATCH = `
  const idle = globalThis.requestIdleCallback
  let ended = -Infinity
  globalThis.requestIdleCallback = (run, options) =>
    idle.call(window, (left) => {
      const begun = performance.now()
      const mark = begun - ended > ${BETWEEN_TURNS} ? "+" : ""
      run(left)
      ended = performance.now()
      const detail = mark + (ended - begun)
      EventTarget.prototype.dispatchEvent.call(document, new CustomEvent("drill-look", { detail }))
    }, options)
`

/** Every attack that a page can make, one after the other, in one browser with one participant who is warned of much. */
export function attackingPages(browser: BrowserName): Drill {
  return {
    promise: "nobody-in",
    name: "pages attack",
    browser,
    unit: "rounds of all attacks",
    short: 1,
    long: 5,
    async run(rounds) {
      const extensionDir = await withPreamble(browser, { "reader.js": STOPWATCH })
      const session = await startSession(browser, { extensionDir }, attackPages)
      try {
        await session.registerSomeone()
        const own = await session.browser.extensionPage("tabs/privacy.html")
        const page = await session.browser.newPage()
        return await attackedAll(own, page, rounds)
      } finally {
        await session.close()
        await rm(extensionDir, { recursive: true, force: true })
      }
    },
  }
}

async function attackedAll(own: Page, page: Page, rounds: number): Promise<Outcome> {
  // Some pages are themselves as slow as that to load.
  page.setDefaultNavigationTimeout(120_000)
  await page.bringToFront()
  await page.evaluateOnNewDocument(() => {
    Reflect.set(window, "drillLooks", [])
    document.addEventListener("drill-look", (event) => {
      const turns = Reflect.get(window, "drillLooks") as string[]
      turns.push((event as CustomEvent<string>).detail)
    })
  })
  // Of one attack alone, for whoever looks into it.
  const wanted = inBrowsers.filter(({ name }) => name.includes(process.env.JEJAK_ATTACK ?? ""))
  const findings: string[] = []
  const turns: number[] = []
  let [attacks, looks, amount] = [0, 0, 1_000_000]
  for (let round = 0; round < rounds; round += 1) {
    const other = await begin(own)
    amount += 1000
    await page.goto(`${DASHBOARD}${addressOf(BEFORE, amount)}`)
    await isRead(own, amount)
    const warnings = await warningsShown(own)
    for (const id of ["link-account", "review-missing", "incentive-failed", "account-flagged"])
      if (!warnings.some((each) => each.startsWith(id))) findings.push(`before any attack: no warning ${id}`)
    for (const attack of wanted) {
      amount += 1000
      attacks += 1
      const outcome = await attacked(own, page, attack, { amount, warnings, other })
      looks += outcome.looks
      turns.push(...outcome.turns)
      findings.push(...outcome.findings.map((finding) => `${attack.name}: ${finding}`))
      if (process.env.JEJAK_SHOW) console.info(attack.name, Math.max(0, ...outcome.turns), outcome)
    }
  }
  const longest = Math.round(Math.max(0, ...turns))
  return { findings, figures: { attacks, looks, "ms longest turn of a look": longest } }
}

interface Before {
  amount: number
  /** What the person is warned of. */
  warnings: readonly string[]
  /** Somebody else on this browser. */
  other: string
}

async function attacked(
  own: Page,
  page: Page,
  attack: Attack,
  { amount, warnings, other }: Before,
): Promise<{ findings: string[]; looks: number; turns: number[] }> {
  const { name, reads = [], card } = attack
  const findings: string[] = []
  const before = await everyFact(own)
  const begun = performance.now()
  await page.goto(`${DASHBOARD}${addressOf(name, amount)}`)
  if (reads === "silent") await pause(LONG_ENOUGH)
  else if (!(await isRead(own, amount).catch(() => false))) findings.push("the page was not read")
  if (card) {
    const shown = untilCard(page, "our card is shown", ({ form }) => form === "whole" || form === "folded")
    const { box, title } = await shown.catch(() => ({ box: { width: 0 }, title: "" }))
    if (box.width < 40 || title === "" || title === "Palsu") findings.push("our card is not shown")
    await pause(500)
    if (!(await readCard(page))) findings.push("our card is gone")
  }
  const taken: unknown = await page.evaluate(() => Reflect.get(window, "taken"))
  if (taken !== undefined) findings.push(`the page got ${JSON.stringify(taken)}`)
  const turns = ((await page.evaluate(() => Reflect.get(window, "drillLooks"))) ?? []) as string[]
  const looks = turns.filter((turn) => turn.startsWith("+")).length
  const most = (performance.now() - begun) / BETWEEN_LOOKS + 1
  if (looks > most) findings.push(`${looks} looks`)
  await page.goto("about:blank")

  const facts = await everyFact(own)
  const known = new Set(before.map(({ id }) => id))
  const fresh = facts.filter((fact): fact is SeenFact => fact.by === "page" && !known.has(fact.id))
  const told = fresh.filter(({ values }) => values?.amount !== amount).map(saidBy)
  if (reads === "silent" && fresh.length > 0) findings.push(`noted ${fresh.map(saidBy).join("; ")}`)
  else if (reads !== "silent") {
    const isAllowed = (each: string) =>
      "of" in reads ? reads.of.test(each) : reads.some((read) => read.replace(/ \{.*/, "") === each)
    const strange = told.filter((each) => !isAllowed(each))
    if (strange.length > 0) findings.push(`noted ${strange.slice(0, 3).join("; ")}`)
  }
  if (fresh.some(({ participant }) => participant === other)) findings.push("noted for somebody else")
  const texts = fresh.map(({ words, particulars, place }) => [words, particulars, place])
  if (/\d{12,}/.test(JSON.stringify(texts))) findings.push("noted a long number as it stands")
  const left = await warningsShown(own)
  const gone = warnings.filter((each) => !left.includes(each))
  if (gone.length > 0) findings.push(`no longer warned of: ${gone.join(", ")}`)
  return { findings, looks, turns: turns.map(Number) }
}

const saidBy = ({ signal, particulars }: SeenFact) =>
  particulars?.title === undefined ? signal : `${signal} @${particulars.title}`

/**
 * Somebody new is looked at, of whom nothing is known, and whoever was before them is gone but one, who has things of their
 * own: that one's id.
 */
async function begin(own: Page): Promise<string> {
  const add = async (displayName: string) => {
    await ask(own, { type: "add-participant", displayName, wave: 70, announcedOn: daysAgo(1) })
    return (await ask(own, { type: "overview" })).participant?.id ?? ""
  }
  const { people } = await ask(own, { type: "overview" })
  const other = await add("Orang Lain")
  await ask(own, { type: "say-step", participant: other, step: "videos", state: "done" })
  const participant = await add("Peserta Karangan")
  await ask(own, { type: "switch-participant", participant })
  for (const { id } of people) await ask(own, { type: "remove-participant", participant: id })
  return other
}

/** The page was read that shows this amount. */
async function isRead(own: Page, amount: number): Promise<true> {
  return until(`the amount ${amount} is noted`, async () => {
    const balance = (await storedOverview(own))?.journey?.money.balance
    return balance === amount ? true : undefined
  })
}

async function warningsShown(own: Page): Promise<string[]> {
  const { journey } = (await storedOverview(own)) ?? {}
  return (journey?.warnings ?? []).map(({ id, training }) => `${id} ${training ?? ""}`)
}

/** Attacks by pages in each browser. */
export const PAGES: readonly Drill[] = BROWSERS.map(attackingPages)
