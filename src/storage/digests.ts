import { condensed, type Digest, digestOf, isGoodAt, wholeOf, withAdded } from "../journey/digest"
import type { Fact } from "../journey/facts"
import { compareText } from "../journey/order"
import type { Told } from "../journey/plenty"
import type { Programme } from "../programmes/schema"
import { open, type Sealed, seal } from "../sealing/aes"
import { aside } from "./aside"
import type { Asking } from "./at-once"
import type { DataKey, DigestPart, DigestSince, Ends, JejakDatabase, Place, Remembered } from "./database"
import { factRows, readWithin } from "./fact-rows"

/*
 * What stands for a participant's facts, so that what a page shows is noted as quickly by somebody with a hundred thousand
 * facts as by somebody with a thousand. It lies in two parts: the facts that mattered when it was made, and what has come
 * since, which is small and is written together with the facts. Everything here is done within a transaction that has
 * `participants`, `facts` and `digests`.
 */

/** Of so many facts all are looked at. */
export const FEW = 256
/** So much is added before what has become irrelevant is left out again. */
const MOST_SINCE = 64
/** Raised whenever other facts become relevant. */
const KIND = 1

/** Whose facts, what they are sealed with, and by which rules they are read. */
export interface Owner {
  participant: string
  key: DataKey | undefined
  /** Undefined where no rules are known by which their facts could be read. */
  programme: Programme | undefined
}

interface Ruled extends Owner {
  programme: Programme
}

/** A digest as it was found; without `stored` it does not lie anywhere. */
export type Found = Pick<Remembered, "digest"> & Partial<Pick<Remembered, "stored">>
type Stored = Remembered["stored"]

type SinceRow = DigestPart & Partial<DigestSince>

/** The part by which a digest is found, as it was asked for before; without a row there is none. */
export interface KnownSince {
  row: SinceRow | undefined
}

/** Whose was read last; undefined where none was. */
export function lastDigested({ digested }: JejakDatabase): string | undefined {
  return [...digested.keys()].at(-1)
}

/** The part by which a digest is found, to be asked for together with other things. */
export function askSince(store: Asking, participant: string): IDBRequest<SinceRow | undefined> {
  return store("digests").get(partId(participant, "since"))
}

/** The digest of whoever has one, or few facts. @param now an instant @param known what `askSince` was answered */
export async function findDigest(
  database: JejakDatabase,
  owner: Owner,
  now: string,
  known?: KnownSince,
): Promise<Found | undefined> {
  const found = isStored(database, owner) ? await stored(database, owner, known) : undefined
  if (found) return isGoodAt(found.digest, now) ? found : undefined
  const rows = await factRows(database, owner.participant)
    .limit(FEW + 1)
    .toArray()
  if (rows.length > FEW) return undefined
  return { digest: wholeOf(await readWithin(database, owner.key, rows), owner.programme, now) }
}

/** Makes the digest of all facts. @param store in a transaction that writes @throws Dexie errors */
export async function makeDigest(
  database: JejakDatabase,
  owner: Owner,
  now: string,
  store: boolean,
): Promise<Found> {
  const rows = await factRows(database, owner.participant).toArray()
  const facts = await readWithin(database, owner.key, rows)
  if (!isStored(database, owner)) return { digest: wholeOf(facts, owner.programme, now) }
  const digest = digestOf(facts, owner.programme, now)
  return store ? { digest, stored: await putAnew(database, owner, digest) } : { digest }
}

/** Brings the digest in line with facts that have just been appended at `now`. */
export async function extendDigest(
  database: JejakDatabase,
  owner: Owner,
  { digest, stored }: Found,
  added: readonly Fact[],
  now: string,
): Promise<void> {
  if (added.length === 0 || !isStored(database, owner)) return
  const more = withAdded(digest, added, owner.programme, now)
  if (!more) return forgetDigest(database, owner.participant)
  if (!stored && more.facts.length <= FEW) return
  const since = [...(stored?.since ?? []), ...added]
  if (!stored || since.length > MOST_SINCE) await putAnew(database, owner, condensed(more, owner.programme))
  else
    await putSince(database, owner, more, {
      base: stored.base,
      since,
      ends: endsWith(stored.ends, added, owner),
    })
}

/** Forgets what was made of a participant's facts, to be made anew when it is needed. */
export async function forgetDigest(database: JejakDatabase, participant: string): Promise<void> {
  database.digested.delete(participant)
  await database.digests.bulkDelete([partId(participant, "base"), partId(participant, "since")])
}

/** The same for everybody. */
export async function forgetDigests(database: JejakDatabase): Promise<void> {
  database.digested.clear()
  await database.digests.clear()
}

