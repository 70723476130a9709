import { Dexie } from "dexie"
import { epoch } from "../journey/calendar"
import { type Fact, factSchema } from "../journey/facts"
import { cameAfter, compareText } from "../journey/order"
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
  const inTurn = await lastOfAll(database, participant, key, added)
  await database.facts.bulkAdd(key ? await aside(() => sealFacts(key, inTurn)) : inTurn)
}

/** The same facts, told to be later than all that there are where the clock was set back. */
async function lastOfAll(
  database: JejakDatabase,
  participant: string,
  key: DataKey | undefined,
  added: readonly Fact[],
): Promise<Fact[]> {
  const [first] = added
  if (!first) return []
  // What is sealed tells no time, and has to be opened for it.
  const newest = key ? undefined : await factRows(database, participant).last()
  if (!key && (newest === undefined || newest.at <= first.at)) return [...added]
  const known = await factRows(database, participant).toArray()
  const after = cameAfter(await aside(() => openFacts(key, known)), first.at)
  return added.map((fact) => (after === undefined ? fact : { ...fact, after }))
}

/**
 * Notes one read of a page, once, in one transaction.
 * @param read `understood` is undefined for what says nothing of how reading the site is going
 * @param choose picks what is new from the participant's facts so far
 * @param isOverfull asked after that: whether the site showed more than is noted of one
 * @returns the number of facts appended; 0 for a read that was noted before
 * @throws UnknownParticipant, Locked, SealBroken or Dexie errors; then nothing is stored
 */
export function noteRead(
  database: JejakDatabase,
  read: { id: string; at: string; participant: string; site: string; understood: boolean | undefined },
  choose: (known: Fact[]) => Fact[],
  isOverfull = () => false,
): Promise<number> {
  const { participants, facts, reads, sites } = database
  return database.transaction("rw", participants, facts, reads, sites, async () => {
    if (await reads.get(read.id)) return 0
    const key = keyOf(database, await present(database, read.participant))
    // The oldest are forgotten: by the order in which they came, whatever the clock says.
    const latest = await reads.orderBy("at").last()
    const at = latest && latest.at >= read.at ? new Date(epoch(latest.at) + 1).toISOString() : read.at
    await reads.add({ id: read.id, at })
    const forgotten = (await reads.count()) - REMEMBERED_READS
    if (forgotten > 0) await reads.orderBy("at").limit(forgotten).delete()
    const health = await sites.get(read.site)
    const overfull = health?.overfull && { overfull: health.overfull }
    if (read.understood) await sites.put({ site: read.site, lastRead: read.at, ...overfull })
    else if (read.understood === false) {
      // What was last read after this moment was so by a clock that has been set back.
      const lastRead =
        health?.lastRead !== undefined && health.lastRead > read.at ? read.at : health?.lastRead
      await sites.put({
        site: read.site,
        ...(lastRead && { lastRead }),
        unreadSince: health?.unreadSince ?? read.at,
        ...overfull,
      })
    }
    const rows = await factRows(database, read.participant).toArray()
    const chosen = choose(inOrder(await aside(() => openFacts(key, rows))))
    await appendFacts(database, read.participant, chosen)
    if (isOverfull()) await sites.put({ ...(await sites.get(read.site)), site: read.site, overfull: read.at })
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
