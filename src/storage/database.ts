import { Dexie, type EntityTable } from "dexie"
import type { Digest } from "../journey/digest"
import type { Fact } from "../journey/facts"
import type { Sealed } from "../sealing/aes"
import type { Kdf } from "../sealing/kdf"
import { ownVersionOnly } from "./own-version"

export interface Participant {
  id: string
  programme: string
  displayName: string
  wave: number
  /** Instant, UTC. */
  createdAt: string
  protection?: Protection
}

/** How a participant's facts are encrypted: with a random key, which is itself sealed with the passphrase's. */
export interface Protection {
  kdf: Kdf
  /** Tells one random key from another, so that facts of two are never mixed. */
  keyId: string
  /** The random key, sealed with the one that the passphrase gives. */
  key: Sealed
}

/** A fact of a participant with a passphrase, as it lies on the disk. */
export interface SealedFact {
  id: string
  participant: string
  /** Always empty: when something happened is told to nobody. */
  at: ""
  sealed: Sealed
}

/** A participant's random key while they are unlocked: never on the disk. */
export interface DataKey {
  /** `Protection.keyId` of what it opens. */
  keyId: string
  key: CryptoKey
  /** The same 32 bytes in base64, to be sealed anew under another passphrase. */
  raw: string
}

/** An account of the programme's own site, by the salted hash of what is shown of it. */
export interface Account {
  fingerprint: string
  kind: "card" | "email" | "name"
  /** Whose it is; null: somebody's who is no participant here. */
  participant: string | null
}

/** A copy of everything (a backup's text), made before something was restored. Instant in UTC. */
export interface SafetyCopy {
  id: string
  at: string
  people: number
  facts: number
  backup: string
}

/** A part of what stands for a participant's facts: everything in it follows from them. */
export interface DigestPart {
  id: string
  participant: string
  /** A random name of what was written here. */
  stamp: string
  /** JSON; sealed for a participant with a passphrase. */
  content: string | Sealed
}

/** Where a row of the facts lies among those of its participant. */
export type Place = Pick<Fact | SealedFact, "id" | "at">

/** Where the first and the last of them lie. */
export interface Ends {
  first: Place
  last: Place
}

/** What was read of a digest, by the stamp of the part that is written with every fact. */
export interface Remembered {
  stamp: string
  digest: Digest
  stored: { base: string; since: readonly Fact[]; ends: Ends }
}

/** The part that is written with every fact. */
export interface DigestSince extends DigestPart {
  /** The stamp of the part that it goes on from. */
  base: string
  /** By what the digest was made. */
  made: string
  /** Ids of the first and the last row of the facts that it stands for. */
  first: string
  last: string
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
  /** Last time that it showed more than is noted of one site. */
  overfull?: string
}

/**
 * Single values: the fingerprints' salt, who is looked at, what the person wants of Jejak, whose account is asked, and what
 * each of the programme's own sites last showed of an account (JSON).
 */
export interface Setting {
  key: "salt" | "current-participant" | "preferences" | "account-question" | "accounts-seen"
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

/** All reminders of a participant with a passphrase, in one: their ids name trainings and deadlines. */
export interface SealedReminders {
  id: string
  participant: string
  /** So that no index tells of what it holds. */
  state: "sealed"
  sealed: Sealed
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
  /** To be read and written by `storage/facts.ts` only, which opens and seals. */
  declare facts: EntityTable<Fact | SealedFact, "id">
  declare reads: EntityTable<NotedRead, "id">
  declare sites: EntityTable<SiteRecord, "site">
  declare settings: EntityTable<Setting, "key">
  declare chosen: EntityTable<ChosenSite, "id">
  /** To be read and written by `storage/reminders.ts` only, which opens and seals. */
  declare reminders: EntityTable<ReminderRecord | SealedReminders, "id">
  declare dismissals: EntityTable<Dismissal, "id">
  declare accounts: EntityTable<Account, "fingerprint">
  declare copies: EntityTable<SafetyCopy, "id">
  /** To be read and written by `storage/digests.ts` only. */
  declare digests: EntityTable<DigestPart & Partial<DigestSince>, "id">
  /** The random keys of the participants that are unlocked, by participant. */
  readonly keys = new Map<string, DataKey>()
  /** What was read of the digests, by participant. */
  readonly digested = new Map<string, Remembered>()
  /** The read that was noted last, and how many are remembered with it; right as long as it lies there. */
  latestRead: (NotedRead & { count: number }) | undefined
  /** The version of Jejak whose rules the digests are made by. */
  build = ""
  /** Where what is noted lies. */
  readonly where: Where
  /** Instant (UTC) since which the browser has refused to store more; told by the background. */
  fullSince: string | undefined
  /** How often a write has found no room. */
  refusals = 0

  /** @param name another name than the usual one, for tests. */
  constructor(name = "jejak", { where = "disk", indexedDB, ...options }: DatabaseMaking = {}) {
    const factory = indexedDB ?? globalThis.indexedDB
    super(name, {
      // Without "strict" Chrome reports a commit before the data has reached the disk.
      chromeTransactionDurability: "strict",
      ...options,
      ...(factory && { indexedDB: where === "read-only" ? factory : ownVersionOnly(factory) }),
    })
    this.where = where
    for (const name of OF_LIVE_QUERIES) this.unuse({ stack: "dbcore", name })
    // A later version's tables are taken as they are.
    if (where !== "read-only")
      for (const { version, stores } of VERSIONS) this.version(version).stores(stores)
  }
}

/** What Dexie does at every request and commit so that queries can be watched, which nobody does here. */
const OF_LIVE_QUERIES = ["Observability", "Cache"]

/**
 * `disk`: the browser's database. `memory`: it gives none. `read-only`: a later version of Jejak wrote it, so that it is
 * only shown.
 */
type Where = "disk" | "memory" | "read-only"

/** How a database is made; by default the browser's own, opened when it is first needed. */
interface DatabaseMaking {
  where?: Where
  indexedDB?: IDBFactory
  IDBKeyRange?: typeof globalThis.IDBKeyRange
  autoOpen?: boolean
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
  { version: 3, stores: { accounts: "fingerprint, participant", copies: "id, at" } },
  { version: 4, stores: { digests: "id" } },
]
