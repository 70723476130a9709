import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { storedReminders } from "../browser/reminders"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until } from "../browser/until"

/** Longer than any read takes; that nothing was noted can only be told after the time in which it would have been. */
const LONG_ENOUGH = 2500
const TITLE = "Merangkai Bunga Papan"
const WORDS = [TITLE, "Merangkai", "first-purchase", "redeem-window", "balance", "Saldo"]
const KDF = { name: "argon2id", salt: `${"A".repeat(22)}==`, memory: 19_456, passes: 2, lanes: 1 }
/** What a page of ours would derive from a passphrase; the derivation is the pages' own business. */
const KEY = `${"k".repeat(43)}=`
const OTHER_KEY = `${"x".repeat(42)}A=`

interface Told {
  participant?: { id: string }
  journey?: { trainings: { title?: string }[]; money: { balance?: number } }
  people: { id: string; displayName: string; current: boolean; locked: boolean }[]
}

describe.each(BROWSERS)("a passphrase in %s", (name) => {
  let session: Session
  let page: Page
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    page = await session.browser.extensionPage("popup.html")
    await page.waitForSelector("[data-next-step]")
  })

  const send = (message: object) =>
    page.evaluate(
      (sent) =>
        chrome.runtime.sendMessage(sent) as Promise<{ ok: boolean; failure?: string; value: unknown }>,
      message,
    )
  const ok = async (message: object) => {
    const reply = await send(message)
    expect(reply).toMatchObject({ ok: true })
    return reply.value as Told
  }
  const overview = () => ok({ type: "overview" })
  const someone = async () => (await overview()).participant?.id ?? ""
  const titles = ({ journey }: Told) => journey?.trainings.flatMap(({ title }) => title ?? []) ?? []
  const know = async (participant: string) => {
    await ok({ type: "describe-training", participant, particulars: { title: TITLE } })
    await ok({ type: "say-step", participant, step: "purchase", state: "done" })
  }
  const protect = (participant: string) => ok({ type: "protect", participant, kdf: KDF, key: KEY })
  const shownIn = (shown: Page) => shown.evaluate(() => document.body.textContent ?? "")

  test("keeps nothing plain on the disk, outlasts the background and not the browser", async () => {
    const participant = await someone()
    await know(participant)
    expect(await lyingOnDisk(page)).toContain(TITLE)
    expect(titles(await protect(participant))).toEqual([TITLE])
    // A change afterwards is sealed as well.
    await ok({ type: "wrong-codes", participant })
    for (const word of [...WORDS, "wrong-codes"]) expect(await lyingOnDisk(page)).not.toContain(word)
    expect(await storedReminders(page)).toMatchObject([{ state: "sealed" }])

    await session.browser.killBackground()
    expect(titles(await overview())).toEqual([TITLE])

    await session.restart()
    page = await session.browser.extensionPage("popup.html")
    const locked = await until("the overview", async () => {
      const reply = await send({ type: "overview" })
      return reply.ok ? (reply.value as Told) : undefined
    })
    expect(locked.journey).toBeUndefined()
    expect(locked.people).toMatchObject([{ id: participant, locked: true }])
    await page.waitForSelector(".page-footer")
    expect(await shownIn(page)).not.toContain(TITLE)
    expect(await lyingOnDisk(page)).not.toContain(TITLE)
    expect(await storedInMemory(page)).not.toContain(TITLE)

    const before = await lyingOnDisk(page)
    expect(await send({ type: "unlock", participant, key: OTHER_KEY })).toMatchObject({
      failure: "wrong-passphrase",
    })
    expect(await lyingOnDisk(page)).toBe(before)
    expect(titles(await ok({ type: "unlock", participant, key: KEY }))).toEqual([TITLE])
    await until("the popup shows it again", async () => (await shownIn(page)).includes(TITLE) || undefined)
    expect(await lyingOnDisk(page)).not.toContain(TITLE)

    await ok({ type: "unprotect", participant, key: KEY })
    expect(await lyingOnDisk(page)).toContain(TITLE)
    expect(titles(await overview())).toEqual([TITLE])
  })

  test("lets nothing be noted while it is locked, and has what is shown read after it was unlocked", async () => {
    const participant = await someone()
    await protect(participant)
    expect((await ok({ type: "lock", participant })).journey).toBeUndefined()
    const before = await factsOnDisk(page)
    const site = await session.dashboard()
    await site.open("/", { stop: "videos" })
    await pause(LONG_ENOUGH)
    expect(await factsOnDisk(page)).toBe(before)

    await ok({ type: "unlock", participant, key: KEY })
    await until("what is shown was read", async () => (await factsOnDisk(page)) > before || undefined)
    for (const word of WORDS) expect(await lyingOnDisk(page)).not.toContain(word)
  })

  test("of one person hides them alone, and goes with them", async () => {
    const sari = await someone()
    await know(sari)
    await protect(sari)
    const added = await ok({ type: "add-participant", displayName: "Budi", wave: 70, announcedOn: today() })
    const budi = added.participant?.id ?? ""
    expect(titles(added)).toEqual([])
    await ok({ type: "lock", participant: sari })
    expect(titles(await ok({ type: "switch-participant", participant: budi }))).toEqual([])
    expect((await ok({ type: "switch-participant", participant: sari })).journey).toBeUndefined()
    expect(titles(await ok({ type: "unlock", participant: sari, key: KEY }))).toEqual([TITLE])
    const left = await ok({ type: "remove-participant", participant: sari })
    expect(left.people.map(({ displayName }) => displayName)).toEqual(["Budi"])
    expect(await lyingOnDisk(page)).not.toContain(sari)
  })
})

function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** Everything that outlasts the browser: the whole database and `storage.local`. */
function lyingOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("jejak")
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => resolve(opening.result)
    })
    const tables: unknown[] = []
    for (const table of database.objectStoreNames)
      tables.push(
        await new Promise((resolve, reject) => {
          const all = database.transaction(table).objectStore(table).getAll()
          all.onerror = () => reject(all.error)
          all.onsuccess = () => resolve(all.result)
        }),
      )
    database.close()
    return JSON.stringify([tables, await chrome.storage.local.get(null)])
  })
}

function storedInMemory(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)))
}

function factsOnDisk(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("jejak")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const count = opening.result.transaction("facts").objectStore("facts").count()
          count.onerror = () => reject(count.error)
          count.onsuccess = () => {
            opening.result.close()
            resolve(count.result)
          }
        }
      }),
  )
}
