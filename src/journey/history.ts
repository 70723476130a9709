import type { Programme } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import type { Fact, Particulars, SaidFact } from "./facts"

/** What can be done with an entry: each is one click on the page of the history. */
export type HistoryAction = "confirm" | "reject" | "undo" | "correct"

/** One fact as it is told. */
export interface HistoryEntry {
  /** The fact's id. */
  id: string
  /** Instant, UTC. */
  at: string
  by: "page" | "person"
  /** What kind of fact: something seen, or the kind of what the person said. */
  kind: "seen" | SaidFact["kind"]
  /** Under the id that now stands for it; `title` as it is shown, absent while there is none. */
  training?: string
  title?: string
  /** What it says of which steps; `report` as in the pack, e.g. "scheduled". */
  steps: { step: StepId; state: "done" | "open" | "reported"; report?: string }[]
  /** The day that it names (civil date). */
  on?: string
  amount?: number
  particulars?: Particulars
  /** A page's: the site's name and key, its host, and the words that stood there. */
  site?: string
  siteKey?: string
  host?: string
  words?: string
  /** For an answer: yes or no. For a check: whether it is so. */
  yes?: boolean
  /** The fact that is answered, taken back or rejected. */
  about?: string
  /** For `same` and `split`: the other training. */
  other?: { training: string; title?: string }
  prerequisite?: string
  provider?: string
  /**
   * `counts`; `waiting` for a yes; `refused` by a no; `rejected` as wrong; `taken-back` by the person; `hidden` with a
   * training that is none of the programme's.
   */
  standing: "counts" | "waiting" | "refused" | "rejected" | "taken-back" | "hidden"
  can: HistoryAction[]
  /** The person's fact that `undo` takes back: this one, or the rejection or the answer to it. */
  undo?: string
}

/** A training as the history names it, for the filter and for merging and splitting. */
export interface HistoryTraining {
  id: string
  title?: string
  /** The sites on which it was seen. */
  sites: { key: string; name: string }[]
}

export interface History {
  entries: HistoryEntry[]
  trainings: HistoryTraining[]
}

/**
 * Everything that was noted, newest first, each fact once, those that no longer count too.
 * @param facts one person's, in any order
 */
export function historyOf(_facts: readonly Fact[], _programme: Programme): History {
  return { entries: [], trainings: [] }
}
