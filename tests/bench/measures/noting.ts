import type { Page, Realm } from "puppeteer-core"
import { until } from "../../browser/until"
import { type Opened, painted } from "../browser"
import { FEW_FACTS, MANY_FACTS, storedFacts } from "../history"
import { benchPage } from "../pages"
import { atMost, type Held, type Line, type Measured, ratio } from "../result"
import { inTurn } from "../rounds"
import type { Stage } from "../stage"
import { stopWorker, workerOf } from "../worker"

/** An amount that no page has shown yet. */
let amount = 3_300_000

/** Of a background that has much behind it. */
const PATIENCE = 120_000
/** What still passes for as fast with a hundred times as much. */
const FLAT = 1.25

/** A page in front with its content script, from whose world messages are sent. */
async function pageOf(opened: Opened): Promise<Realm> {
  const page: Page = await opened.browser.newPage()
  amount -= 1
  await page.goto(benchPage({ trainings: 1, rows: 1, amount }))
  return until("the content script is there", () => page.extensionRealms()[0])
}

/** The same, and what ours reads of it by itself is stored already. */
async function readPageOf(opened: Opened): Promise<Realm> {
  const before = await storedFacts(opened)
  const realm = await pageOf(opened)
  await until("the page was read", async () => (await storedFacts(opened)) > before || undefined, PATIENCE)
  return realm
}

/** Sends a message from the content script's world and waits for its answer, both there. @returns milliseconds */
async function answered(realm: Realm, message: object): Promise<number> {
  const { took, reply } = await realm.evaluate(async (sent) => {
    const began = performance.now()
    const reply: { ok?: boolean } | undefined = await chrome.runtime.sendMessage(sent)
    return { took: performance.now() - began, reply }
  }, message)
  if (!reply?.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return took
}

/** A read of one amount that was never shown before: one new fact. */
function aRead(): object {
  amount -= 1
  const words = `Saldo Pelatihan Rp${amount.toLocaleString("id-ID")}`
  const observation = { signal: "balance", values: { amount }, words, place: { kind: "heading" } }
  return { type: "page-read", read: crypto.randomUUID(), kind: "read", observations: [observation] }
}

/** As many bytes for the other database, under the same kind of key. */
function aRow(): { rows: object[] } {
  const at = new Date().toISOString()
  return { rows: [{ id: crypto.randomUUID(), participant: "p1", at, ...aRead() }] }
}

/** The same, for which as much is asked and written as ours does. */
function aRowAsOurs(): object {
  return { ...aRow(), asMuch: true }
}

/** Sends a read and waits until what follows from it is stored for whoever shows it. @returns milliseconds */
async function shown(opened: Opened, realm: Realm, read: object): Promise<number> {
  const keeper = await opened.keeper()
  const at = await keeper.evaluateHandle(() => ({
    shown: new Promise<number>((resolve) => {
      const listening = Date.now()
      chrome.storage.onChanged.addListener(({ overview }) => {
        const { sites = [] } = (overview?.newValue ?? {}) as { sites?: { lastRead?: string }[] }
        // What an earlier read has changed may still be on its way.
        if (sites.some(({ lastRead }) => lastRead && Date.parse(lastRead) >= listening))
          resolve(performance.timeOrigin + performance.now())
      })
    }),
  }))
  const began = await realm.evaluate((sent) => {
    const now = performance.timeOrigin + performance.now()
    void chrome.runtime.sendMessage(sent)
    return now
  }, read)
  const ended = await at.evaluate((waited) => waited.shown)
  await at.dispose()
  return ended - began
}

async function fill(realm: Realm, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += 1000)
    await answered(realm, {
      rows: Array.from({ length: 1000 }, () => aRow().rows[0]),
    })
}

/**
 * From a content script's message to the answer that comes after the commit: a read with one observation that is new, against one
 * strictly durable put by Dexie in an extension of its own with as many rows. Awake, right after another message; and asleep, the
 * background having been ended before, so that its start counts.
 */
