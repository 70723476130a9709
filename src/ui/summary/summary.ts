/*
 * A participant's own record for a complaint, as plain words: one content, shown on the page, printed, and copied as text.
 */

/** One thing and how it stands, with what it rests on. */
export interface SummaryRow {
  id: string
  title: string
  standing: string
  /** Evidence, deadlines and the like, a sentence each. */
  lines: string[]
  /** Where to go (https). */
  address?: string
}

/** A part that can be left out: the person's own way, one training, the payments, or the warnings. */
export interface SummaryPart {
  /** `person`, `payments`, `warnings`, or `training:` and a training's id. */
  id: string
  heading: string
  about: string[]
  rows: SummaryRow[]
}

export interface Summary {
  heading: string
  /** Who it is about and when it was made. */
  facts: { label: string; text: string }[]
  parts: SummaryPart[]
  /** What this is and what it is not. */
  notes: string[]
}

/** The same with these parts only. */
export function withParts(summary: Summary, included: (part: string) => boolean): Summary {
  return { ...summary, parts: summary.parts.filter(({ id }) => included(id)) }
}
