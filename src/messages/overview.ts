import type { Journey } from "../journey/journey"
import type { AddressVerdict } from "../programmes/address"
import type { Site } from "../programmes/schema"

export interface ParticipantView {
  id: string
  displayName: string
  wave: number
  /** Civil date. */
  announcedOn: string
}

/** How one site is getting on: instants in UTC. */
export interface SiteHealth {
  site: string
  name: string
  host: string
  lastRead?: string
  /** Last time a progress page was seen of which nothing was understood, if later than `lastRead`. */
  unreadSince?: string
  access: boolean
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

/** Where the overview lies in `storage.local`, for the popup to paint before anybody is awake. */
export const OVERVIEW_KEY = "overview"

/** All that the popup shows; stored whole, so that it can be painted at once. */
export interface Overview {
  version: 1
  participant?: ParticipantView
  journey?: Journey
  sites: SiteHealth[]
  links: Record<string, string>
  contacts: ContactView[]
  /** Ids of what must be true before a bank account or wallet is linked; each has its words in `locales/`. */
  prerequisites?: string[]
  /** Host patterns that have not been granted, to ask for on the person's click. */
  missingAccess: string[]
  /** Waves of the programme with the year of the state budget they belong to. */
  waves: { first: number; last: number; years: { from: number; to: number; year: number }[] }
}

/** What each message is answered with, inside a `Reply`. Whatever changes something answers with the new overview. */
export interface Replies {
  "page-opened": { site: Site | null }
  "page-read": { noted: number }
  overview: Overview
  "add-participant": Overview
  "change-participant": Overview
  "say-step": Overview
  answer: Overview
  retract: Overview
  "describe-training": Overview
  "judge-address": AddressVerdict
  "export-backup": { fileName: string; json: string }
  "import-backup": { participants: number; facts: number }
  "permissions-changed": Overview
}
