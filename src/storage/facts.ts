import { Dexie } from "dexie"
import type { Fact } from "../journey/facts"
import type { JejakDatabase } from "./database"

/** A page sends a read again for minutes at most; this many ids outlast that by far. */
const REMEMBERED_READS = 1000

/** One participant's facts, oldest first. */
export function factsOf(database: JejakDatabase, participant: string): Promise<Fact[]> {
  return database.facts
    .where("[participant+at]")
    .between([participant, Dexie.minKey], [participant, Dexie.maxKey])
    .toArray()
}

/** Appends one fact of the person. Resolves after the commit. @throws Dexie errors; then nothing is stored. */
export async function appendSaid(database: JejakDatabase, fact: Fact): Promise<void> {
  await database.transaction("rw", database.facts, () => database.facts.add(fact))
}

/**
 * Notes one read of a page, once, in one transaction.
 * @param read `understood` is undefined for what says nothing of how reading the site is going
 * @param choose picks what is new from the participant's facts so far
 * @returns the number of facts appended; 0 for a read that was noted before
 * @throws Dexie errors; then nothing is stored
 */
export function noteRead(
  database: JejakDatabase,
  read: { id: string; at: string; participant: string; site: string; understood: boolean | undefined },
  choose: (known: Fact[]) => Fact[],
): Promise<number> {
  const { facts, reads, sites } = database
  return database.transaction("rw", facts, reads, sites, async () => {
    if (await reads.get(read.id)) return 0
    await reads.add({ id: read.id, at: read.at })
    const forgotten = (await reads.count()) - REMEMBERED_READS
    if (forgotten > 0) await reads.orderBy("at").limit(forgotten).delete()
    if (read.understood) await sites.put({ site: read.site, lastRead: read.at })
    else if (read.understood === false) {
      const health = await sites.get(read.site)
      await sites.put({ ...health, site: read.site, unreadSince: health?.unreadSince ?? read.at })
    }
    const chosen = choose(await factsOf(database, read.participant))
    await facts.bulkAdd(chosen)
    return chosen.length
  })
}
