import { Dexie } from "dexie"
import { type Fact, factSchema } from "../journey/facts"
import { open, seal } from "../sealing/aes"
import type { JejakDatabase, SealedFact } from "./database"

/** A page sends a read again for minutes at most; this many ids outlast that by far. */
const REMEMBERED_READS = 1000

/** The participant's facts are sealed, and the passphrase was not given since the browser was started. */
export class Locked extends Error {}

/** One participant's facts, oldest first. @throws Locked */
export async function factsOf(database: JejakDatabase, participant: string): Promise<Fact[]> {
  await unlockedKey(database, participant)
  const rows = await database.facts
    .where("[participant+at]")
    .between([participant, Dexie.minKey], [participant, Dexie.maxKey])
    .toArray()
  return Promise.all(rows.map((row) => opened(database, row)))
}

/** One fact of a participant; undefined when it is nobody's or another's. @throws Locked */
export async function factOf(
  database: JejakDatabase,
  participant: string,
  id: string,
): Promise<Fact | undefined> {
  await unlockedKey(database, participant)
  const row = await database.facts.get(id)
  return row?.participant === participant ? opened(database, row) : undefined
}

/** Appends one fact of the person. Resolves after the commit. @throws Locked, or Dexie errors; then nothing is stored. */
export async function appendSaid(database: JejakDatabase, fact: Fact): Promise<void> {
  const row = await stored(database, fact)
  await database.transaction("rw", database.facts, () => database.facts.add(row))
}

/** The participant's random key; undefined for one without a passphrase. @throws Locked */
async function unlockedKey(database: JejakDatabase, participant: string): Promise<CryptoKey | undefined> {
  const key = database.keys.get(participant)
  if (!key && (await database.participants.get(participant))?.protection) throw new Locked(participant)
  return key
}

async function stored(database: JejakDatabase, fact: Fact): Promise<Fact | SealedFact> {
  return rowOf(await unlockedKey(database, fact.participant), fact)
}

async function rowOf(key: CryptoKey | undefined, fact: Fact): Promise<Fact | SealedFact> {
  if (!key) return fact
  const { id, participant } = fact
  return { id, participant, at: "", sealed: await seal(key, JSON.stringify(fact), id) }
}

/** Facts of several participants as they are to lie: what is encrypted already stays as it is. @throws Locked */
export async function rowsOf(
  database: JejakDatabase,
  facts: readonly (Fact | SealedFact)[],
): Promise<(Fact | SealedFact)[]> {
  const keys = new Map<string, CryptoKey | undefined>()
  for (const fact of facts)
    if (!("sealed" in fact) && !keys.has(fact.participant))
      keys.set(fact.participant, await unlockedKey(database, fact.participant))
  return Promise.all(facts.map((fact) => ("sealed" in fact ? fact : rowOf(keys.get(fact.participant), fact))))
}

async function opened(database: JejakDatabase, row: Fact | SealedFact): Promise<Fact> {
  if (!("sealed" in row)) return row
  const key = database.keys.get(row.participant)
  if (!key) throw new Locked(row.participant)
  return factSchema.parse(JSON.parse(await open(key, row.sealed, row.id)))
}

/**
 * Notes one read of a page, once, in one transaction.
 * @param read `understood` is undefined for what says nothing of how reading the site is going
 * @param choose picks what is new from the participant's facts so far
 * @returns the number of facts appended; 0 for a read that was noted before
 * @throws Locked, or Dexie errors; then nothing is stored
 */
export function noteRead(
  database: JejakDatabase,
  read: { id: string; at: string; participant: string; site: string; understood: boolean | undefined },
  choose: (known: Fact[]) => Fact[],
): Promise<number> {
  const { participants, facts, reads, sites } = database
  return database.transaction("rw", participants, facts, reads, sites, async () => {
    if (await reads.get(read.id)) return 0
    await reads.add({ id: read.id, at: read.at })
    const forgotten = (await reads.count()) - REMEMBERED_READS
    if (forgotten > 0) await reads.orderBy("at").limit(forgotten).delete()
    if (read.understood) await sites.put({ site: read.site, lastRead: read.at })
    else if (read.understood === false) {
      const health = await sites.get(read.site)
      await sites.put({ ...health, site: read.site, unreadSince: health?.unreadSince ?? read.at })
    }
    const known = await Dexie.waitFor(factsOf(database, read.participant))
    const chosen = choose(known)
    await facts.bulkAdd(await Dexie.waitFor(Promise.all(chosen.map((fact) => stored(database, fact)))))
    return chosen.length
  })
}
