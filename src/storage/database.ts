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

/** Single values: the fingerprints' salt, who is looked at, what the person wants of Jejak (JSON). */
export interface Setting {
  key: "salt" | "current-participant" | "preferences"
  value: string
}

/** A site that the person wants read beside the one asked for at install. */
export interface ChosenSite {
  /** The pack's id, or `host:` and the host. */
  id: string
  /** For a watched host: who picked it, and for which training. */
  host?: string
  participant?: string
  training?: string
  /** Instant (UTC) at which its access was first there; until then it is only a wish. */
  grantedAt?: string
}

/** A reminder of the plan. Instants in UTC. */
export interface ReminderRecord {
  id: string
  participant: string
  /** When it is due; moved by a snooze. */
  at: string
  /** The person has moved it, so that the plan no longer does. */
  snoozed?: boolean
  state: "planned" | "shown" | "skipped"
  /** What this browser's clock said when it was shown or skipped. */
  settledAt?: string
}

/** A card within pages that the person does not want, until an instant (UTC), or for good. */
export interface Dismissal {
  /** The participant's id and the hint's. */
  id: string
  until?: string
}

/** Jejak's own database, of which the background is the only writer. */
export class JejakDatabase extends Dexie {
  declare participants: EntityTable<Participant, "id">
  declare facts: EntityTable<Fact, "id">
  declare reads: EntityTable<NotedRead, "id">
  declare sites: EntityTable<SiteRecord, "site">
  declare settings: EntityTable<Setting, "key">
  declare chosen: EntityTable<ChosenSite, "id">
  declare reminders: EntityTable<ReminderRecord, "id">
  declare dismissals: EntityTable<Dismissal, "id">

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
  { version: 2, stores: { chosen: "id", reminders: "id, [participant+state]", dismissals: "id" } },
]
