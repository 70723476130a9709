import type { History } from "../journey/history"
import type { Journey, WarningView } from "../journey/journey"
import type { Snooze } from "../journey/reminder-clock"
import type { PlannedReminder } from "../journey/reminders"
import type { AddressVerdict } from "../programmes/address"
import type { Source } from "../programmes/schema-basics"
import type { Mode, Severity, StepId } from "../programmes/steps"
import type { Watchable } from "../programmes/watchable"
import type { Description } from "../reader/description"
import type { PageShape } from "../reader/page-shape"
import type { Kdf } from "../sealing/kdf"
import type { Fault } from "./faults"
import type { Guide } from "./guide"
import type { Failure } from "./messages"
import type { Preferences } from "./preferences"

export interface ParticipantView {
  id: string
  displayName: string
  wave: number
  /** Civil date; empty while locked. */
  announcedOn: string
}

/** Somebody on this browser, as one chooses between them. */
export interface PersonView {
  id: string
  displayName: string
  wave: number
  /** Looked at now. */
  current: boolean
  /** How to derive the key from the passphrase, where there is one. */
  kdf?: Kdf
  /** Protected by a passphrase that was not given since the browser was started. */
  locked: boolean
  /** It is known which account of the programme's own site is theirs. */
  hasAccount?: true
}

/** The programme's own site shows an account, and it is not known that it is the current participant's. */
export interface AccountQuestion {
  /** To be answered by `answer-account`. */
  id: string
  /** The `SiteHealth.site`. */
  site: string
  host: string
  /** Instant (UTC) at which it was seen. */
  at: string
  /** The participant that it is known to belong to, if it is another's. */
  belongsTo?: { id: string; displayName: string }
  /** The person said that it is nobody's here: told, so that it can be said otherwise, and not asked. */
  nobody?: true
}

/** How one site is getting on: instants in UTC. */
export interface SiteHealth {
  /** The pack's id of the site, or `host:` and the host for one that the person watches. */
  site: string
  /** `home`: asked for at install. `platform`: known to the pack, read once chosen. `watched`: any other. */
  kind: "home" | "platform" | "watched"
  /** The person wants it read, whether or not the access is there. */
  chosen: boolean
  /** Host patterns to ask the browser for. */
  patterns: string[]
  /** Steps of which its pages can tell something. */
  reads: StepId[]
  /** For a watched site: the training that it is about. */
  training?: string
  name: string
  host: string
  lastRead?: string
  /** Last time a progress page was seen of which nothing was understood, if later than `lastRead`. */
  unreadSince?: string
  /** Last time (instant, UTC) that it showed more than is noted of one site, so that some of it was left out. */
  overfull?: string
  access: boolean
  /** Jejak itself went wrong there: the last instant (UTC), and how often. */
  fault?: { at: string; count: number }
}

/** How what is noted is kept now. */
export interface Keeping {
  /**
   * `memory`: the browser gives no database, and all is gone with the browser. `read-only`: a later version of Jejak wrote
   * the database, so that this one only shows it.
   */
  where: "disk" | "memory" | "read-only"
  /** Instant (UTC) since which the browser has refused to store more. */
  fullSince?: string
}

/** A name in words of the person and an address that a button may open. */
export interface ContactView {
  id: string
  name: string
  phone?: string | undefined
  whatsapp?: string | undefined
  email?: string | undefined
  url?: string | undefined
}

/** The card within a page, in the person's language. */
export interface HintView {
  id: string
  severity: Severity
  /** That of all its words (BCP 47). */
  language: string
  title: string
  text: string
  /** What is still to be checked, each a short line. */
  points: string[]
  /** Who speaks, and the labels of the buttons; `open` is absent where there is nothing more to see. */
  labels: { from: string; open?: string; tomorrow: string; never: string; close: string }
}

/** What is known of the address in a tab, and whether the person may have it read. */
export interface TabJudgement extends AddressVerdict {
  watchable?: Watchable
  /** The `SiteHealth.site` of which this is a page that may be read now. */
  readable?: string
}

/** One reminder, for the page on which it is answered. */
export interface ReminderView {
  id: string
  /** Whose it is, and their journey: it need not be whoever is looked at. */
  participant: ParticipantView
  journey: Journey
  warning: WarningView
  kind?: PlannedReminder["kind"]
  /** It may have been done since. */
  standing: boolean
  /** How it can still be put off, each with the instant (UTC) at which it then comes. */
  snoozes: { until: Snooze; at: string }[]
  /** The instant (UTC) to which it has been put off. */
  snoozedUntil?: string
}

