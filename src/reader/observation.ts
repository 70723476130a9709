import type { Mode } from "../programmes/steps"

/** The particulars of one training as its own card tells them. `title` is a stranger's text: never trust, never interpret. */
export interface CardParticulars {
  title: string
  /** The training institution (LP). */
  provider?: string
  mode?: Mode
  /** Civil dates "2024-03-01", or with a clock "2024-03-01T09:00", in the programme's zone. */
  startsAt?: string
  endsAt?: string
  boughtOn?: string
}

/** What was read beside the words. Amounts are whole rupiah, dates civil dates in the programme's zone. */
export interface ObservedValues {
  amount?: number
  date?: string
  days?: number
  /** A number named in the words themselves ("survey 2"). */
  n?: number
  /** 1-based place among the page's payments of the same amount, oldest first. */
  ordinal?: number
  /** The wallet's id in the pack. */
  provider?: string
  /** Sixteen digits. Leaves the page only towards the service worker, which keeps a fingerprint and the last four. */
  card?: string
  /** Who is logged in, as shown. Leaves the page only towards the service worker, which keeps a fingerprint. */
  name?: string
  email?: string
}

/** One thing a page says, by the id of the pack's signal; what that means is the pack's business. */
export interface Observation {
  signal: string
  training?: CardParticulars
  values?: ObservedValues
  /** The page's own words, at most 120 characters, long digit runs and who is logged in masked. */
  words: string
  /** Where the words stood. */
  place: { kind: "control" | "heading" | "badge" | "address"; section?: string }
}

/** The outcome of one read. `silent`: nothing was looked at. `unread`: a progress page on which nothing was understood. */
export interface Reading {
  kind: "silent" | "unread" | "read"
  observations: Observation[]
  /** What was thrown at a part of the page, the first of several; what that would have said is not there. */
  error?: unknown
}