/** What lies in memory only is small, and what a later version wrote is not ours to add to. */
function isStored({ where }: JejakDatabase, owner: Owner): owner is Ruled {
  return where === "disk" && owner.programme !== undefined
}

async function stored(
  database: JejakDatabase,
  owner: Ruled,
  known: KnownSince | undefined,
): Promise<Remembered | undefined> {
  const { digests, digested } = database
  const { participant } = owner
  const remembered = digested.get(participant)
  const made = madeFor(database, owner)
  const isAsRemembered = (since: SinceRow | undefined) => remembered && since?.stamp === remembered.stamp
  if (known && isAsRemembered(known.row)) return known.row?.made === made ? remembered : undefined
  const part = (name: "base" | "since") => digests.get(partId(participant, name))
  // What may not be needed is asked for beside what is.
  const [row, base, ends] = await Promise.all([
    known ? known.row : part("since"),
    part("base"),
    endsOf(database, participant),
  ])
  if (row?.made !== made) return undefined
  if (isAsRemembered(row)) return remembered
  if (row.first !== ends.first.id || row.last !== ends.last.id) return undefined
  if (!base || base.stamp !== row.base) return undefined
  const [facts, later] = await Promise.all([
    opened<{ facts: Fact[] }>(owner.key, base),
    opened<{ facts: Fact[]; told: Told }>(owner.key, row),
  ])
  if (!facts || !later) return undefined
  const digest = { facts: [...facts.facts, ...later.facts], told: later.told }
  const found = { digest, stored: { base: base.stamp, since: later.facts, ends }, stamp: row.stamp }
  digested.set(participant, found)
  return found
}

async function putAnew(database: JejakDatabase, owner: Ruled, digest: Digest): Promise<Stored> {
  const { participant } = owner
  const [id, stamp] = [partId(participant, "base"), crypto.randomUUID()]
  const content = await closed(owner.key, id, { facts: digest.facts })
  await database.digests.put({ id, participant, stamp, content })
  const stored = { base: stamp, since: [], ends: await endsOf(database, participant) }
  await putSince(database, owner, digest, stored)
  return stored
}

async function putSince(
  database: JejakDatabase,
  owner: Ruled,
  digest: Digest,
  stored: Stored,
): Promise<void> {
  const { participant } = owner
  const [id, stamp] = [partId(participant, "since"), crypto.randomUUID()]
  const content = await closed(owner.key, id, { facts: stored.since, told: digest.told })
  const made = madeFor(database, owner)
  const [first, last] = [stored.ends.first.id, stored.ends.last.id]
  await database.digests.put({ id, participant, stamp, base: stored.base, made, first, last, content })
  // Whatever becomes of the transaction, nobody else's row has this stamp.
  database.digested.set(participant, { digest, stored, stamp })
}

function partId(participant: string, part: "base" | "since"): string {
  return `${participant}|${part}`
}

/** By which version of Jejak, with which rules and under which key it was made. */
function madeFor({ build }: JejakDatabase, { programme, key }: Ruled): string {
  return `${KIND} ${build} ${programme.id} ${programme.checkedOn} ${key?.keyId ?? ""}`
}

/** The first and the last of a participant's facts, by which it is noticed that others were put there than are known. */
async function endsOf(database: JejakDatabase, participant: string): Promise<Ends> {
  const rows = factRows(database, participant)
  const [first = NO_ROW, last = NO_ROW] = await Promise.all([rows.clone().first(), rows.clone().last()])
  return { first: placeOf(first), last: placeOf(last) }
}

/** The same once more facts lie there, in the order of the index. */
function endsWith({ first, last }: Ends, added: readonly Fact[], { key }: Owner): Ends {
  const places = added.map(({ id, at }) => placeOf({ id, at: key ? "" : at })).sort(inIndex)
  const [before = first, after = last] = [places[0], places.at(-1)]
  return { first: inIndex(before, first) < 0 ? before : first, last: inIndex(after, last) > 0 ? after : last }
}

const placeOf = ({ id, at }: Place): Place => ({ id, at })
const inIndex = (a: Place, b: Place) => compareText(a.at, b.at) || compareText(a.id, b.id)
const NO_ROW: Place = { id: "", at: "" }

async function closed(key: DataKey | undefined, id: string, content: object): Promise<string | Sealed> {
  const text = JSON.stringify(content)
  return key ? aside(() => seal(key.key, text, id)) : text
}

/** Undefined for what cannot be opened: everything in it follows from the facts. */
async function opened<Content>(
  key: DataKey | undefined,
  { id, content }: DigestPart,
): Promise<Content | undefined> {
  try {
    if (typeof content === "string") return key ? undefined : JSON.parse(content)
    return key && JSON.parse(await aside(() => open(key.key, content, id)))
  } catch {
    return undefined
  }
}
