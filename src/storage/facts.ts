import { Dexie } from "dexie"
import { type Fact, factSchema } from "../journey/facts"
import { compareText } from "../journey/order"
import { aside } from "./aside"
import type { DataKey, JejakDatabase, SealedFact } from "./database"
import { keyOf, present } from "./locking"
import { openFacts, sealFacts } from "./sealing"

/*
 * The only way to facts. Whether a participant's are sealed, and with which key, is looked up in the same transaction
 * that reads or writes them: so no fact can be written plainly beside sealed ones, nor with a key that is gone.
 */

/** A page sends a read again for minutes at most; this many ids outlast that by far. */
const REMEMBERED_READS = 1000

/** One participant's facts, oldest first: all of them, or none. @throws UnknownParticipant, Locked or SealBroken */
export async function factsOf(database: JejakDatabase, participant: string): Promise<Fact[]> {
  const { participants, facts } = database
  const { key, rows } = await database.transaction("r", participants, facts, async () => {
    const key = keyOf(database, await present(database, participant))
    return { key, rows: await factRows(database, participant).toArray() }
  })
  return inOrder((await openFacts(key, rows)).filter((fact) => isReadable(database, fact)))
}

/** What a later version has stored may say what this one cannot understand. */
function isReadable({ where }: JejakDatabase, fact: Fact): boolean {
  return where !== "read-only" || factSchema.safeParse(fact).success
}

/** One fact of a participant; undefined when it is nobody's or another's. @throws as `factsOf` */
export async function factOf(
  database: JejakDatabase,
  participant: string,
  id: string,
): Promise<Fact | undefined> {
  const { participants, facts } = database
  const { key, row } = await database.transaction("r", participants, facts, async () => {
    const key = keyOf(database, await present(database, participant))
    return { key, row: await facts.get(id) }
  })
  const [fact] = row?.participant === participant ? await openFacts(key, [row]) : []
  return fact
}

/** Appends one fact of the person. Resolves after the commit. @throws as `appendFacts`; then nothing is stored */
export function appendSaid(database: JejakDatabase, fact: Fact): Promise<void> {
  const { participants, facts } = database
  return database.transaction("rw", participants, facts, () =>
    appendFacts(database, fact.participant, [fact]),
  )
}

/**
 * Appends facts of one participant as part of the transaction around it, which has to write both `participants` and
 * `facts`: plainly, or sealed for one with a passphrase.
 * @throws UnknownParticipant, Locked or Dexie errors
 */
export async function appendFacts(
  database: JejakDatabase,
  participant: string,
  added: readonly Fact[],
): Promise<void> {
  const key = keyOf(database, await present(database, participant))
  await database.facts.bulkAdd(key ? await aside(() => sealFacts(key, added)) : [...added])
}

/**
 * Notes one read of a page, once, in one transaction.
 * @param read `understood` is undefined for what says nothing of how reading the site is going
 * @param choose picks what is new from the participant's facts so far
 * @returns the number of facts appended; 0 for a read that was noted before
 * @throws UnknownParticipant, Locked, SealBroken or Dexie errors; then nothing is stored
 */
export function noteRead(
  database: JejakDatabase,
  read: { id: string; at: string; participant: string; site: string; understood: boolean | undefined },
  choose: (known: Fact[]) => Fact[],
): Promise<number> {
  const { participants, facts, reads, sites } = database
  return database.transaction("rw", participants, facts, reads, sites, async () => {
    if (await reads.get(read.id)) return 0
    const key = keyOf(database, await present(database, read.participant))
    await reads.add({ id: read.id, at: read.at })
    const forgotten = (await reads.count()) - REMEMBERED_READS
    if (forgotten > 0) await reads.orderBy("at").limit(forgotten).delete()
    if (read.understood) await sites.put({ site: read.site, lastRead: read.at })
    else if (read.understood === false) {
      const health = await sites.get(read.site)
      await sites.put({ ...health, site: read.site, unreadSince: health?.unreadSince ?? read.at })
    }
    const rows = await factRows(database, read.participant).toArray()
    const chosen = choose(inOrder(await aside(() => openFacts(key, rows))))
    await appendFacts(database, read.participant, chosen)
    return chosen.length
  })
}

/**
 * Facts of several participants as they are to lie, as part of the transaction around it: what is encrypted already stays
 * as it is.
 * @throws UnknownParticipant or Locked
 */
export async function rowsOf(
  database: JejakDatabase,
  facts: readonly (Fact | SealedFact)[],
): Promise<(Fact | SealedFact)[]> {
  const keys = new Map<string, DataKey | undefined>()
  for (const fact of facts)
    if (!("sealed" in fact) && !keys.has(fact.participant))
      keys.set(fact.participant, keyOf(database, await present(database, fact.participant)))
  return aside(async () => {
    const rows = facts.map(async (fact) =>
      "sealed" in fact ? [fact] : sealFacts(keys.get(fact.participant), [fact]),
    )
    return (await Promise.all(rows)).flat()
  })
}

/** Whatever lies on the disk of one participant's facts. */
export function factRows(database: JejakDatabase, participant: string) {
  return database.facts
    .where("[participant+at]")
    .between([participant, Dexie.minKey], [participant, Dexie.maxKey])
}

function inOrder(facts: Fact[]): Fact[] {
  return facts.sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
}
