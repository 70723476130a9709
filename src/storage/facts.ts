import type { Digest } from "../journey/digest"
import { epoch } from "../journey/epoch"
import type { Fact } from "../journey/facts"
import { cameAfter } from "../journey/order"
import { programmes } from "../programmes/registry"
import { aside } from "./aside"
import type { JejakDatabase, Participant, SiteRecord } from "./database"
import { askDigest, extendDigest, type Found, findDigest, makeDigest, type Owner } from "./digests"
import { factRows, readFacts } from "./fact-rows"
import { keyOf, present, UnknownParticipant } from "./locking"
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
  return readFacts(database, key, rows)
}

/**
 * What stands for all of one participant's facts, for what is computed at `now` (an instant) or later.
 * @throws UnknownParticipant, Locked or SealBroken
 */
export async function digestOfFacts(
  database: JejakDatabase,
  participant: string,
  now: string,
): Promise<Digest> {
  const { refusals } = database
  const looked = <Result>(mode: "r" | "rw", look: (owner: Owner) => Promise<Result>) =>
    database.transaction(mode, digestTables(database), async () =>
      look(ownerOf(database, await present(database, participant))),
    )
  const find = (owner: Owner) => findDigest(database, owner, now)
  const found = await looked("r", find)
  if (found) return found.digest
  const make = async (owner: Owner, store: boolean) =>
    ((await find(owner)) ?? (await makeDigest(database, owner, now, store))).digest
  try {
    if (database.where !== "read-only") return await looked("rw", (owner) => make(owner, true))
  } catch (error) {
    // It follows from the facts, whether there is room for it or not.
    if (database.refusals === refusals) throw error
  }
  return looked("r", (owner) => make(owner, false))
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
  return database.transaction("rw", digestTables(database), async () =>
    appendFacts(database, fact.participant, [fact]),
  )
}

/**
 * Appends facts of one participant as part of the transaction around it, which has to write `participants`, `facts` and
 * `digests`: plainly, or sealed for one with a passphrase.
 * @throws UnknownParticipant, Locked or Dexie errors
 */
export async function appendFacts(
  database: JejakDatabase,
  participant: string,
  added: readonly Fact[],
): Promise<void> {
  const [first] = added
  if (!first) return
  const owner = ownerOf(database, await present(database, participant))
  await append(database, owner, await digestFor(database, owner, first.at), added)
}

/** The digest, made anew where there is none, as part of a transaction that writes. */
async function digestFor(
  database: JejakDatabase,
  owner: Owner,
  now: string,
  since?: ReturnType<typeof askDigest>,
): Promise<Found> {
  return (await findDigest(database, owner, now, since)) ?? makeDigest(database, owner, now, true)
}

/** Appends facts that are told to be later than all that there are, also where the clock was set back. */
async function append(
  database: JejakDatabase,
  owner: Owner,
  found: Found,
  added: readonly Fact[],
): Promise<void> {
  const [first] = added
  if (!first) return
  const { key } = owner
  const after = cameAfter(found.digest.facts, first.at)
  const inTurn = added.map((fact) => (after === undefined ? fact : { ...fact, after }))
  const rows = key ? await aside(() => sealFacts(key, inTurn)) : inTurn
  // What is asked of the facts after they were given to the browser finds them there.
  await Promise.all([database.facts.bulkAdd(rows), extendDigest(database, owner, found, inTurn, first.at)])
}

function digestTables({ participants, facts, digests, where }: JejakDatabase) {
  // A later version may have no such table.
  return where === "read-only" ? [participants, facts] : [participants, facts, digests]
}

/** @throws Locked */
function ownerOf(database: JejakDatabase, person: Participant): Owner {
  return {
    participant: person.id,
    key: keyOf(database, person),
    programme: programmes.find(({ id }) => id === person.programme),
  }
}

/**
 * Notes one read of a page, once, in one transaction.
 * @param read `understood` is undefined for what says nothing of how reading the site is going
 * @param choose picks what is new, by what stands for the participant's facts so far
 * @param isOverfull asked after that: whether the site showed more than is noted of one
 * @returns the number of facts appended; 0 for a read that was noted before
 * @throws UnknownParticipant, Locked, SealBroken or Dexie errors; then nothing is stored
 */
export function noteRead(
  database: JejakDatabase,
  read: { id: string; at: string; participant: string; site: string; understood: boolean | undefined },
  choose: (known: Digest) => Fact[],
  isOverfull = () => false,
): Promise<number> {
  const { reads, sites } = database
  return database.transaction("rw", [...digestTables(database), reads, sites], async () => {
    // All at once: most of the time goes into waiting for the browser.
    const since = database.where === "disk" ? askDigest(database, read.participant) : undefined
    const [before, person, latest, count, health] = await Promise.all([
      reads.get(read.id),
      database.participants.get(read.participant),
      reads.orderBy("at").last(),
      reads.count(),
      sites.get(read.site),
      since,
    ])
    if (before) return 0
    if (!person) throw new UnknownParticipant(read.participant)
    const owner = ownerOf(database, person)
    const found = await digestFor(database, owner, read.at, since)
    const chosen = choose(found.digest)
    // The oldest are forgotten: by the order in which they came, whatever the clock says.
    const at = latest && latest.at >= read.at ? new Date(epoch(latest.at) + 1).toISOString() : read.at
    const forgotten = count + 1 - REMEMBERED_READS
    const went = siteAfter(health, read, isOverfull())
    await Promise.all([
      reads.add({ id: read.id, at }),
      forgotten > 0 && reads.orderBy("at").limit(forgotten).delete(),
      went && sites.put(went),
      append(database, owner, found, chosen),
    ])
    return chosen.length
  })
}

/** How reading a site goes after a read of it; undefined where that says nothing. */
function siteAfter(
  health: SiteRecord | undefined,
  { site, at, understood }: { site: string; at: string; understood: boolean | undefined },
  isOverfull: boolean,
): SiteRecord | undefined {
  const overfull = isOverfull ? at : health?.overfull
  const of = { site, ...(overfull && { overfull }) }
  if (understood) return { ...of, lastRead: at }
  if (understood === undefined) return isOverfull ? { ...health, ...of } : undefined
  // What was last read after this moment was so by a clock that has been set back.
  const lastRead = health?.lastRead !== undefined && health.lastRead > at ? at : health?.lastRead
  return { ...of, ...(lastRead && { lastRead }), unreadSince: health?.unreadSince ?? at }
}