export async function measureNoting(stage: Stage): Promise<Measured> {
  const sides = await Promise.all(
    [FEW_FACTS, MANY_FACTS].map(async (facts) => {
      const [ours, put] = [await stage.ours(facts), await stage.noting(facts)]
      const [from, other] = [await readPageOf(ours), await pageOf(put)]
      await fill(other, facts)
      return { facts, ours, put, from, other }
    }),
  )
  const awake = (realm: Realm, prime: object, message: () => object) => async () => {
    await answered(realm, prime)
    return answered(realm, message())
  }
  /** What follows from a note goes on after its answer; the next who is measured has the machine to itself. */
  const atRest = (opened: Opened, measure: () => Promise<number>) => async () => {
    const took = await measure()
    await painted(opened)
    return took
  }
  /** From a note's answer until the popup is painted that is opened next. */
  const untilPainted = (opened: Opened, realm: Realm) => async () => {
    await answered(realm, ourRead())
    const began = performance.now()
    await painted(opened)
    return performance.now() - began
  }
  const asleep = (opened: Opened, realm: Realm, message: () => object) => async () => {
    await stopWorker(opened)
    const took = await answered(realm, message())
    await until("the background is awake", () => workerOf(opened))
    return took
  }
  const before = await Promise.all(sides.map(({ ours }) => storedFacts(ours)))
  let wanted = 0
  const ourRead = () => {
    wanted += 1
    return aRead()
  }
  const found = await inTurn(
    stage.rounds,
    Object.fromEntries(
      sides.flatMap(({ facts, ours, put, from, other }) => [
        [`put, awake, ${facts}`, awake(other, { rows: [] }, aRow)],
        [`ours, awake, ${facts}`, atRest(ours, awake(from, { type: "page-opened" }, ourRead))],
        [`as much, awake, ${facts}`, awake(other, { rows: [] }, aRowAsOurs)],
        [`shown, ${facts}`, atRest(ours, () => shown(ours, from, ourRead()))],
        [`painted, ${facts}`, untilPainted(ours, from)],
        [`put, asleep, ${facts}`, asleep(put, other, aRow)],
        [`as much, asleep, ${facts}`, asleep(put, other, aRowAsOurs)],
        [`ours, asleep, ${facts}`, atRest(ours, asleep(ours, from, ourRead))],
      ]),
    ),
  )
  const of = (name: string) => found[name] ?? []
  const lines = ["awake", "asleep"].flatMap((state) =>
    sides.flatMap(({ facts }): Line[] => {
      const values = of(`ours, ${state}, ${facts}`)
      const flat: Held[] =
        facts === MANY_FACTS ? [ratio("1,000 facts", values, of(`ours, ${state}, ${FEW_FACTS}`), FLAT)] : []
      const what = `noting: one observation, background ${state}`
      const stored = `${facts.toLocaleString("en-US")} stored`
      const bars = [ratio("Dexie put", values, of(`put, ${state}, ${facts}`), 2), ...flat]
      return [
        { what, of: `Dexie put, ${stored}`, unit: "ms", values: of(`put, ${state}, ${facts}`) },
        {
          what,
          of: `Dexie, as much asked and written, ${stored}`,
          unit: "ms",
          values: of(`as much, ${state}, ${facts}`),
        },
        { what, of: `ours, ${stored}`, unit: "ms", values, bars },
      ]
    }),
  )
  const after = await Promise.all(sides.map(({ ours }) => storedFacts(ours)))
  const noted = after.reduce((sum, count, index) => sum + count - (before[index] ?? 0), 0)
  const untilShown = sides.map(({ facts }) => ({
    what: "noting: until what follows is stored for the popup, background awake",
    of: `ours, ${facts.toLocaleString("en-US")} stored`,
    unit: "ms",
    values: of(`shown, ${facts}`),
  }))
  return [
    ...lines,
    ...untilShown,
    ...sides.map(({ facts }) => ({
      what: "noting: until the popup is painted that is opened next, background awake",
      of: `ours, ${facts.toLocaleString("en-US")} stored`,
      unit: "ms",
      values: of(`painted, ${facts}`),
    })),
    {
      what: "noting: facts that should have been stored and were not",
      of: "ours",
      unit: "",
      values: [wanted - noted],
      bars: [atMost("facts", Math.abs(wanted - noted), 0)],
    },
  ]
}
