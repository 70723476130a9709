import type { DescribedSignal, Label } from "./description"
import type { Captures } from "./phrases"

type Meant =
  /** What only says whose page it is counts as no word of progress. */
  | { is: "signal" | "account"; described: DescribedSignal }
  /** A heading that a signal asks for, or (null) under which only trainings stand. */
  | { is: "section"; of: DescribedSignal | null; described?: never }
  | { is: "mode" | "silence"; described?: never }
  | { is: "wallet"; wallet: string; described?: never }

/** What a whole text of the page can mean, and what the phrase's wildcards stood for. */
export type Meaning = Meant & { captures: Captures }

/** What a phrase of the site's description means. */
export type PhraseMeaning = Meant

/** A label at a text's beginning and what comes after it. */
export interface Labelled {
  label: Label
  rest: string
}

/**
 * What a unit is within its group, as far as words and shape tell. A label is one that the site's description
 * knows; a caption is another text that announces what comes after it.
 */
export type Role =
  | "section"
  | "heading"
  | "label"
  | "caption"
  | "value"
  | "control"
  | "prose"
  | "text"
  | "muted"
