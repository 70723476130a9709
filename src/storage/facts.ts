import type { Digest } from "../journey/digest"
import { epoch } from "../journey/epoch"
import type { Fact } from "../journey/facts"
import { cameAfter } from "../journey/order"
import { programmes } from "../programmes/registry"
import { type Standing, standingIn } from "./accounts"
import { aside } from "./aside"
import type { JejakDatabase, Participant, SiteRecord } from "./database"
import {
  type Asked,
  extendDigest,
  type Found,
  findDigest,
  likelyDigest,
  makeDigest,
  type Owner,
} from "./digests"
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
async function digestFor(database: JejakDatabase, owner: Owner, now: string, since?: Asked): Promise<Found> {
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

/** A read as it is noted. `understood` is undefined for what says nothing of how reading the site is going. */
interface NotedAs {
  id: string
  at: string
  site: string
  understood: boolean | undefined
}

/** What is decided of a read while its transaction waits: by what it finds, and without asking for anything more. */
interface Deciding {
  /** For whom it is noted; undefined when it is for nobody as things stand. */
  whose(standing: Standing): Participant | undefined
  /** Picks what is new, by what stands for the participant's facts so far. */
  choose(known: Digest, participant: string): Fact[]
  /** Asked after that: whether the site showed more than is noted of one. */
  isOverfull?(): boolean
}

/**
 * Notes one read of a page, once, in one transaction: nothing of that by which it is decided can change until it is stored.
 * @returns the number of facts appended, 0 for a read that was noted before; undefined for whom nothing is noted
 * @throws Locked, SealBroken, what deciding throws, or Dexie errors; then nothing is stored
 */
export function noteReadOf(
  database: JejakDatabase,
  read: NotedAs,
  { whose, choose, isOverfull = () => false }: Deciding,
): Promise<number | undefined> {
  const { accounts, settings, reads, sites } = database
  const tables = [...digestTables(database), accounts, settings, reads, sites]
  return database.transaction("rw", tables, async () => {
    // All at once: most of the time goes into waiting for the browser.
    const likely = likelyDigest(database)
    const [standing, { before, latest, count }, health] = await Promise.all([
      standingIn(database),
      readsBefore(database, read.id),
      sites.get(read.site),
      likely?.since,
    ])
    const person = whose(standing)
    if (!person) return undefined
    if (before) return 0
    const owner = ownerOf(database, person)
    const since = likely?.participant === person.id ? likely.since : undefined
    const found = await digestFor(database, owner, read.at, since)
    const chosen = choose(found.digest, person.id)
    // The oldest are forgotten: by the order in which they came, whatever the clock says.
    const at = latest && latest.at >= read.at ? new Date(epoch(latest.at) + 1).toISOString() : read.at
    const forgotten = count + 1 - REMEMBERED_READS
    const went = siteAfter(health, read, isOverfull())
    database.latestRead = { id: read.id, at, count: count + 1 - Math.max(0, forgotten) }
    await Promise.all([
      reads.add({ id: read.id, at }),
      forgotten > 0 && reads.orderBy("at").limit(forgotten).delete(),
      went && sites.put(went),
      append(database, owner, found, chosen),
    ])
    return chosen.length
  })
}

/** Whether a read was noted before, which was the latest, and how many are remembered. */
async function readsBefore(database: JejakDatabase, id: string) {
  const { reads, latestRead: known } = database
  const [before, there] = await reads.bulkGet(known ? [id, known.id] : [id])
  // What was not committed, or has been deleted since, is not there.
  if (known && there) return { before, latest: known, count: known.count }
  const [latest, count] = await Promise.all([reads.orderBy("at").last(), reads.count()])
  return { before, latest, count }
}

/** The same for somebody who is known. @throws UnknownParticipant besides */
export async function noteRead(
  database: JejakDatabase,
  { participant, ...read }: NotedAs & { participant: string },
  choose: Deciding["choose"],
  isOverfull?: () => boolean,
): Promise<number> {
  const whose = ({ people }: Standing) => people.find(({ id }) => id === participant)
  const noted = await noteReadOf(database, read, { whose, choose, ...(isOverfull && { isOverfull }) })
  if (noted === undefined) throw new UnknownParticipant(participant)
  return noted
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
