import type { Digest } from "../journey/digest"
import type { Fact } from "../journey/facts"
import { cameAfter } from "../journey/order"
import { programmes } from "../programmes/registry"
import { aside } from "./aside"
import type { JejakDatabase, Participant } from "./database"
import { extendDigest, type Found, findDigest, type KnownSince, makeDigest, type Owner } from "./digests"
import { factRows, readFacts } from "./fact-rows"
import { keyOf, present } from "./locking"
import { openFacts, sealFacts } from "./sealing"

/*
 * The only way to facts. Whether a participant's are sealed, and with which key, is looked up in the same transaction
 * that reads or writes them: so no fact can be written plainly beside sealed ones, nor with a key that is gone.
 */

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
export async function digestFor(
  database: JejakDatabase,
  owner: Owner,
  now: string,
  known?: KnownSince,
): Promise<Found> {
  return (await findDigest(database, owner, now, known)) ?? makeDigest(database, owner, now, true)
}

/** Appends facts that are told to be later than all that there are, also where the clock was set back; as part of such a transaction. */
export async function append(
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

/** What a transaction has to have so that facts can be appended in it. */
export function digestTables({ participants, facts, digests, where }: JejakDatabase) {
  // A later version may have no such table.
  return where === "read-only" ? [participants, facts] : [participants, facts, digests]
}

/** @throws Locked */
export function ownerOf(database: JejakDatabase, person: Participant): Owner {
  return {
    participant: person.id,
    key: keyOf(database, person),
    programme: programmes.find(({ id }) => id === person.programme),
  }
}
