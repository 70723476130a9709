import type { PageMessage } from "../messages/page-messages"
import type { Shown, Standing } from "../storage/accounts"
import type { JejakDatabase, Participant } from "../storage/database"
import { isLocked } from "../storage/locking"
import { isOwnPage, isSettled } from "./accounts"
import type { Circumstances } from "./change"
import { notePageRead } from "./read-page"
import type { KnownSite } from "./readable-site"
import { Refusal } from "./refusal"

type PageRead = Extract<PageMessage, { type: "page-read" }>

/** A page that was read, and what it shows of an account. */
type PageOfRead = KnownSite & { host: string; onPage: readonly Shown[] }

/**
 * Notes a read for whoever is looked at, if the page is known to be theirs; otherwise it is asked whose it is.
 * @returns for whom it was noted and how many facts were new; undefined where it is not known to be theirs
 * @throws Refusal where there is nobody to note for, or they are locked; Dexie errors; then nothing is noted
 */
export async function noteForOwner(
  database: JejakDatabase,
  read: PageRead,
  page: PageOfRead,
  { now, newId }: Circumstances,
): Promise<{ participant: string; noted: number } | undefined> {
  const at = now()
  const noteFor = async (whose: (standing: Standing) => Participant | undefined) => {
    let owner: Participant | undefined
    const open = (standing: Standing) => {
      owner = whose(standing)
      return owner && isLocked(database, owner) ? undefined : owner
    }
    const noted = await notePageRead(database, read, page, { whose: open, now: at, newId })
    if (owner && noted === undefined) throw new Refusal("locked")
    return owner && noted !== undefined ? { participant: owner.id, noted } : undefined
  }
  let current: Participant | undefined
  const settled = await noteFor((standing) => {
    current = standing.current
    return isSettled(page, standing) ? current : undefined
  })
  if (settled) return settled
  const id = current?.id
  if (id === undefined) throw new Refusal("unknown-participant")
  // What the guard learns or asks is written by itself, whatever becomes of the read.
  if (!(await isOwnPage(database, page, id, { now, newId }))) return undefined
  const own = await noteFor(({ people }) => people.find((one) => one.id === id))
  if (!own) throw new Refusal("unknown-participant")
  return own
}
