import { rm } from "node:fs/promises"
import type { Page } from "puppeteer-core"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { daysAgo } from "../browser/popup"
import { withPreamble } from "../browser/preamble"
import { notificationsShown, sleepThrough, storedReminders } from "../browser/reminders"
import { type Session, startSession } from "../browser/session"
import { until } from "../browser/until"
import { Ledger } from "./drills/ledger"
import { ask, everyFact, staysUnlikeAFreshFold } from "./drills/own-word"
import { amountAt, openStream } from "./drills/stream"
import { WITNESS } from "./drills/witness"

const DAY = 86_400_000
const YEAR = 365 * DAY

/**
 * Stands in front of the background's code in a copy of the build, since nobody can set this machine's clock for one browser:
 * its clock is off by what the test has stored, from its first look on, also after its end.
 */
const CLOCK = `
  const area = globalThis.browser ?? globalThis.chrome
  const Right = Date
  let off = 0
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length === 0 ? [Right.now() + off] : given))
    }
    static now() {
      return Right.now() + off
    }
  }
  const set = area.storage.local.get("drill-clock").then((found) => {
    off = found["drill-clock"] ?? 0
  })
  const { session } = area.storage
  const get = session.get.bind(session)
  session.get = async (...keys) => {
    await set
    return get(...keys)
  }
`

describe.each(BROWSERS)("time in %s", (name) => {
  let session: Session
  let extensionDir: string
  let own: Page
  beforeEach(async () => {
    extensionDir = await withPreamble(name, {
      "reader.js": WITNESS,
      "static/background/index.js": CLOCK,
    })
    session = await startSession(name, { extensionDir })
    await session.registerSomeone({ displayName: "Peserta Karangan", wave: 70, announcedOn: daysAgo(1) })
    own = await session.browser.extensionPage("tabs/privacy.html")
  })
  afterEach(async () => {
    await session.close()
    await rm(extensionDir, { recursive: true, force: true })
  })

  const alarms = () => own.evaluate(async () => JSON.stringify(await chrome.alarms.getAll()))

  /** Takes the alarm away for good: what the background is still at may set it once more. */
  const loseAlarm = () =>
    until("there is no alarm", async () => {
      await own.evaluate(() => chrome.alarms.clearAll())
      await ask(own, { type: "overview" })
      await own.evaluate(() => chrome.alarms.clearAll())
      return (await alarms()) === "[]" || undefined
    })

  /** Sets the background's clock, and has it start by that. */
  async function setClock(off: number): Promise<void> {
    await own.evaluate((by) => chrome.storage.local.set({ "drill-clock": by }), off)
    await session.browser.killBackground()
    await ask(own, { type: "overview" })
  }

  async function firstPurchase() {
    const { journey, participant } = await ask(own, { type: "overview" })
    const steps = [...(journey?.person ?? []), ...(journey?.trainings ?? []).flatMap((each) => each.steps)]
    const due = steps.flatMap(({ deadlines }) => deadlines).find(({ id }) => id === "first-purchase")?.due
    const severity = journey?.warnings.find(({ id }) => id === "first-purchase")?.severity
    const announced = participant?.announcedOn ?? ""
    return { due, severity, at: journey?.computedAt, announced }
  }

  test("an alarm that is gone is there again after any start, and reminders still come", async () => {
    for (const again of [() => session.browser.killBackground(), () => session.restart()]) {
      await loseAlarm()
      await again()
      if (own.isClosed()) own = await session.browser.extensionPage("tabs/privacy.html")
      await ask(own, { type: "overview" })
      const set = JSON.parse(await alarms()) as { scheduledTime: number }[]
      expect(set).toHaveLength(1)
      expect(set[0]?.scheduledTime).toBeGreaterThan(Date.now())
    }
    const preferences = (await ask(own, { type: "overview" })).preferences
    await ask(own, { type: "change-preferences", preferences: { ...preferences, quiet: null } })
    const planned = (await storedReminders(own)).find(
      ({ id, state }) => state === "planned" && id.includes("|first-purchase|"),
    )
    await own.evaluate(() => chrome.alarms.clearAll())
    await sleepThrough(own, [planned?.id ?? ""])
    await session.browser.killBackground()
    await ask(own, { type: "overview" })
    expect(await notificationsShown(own)).toEqual([planned?.id])
    expect(JSON.parse(await alarms())).toHaveLength(1)
  })

  const ZONES = ["America/Los_Angeles", "Pacific/Kiritimati"]

  async function moveTo(zone: string): Promise<void> {
    await session.restart({ zone })
    own = await session.browser.extensionPage("tabs/privacy.html")
    expect(await own.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone)
  }

  test("no last moment moves with the clock or the zone", async () => {
    const before = await firstPurchase()
    const fifteenth = new Date(Date.parse(before.announced) + 14 * DAY).toISOString().slice(0, 10)
    expect(before.due).toBe(`${fifteenth}T23:59:00+07:00`)
    for (const off of [YEAR, 0, -YEAR, 0]) {
      await setClock(off)
      const { at, due, severity } = await firstPurchase()
      expect(Math.abs(Date.parse(at ?? "") - Date.now() - off)).toBeLessThan(60_000)
      expect(due).toBe(before.due)
      if (off > 0) expect(severity).toBe("late")
      else if (off < 0) expect(severity).not.toBe("late")
      else expect(severity).toBe(before.severity)
    }
    for (const zone of ZONES) {
      await moveTo(zone)
      expect(await firstPurchase()).toMatchObject({ due: before.due, severity: before.severity })
    }
  })

  test("a clock a year off and another zone lose nothing, double nothing, and what came last is the last", async () => {
    const ledger = new Ledger()
    let stream = await openStream(await session.browser.newPage(), ledger)
    let look = 0
    const noted = async () => {
      for (const _ of [1, 2]) {
        look += 1
        await stream.page.bringToFront()
        await stream.show(look)
        await until(`look ${look} is noted`, () => ledger.isAcknowledged(amountAt(look)) || undefined)
      }
      const facts = await everyFact(own)
      expect(ledger.breaches(facts)).toEqual([])
      expect(await staysUnlikeAFreshFold(own, facts)).toEqual([])
      const { journey } = await ask(own, { type: "overview" })
      expect(journey?.money.balance).toBe(amountAt(look))
    }
    await noted()
    for (const off of [YEAR, 0, -YEAR, 0]) {
      await setClock(off)
      await noted()
    }
    for (const zone of ZONES) {
      await moveTo(zone)
      stream = await openStream(await session.browser.newPage(), ledger)
      await noted()
    }
  })
})