export interface WalletView {
  id: string
  name: string
  kind: "bank" | "e-wallet"
  tier?: string
  contact: string
}

/**
 * Where the overview lies in `storage.local`, for the popup to paint before anybody is awake; that of a participant with a
 * passphrase in `storage.session`.
 */
export const OVERVIEW_KEY = "overview"

/**
 * In `storage.session`: the `stamp` of the overview that is kept, unless that is to leave no trace. Only the background
 * writes it.
 */
export const STAMP_KEY = "stamp"

/** In `storage.session`: what the popup paints when it is opened. */
export const PAINTING_KEY = "painting"

/** All that the popup shows; stored whole, so that it can be painted at once. */
export interface Overview {
  version: 3
  /** The same in two overviews that differ in nothing but the instant at which they were computed. */
  stamp?: string
  keeping: Keeping
  /** Everybody on this browser, in the order in which they came. */
  people: PersonView[]
  /** Whoever is looked at. Without a journey while locked. */
  participant?: ParticipantView
  journey?: Journey
  /** Why there is no journey although nothing is locked: the participant's facts could not be read. */
  unreadable?: Failure
  /** Nothing is noted from that site until this is answered. */
  accountQuestion?: AccountQuestion
  /** Which programme's rules are shown, and when they were last compared with their sources. */
  programme: { name: string; checkedOn: string; zone: string; zoneLabel: string }
  sites: SiteHealth[]
  links: Record<string, string>
  contacts: ContactView[]
  /** Ids of what must be true before a bank account or wallet is linked; each has its words in `locales/`. */
  prerequisites: { id: string; check: boolean; eWalletOnly: boolean; source: Source }[]
  wallets: WalletView[]
  linkingFailures: { id: string; label: string; prerequisites: string[]; source: Source }[]
  /** Limits that are told: tries a day, wrong codes. */
  advice: {
    id: string
    /** The steps at which it is told, in trainings of these modes; without modes in all. */
    steps: StepId[]
    modes?: Mode[] | undefined
    values: Record<string, number>
    source: Source
  }[]
  preferences: Preferences
  /** Host patterns of sites that are to be read and have not been granted, to ask for on the person's click. */
  missingAccess: string[]
  /** Waves of the programme with the year of the state budget they belong to. */
  waves: { first: number; last: number; years: { from: number; to: number; year: number }[] }
}

/** What restoring a backup would do. */
export interface BackupPreview {
  /** Instant (UTC). */
  exportedAt: string
  people: {
    displayName: string
    wave: number
    isNew: boolean
    /** Their facts are encrypted in the file. */
    sealed: boolean
    /** Facts in the file, and how many of them are not known yet. */
    facts: number
    newFacts: number
  }[]
  /** Preferences in the file that would be taken over, since nothing was chosen on this browser. */
  preferences: boolean
}

/** A copy of everything, made by itself before something was restored. */
export interface SafetyCopyView {
  id: string
  /** Instant (UTC). */
  at: string
  people: number
  facts: number
}

/** What each message is answered with, inside a `Reply`. Whatever changes something answers with the new overview. */
export interface Replies {
  "page-opened": { site: Description | null }
  "page-read": { noted: number }
  "page-hint": { hint: HintView | null }
  "hint-answered": Record<string, never>
  overview: Overview
  "add-participant": Overview
  "change-participant": Overview
  "say-step": Overview
  answer: Overview
  retract: Overview
  "describe-training": Overview
  "say-same": Overview
  "not-mine": Overview
  check: Overview
  "wrong-codes": Overview
  "choose-site": Overview
  "watch-site": Overview
  "leave-site": Overview
  "change-preferences": Overview
  reminder: ReminderView
  snooze: Overview
  "judge-address": TabJudgement
  "export-backup": { fileName: string; json: string }
  "import-backup": { participants: number; facts: number }
  "permissions-changed": Overview
  "switch-participant": Overview
  "remove-participant": Overview
  protect: Overview
  unprotect: Overview
  unlock: Overview
  lock: Overview
  "answer-account": Overview
  "forget-accounts": Overview
  reject: Overview
  "split-training": Overview
  history: History
  "preview-backup": BackupPreview
  "safety-copies": SafetyCopyView[]
  "restore-copy": Overview
  "page-shape": PageShape
  guide: Guide
  faults: Fault[]
  "note-fault": Record<string, never>
  "delete-everything": Overview
}
