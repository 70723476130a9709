import type { Fact } from "../../src/journey/facts"
import { databaseOf } from "../browser/own-database"
import { longHistory } from "../fixtures/long-history"
import { type Opened, tell } from "./browser"

/** So many facts go over the debugging protocol at once. */
const AT_ONCE = 5000

/** What the compared popups and notes have behind them. */
const TRAININGS = 5
export const FEW_FACTS = 1000
export const MANY_FACTS = 100_000

/**
 * Has the extension know one person with so long a history: the person by a backup, as anybody could, and the facts straight into its
 * database, since no backup may hold so many. Then the background computes what it shows, once.
 */
export async function livedThrough(opened: Opened, facts: number, trainings = TRAININGS): Promise<void> {
  const history = longHistory({ trainings, facts, now: new Date().toISOString() })
  const [first] = history
  if (!first) throw new Error("an empty history")
  const backup = {
    format: "jejak-backup",
    version: 1,
    exportedAt: new Date().toISOString(),
    participants: [
      {
        id: first.participant,
        programme: "prakerja-2024",
        displayName: "Peserta Karangan",
        wave: 70,
        createdAt: first.at,
      },
    ],
    facts: [],
  }
  await tell(opened, { type: "import-backup", backup: JSON.stringify(backup) })
  for (let from = 0; from < history.length; from += AT_ONCE)
    await putFacts(opened, history.slice(from, from + AT_ONCE))
  await tell(opened, { type: "overview" })
}

async function putFacts(opened: Opened, facts: readonly Fact[]): Promise<void> {
  const keeper = await opened.keeper()
  await keeper.evaluate(async (rows) => {
    const opening = indexedDB.open("jejak")
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = () => reject(opening.error)
    })
    const writing = opening.result.transaction("facts", "readwrite")
    const table = writing.objectStore("facts")
    for (const row of rows) table.add(row)
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve
      writing.onabort = () => reject(writing.error)
    })
    opening.result.close()
  }, facts)
}

/** How many facts lie in the database. */
export async function storedFacts(opened: Opened): Promise<number> {
  const keeper = await opened.keeper()
  return keeper.evaluate(async () => {
    const opening = indexedDB.open("jejak")
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = () => reject(opening.error)
    })
    const counting = opening.result.transaction("facts").objectStore("facts").count()
    await new Promise((resolve) => {
      counting.onsuccess = resolve
    })
    opening.result.close()
    return counting.result
  })
}

/** All facts in the database, in the order in which they came. */
export async function factsIn(opened: Opened): Promise<Fact[]> {
  const { tables } = await databaseOf(await opened.keeper())
  return (tables.facts as Fact[]).sort((a, b) => (a.at < b.at ? -1 : 1))
}
