import { Dexie, type EntityTable } from "dexie"
import type { Fact } from "../journey/facts"

export interface Participant {
  id: string
  programme: string
  displayName: string
  wave: number
  /** Instant, UTC. */
  createdAt: string
}

/** A read that was noted, so that the same one sent again is not noted twice. */
export interface NotedRead {
  id: string
  at: string
}

/** How reading a site is going; instants in UTC. */
export interface SiteRecord {
  site: string
  lastRead?: string
  unreadSince?: string
}

/** Single values: the fingerprints' salt, who is looked at. */
export interface Setting {
  key: "salt" | "current-participant"
  value: string
}

/** Jejak's own database, of which the background is the only writer. */
export class JejakDatabase extends Dexie {
  declare participants: EntityTable<Participant, "id">
  declare facts: EntityTable<Fact, "id">
  declare reads: EntityTable<NotedRead, "id">
  declare sites: EntityTable<SiteRecord, "site">
  declare settings: EntityTable<Setting, "key">

  /** @param name another name than the usual one, for tests. */
  constructor(name = "jejak") {
    // Without "strict" Chrome reports a commit before the data has reached the disk.
    super(name, { chromeTransactionDurability: "strict" })
    for (const { version, stores } of VERSIONS) this.version(version).stores(stores)
  }
}

/** Every schema there was, oldest first; a newer one adds its `upgrade` in the constructor. */
export const VERSIONS: readonly { version: number; stores: Record<string, string> }[] = [
  {
    version: 1,
    stores: {
      participants: "id",
      facts: "id, [participant+at]",
      reads: "id, at",
      sites: "site",
      settings: "key",
    },
  },
]
