import type { Digest } from "../journey/digest"
import { epoch } from "../journey/epoch"
import type { Fact } from "../journey/facts"
import { askStanding, type Standing, standingOf } from "./accounts"
import { type Answers, type Asking, atOnce } from "./at-once"
import type { JejakDatabase, NotedRead, Participant, SiteRecord } from "./database"
import { askSince, lastDigested } from "./digests"
import { append, digestFor, digestTables, ownerOf } from "./facts"
import { UnknownParticipant } from "./locking"

/** A page sends a read again for minutes at most; this many ids outlast that by far. */
const REMEMBERED_READS = 1000

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
    // Most of the time goes into waiting for the browser. Whose facts are needed is most likely whose were the last time.
    const likely = database.where === "disk" ? lastDigested(database) : undefined
    const found = await atOnce((store) => ({
      ...askStanding(store),
      ...askLatest(store, database),
      site: store("sites").get(read.site),
      before: store("reads").get(read.id),
      since: likely === undefined ? undefined : askSince(store, likely),
    }))
    const person = whose(standingOf(found))
    if (!person) return undefined
    if (found.before) return 0
    const owner = ownerOf(database, person)
    const since = likely === person.id ? { row: found.since } : undefined
    const known = await digestFor(database, owner, read.at, since)
    const chosen = choose(known.digest, person.id)
    const { latest, count } = await latestOf(database, found)
    // The oldest are forgotten: by the order in which they came, whatever the clock says.
    const at = latest && latest.at >= read.at ? new Date(epoch(latest.at) + 1).toISOString() : read.at
    const forgotten = Math.max(0, count + 1 - REMEMBERED_READS)
    const went = siteAfter(found.site, read, isOverfull())
    database.latestRead = { id: read.id, at, count: count + 1 - forgotten }
    await Promise.all([
      reads.add({ id: read.id, at }),
      forgotten > 0 && reads.orderBy("at").limit(forgotten).delete(),
      went && sites.put(went),
      append(database, owner, known, chosen),
    ])
    return chosen.length
  })
}

/** What is asked so that it can be told which read was noted last, and how many are remembered. */
function askLatest(store: Asking, { latestRead }: JejakDatabase) {
  const reads = store("reads")
  return latestRead
    ? { remembered: reads.get(latestRead.id), newest: undefined, count: undefined }
    : { remembered: undefined, newest: reads.index("at").openCursor(null, "prev"), count: reads.count() }
}

async function latestOf(
  { reads, latestRead }: JejakDatabase,
  { remembered, newest, count }: Answers<ReturnType<typeof askLatest>>,
): Promise<{ latest: NotedRead | undefined; count: number }> {
  if (count !== undefined) return { latest: newest?.value, count }
  if (latestRead && remembered) return { latest: latestRead, count: latestRead.count }
  // It was not committed, or has been deleted since.
  const [latest, all] = await Promise.all([reads.orderBy("at").last(), reads.count()])
  return { latest, count: all }
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
