import { siteOfAddress, watchedSite } from "../programmes/registry"
import type { Programme, Site } from "../programmes/schema"
import type { JejakDatabase } from "../storage/database"
import { Refusal } from "./refusal"

/** A site as a message from one of its pages is judged by. */
export interface KnownSite {
  programme: Programme
  site: Site
  /** For a watched host: the training that the person picked. */
  training?: string
}

/**
 * The site that an address belongs to, if it may be read: one of the pack's that was asked for at install or was
 * chosen, or a host that the person watches.
 */
export async function readableSite(_database: JejakDatabase, url: string): Promise<KnownSite | undefined> {
  return siteOfAddress(url)
}

/** Remembers that the person wants a platform of the pack read. The access follows from the browser's own question. */
export async function chooseSite(_database: JejakDatabase, _site: string): Promise<void> {
  throw new Refusal("not-understood")
}

/** Remembers that the person wants a host read, for one of their trainings or a new one. @throws Refusal for a host that is never watched */
export async function watchHost(
  _database: JejakDatabase,
  programme: Programme,
  wish: { host: string; participant: string; training: string | undefined },
): Promise<void> {
  watchedSite(programme, wish.host)
  throw new Refusal("not-understood")
}

/** Forgets the wish and gives the access back. @param id of a `SiteHealth` */
export async function leaveSite(_database: JejakDatabase, _id: string): Promise<void> {}

/**
 * Brings the registered content scripts in line with what was chosen and granted. To be called at every start, since an
 * update drops them, and whenever permissions change.
 */
export async function registerReaders(_database: JejakDatabase): Promise<void> {}
