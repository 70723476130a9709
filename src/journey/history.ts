import type { Programme } from "../programmes/schema"
import type { Fact, Particulars, SaidFact, SeenFact } from "./facts"
import { trainingOf } from "./identities"
import { compareText } from "./order"
import { titlesOf } from "./questions"
import { seenOn } from "./seen-on"
import {
  type Meaning,
  type Standing,
  type Standings,
  standingOfSaid,
  standingOfSeen,
  standingsOf,
} from "./standing"
import { trainingsOf } from "./trainings"

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
  steps: Meaning[]
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
  standing: Standing
  can: HistoryAction[]
  /** The person's fact that `undo` takes back: this one, or the rejection or the answer to it. */
  undo?: string
}

/** A training as the history names it, for the filter and for merging and splitting. */
interface HistoryTraining {
  id: string
  title?: string
  /** The sites on which it was seen. */
  sites: { key: string; name: string }[]
}

export interface History {
  entries: HistoryEntry[]
  trainings: HistoryTraining[]
}

/** What the entries are told by. */
interface Telling extends Standings {
  programme: Programme
  /** Titles of the trainings as they are shown, and as they were before others were put to them. */
  titles: ReadonlyMap<string, string>
  formerTitles: ReadonlyMap<string, string>
}

/**
 * Everything that was noted, newest first, each fact once, those that no longer count too.
 * @param facts one person's, in any order
 */
export function historyOf(facts: readonly Fact[], programme: Programme): History {
  const standings = standingsOf(facts, programme)
  const trainings = trainingsTold(standings, programme)
  const telling: Telling = {
    ...standings,
    programme,
    titles: new Map(trainings.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title]]))),
    formerTitles: titlesOf(standings.identities, programme),
  }
  const entries = standings.all
    .map((fact) => entryOf(fact, telling))
    .reverse()
    .sort((a, b) => compareText(b.at, a.at))
  return { entries, trainings }
}

/** As they are shown, then those that are none of the programme's. */
function trainingsTold({ identities, progress }: Standings, programme: Programme): HistoryTraining[] {
  const { facts, rejected } = identities
  const order = new Map(progress.trainings.map(({ id }, index) => [id, index]))
  const placeOf = (id: string) => order.get(id) ?? order.size
  const right = facts.filter(({ id }) => !rejected.has(id))
  return trainingsOf(right, programme)
    .sort((a, b) => placeOf(a.id) - placeOf(b.id))
    .map(({ id, particulars: { title }, sightings }) => ({
      id,
      ...(title !== undefined && { title }),
      sites: sightings.map(({ key, name }) => ({ key, name })),
    }))
}

function entryOf(fact: Fact, telling: Telling): HistoryEntry {
  const training = subjectOf(fact, telling)
  const title = training === undefined ? undefined : telling.titles.get(training)
  return {
    id: fact.id,
    at: fact.at,
    by: fact.by,
    kind: fact.by === "page" ? "seen" : fact.kind,
    ...(training !== undefined && { training }),
    ...(title !== undefined && { title }),
    ...(fact.by === "page" ? seenEntry(fact, training, telling) : saidEntry(fact, training, telling)),
  }
}

/** The training that a fact is told under, by the id that now stands for it; a word about another fact has that one's. */
function subjectOf(fact: Fact, telling: Telling): string | undefined {
  const { idOf, idsOf } = telling.identities
  if (trainingOf(fact) !== undefined) return idsOf(fact).at(-1)
  if (fact.by === "page") return undefined
  if (fact.kind === "same" || fact.kind === "split") return idOf(fact.training)
  const about = "fact" in fact ? telling.each.get(fact.fact) : undefined
  // A word about another word about a fact: no further, lest a damaged list leads in circles.
  if (!about) return undefined
  if (about.by === "person" && (about.kind === "same" || about.kind === "split")) return idOf(about.training)
  const target = "fact" in about ? telling.each.get(about.fact) : about
  return target && idsOf(target).at(-1)
}

type Told = Omit<HistoryEntry, "id" | "at" | "by" | "kind" | "training" | "title">

function seenEntry(fact: SeenFact, training: string | undefined, telling: Telling): Told {
  const { host, words, values, particulars } = fact
  const { key, name } = seenOn(fact, telling.programme)
  const steps = telling.meanings.get(fact.id) ?? []
  const standing = standingOfSeen(fact, training, telling)
  const undo = telling.identities.rejected.get(fact.id) ?? telling.answers.get(fact.id)?.id
  const counts = standing === "counts" || standing === "waiting"
  const correctable = particulars !== undefined || steps.some(({ state }) => state === "done")
  return {
    steps,
    ...(values?.date && { on: values.date }),
    ...(values?.amount !== undefined && { amount: values.amount }),
    ...(values?.provider && { provider: values.provider }),
    ...(particulars && { particulars }),
    site: name,
    siteKey: key,
    host,
    words,
    standing,
    can: chosen({
      confirm: standing === "waiting",
      reject: counts,
      undo: undo !== undefined,
      correct: counts && correctable,
    }),
    ...(undo !== undefined && { undo }),
  }
}

function saidEntry(fact: SaidFact, training: string | undefined, telling: Telling): Told {
  const standing = standingOfSaid(fact, training, telling)
  const undo = standing !== "taken-back" && fact.kind !== "retract"
  const correct = fact.kind === "training" || (fact.kind === "step" && fact.state === "done")
  return {
    steps: fact.kind === "step" ? [{ step: fact.step, state: fact.state }] : [],
    ...(fact.kind === "step" && fact.on && { on: fact.on }),
    ...(fact.kind === "training" && { particulars: fact.particulars }),
    ...((fact.kind === "answer" || fact.kind === "same") && { yes: fact.yes }),
    ...(fact.kind === "check" && { yes: fact.met, prerequisite: fact.prerequisite }),
    ...(fact.kind === "check" && fact.provider && { provider: fact.provider }),
    ...("fact" in fact && { about: fact.fact }),
    ...(fact.kind === "same" && { other: otherOf(fact.yes ? fact.training : fact.as, fact.yes, telling) }),
    ...(fact.kind === "split" && { other: otherOf(fact.into, false, telling) }),
    standing,
    can: chosen({ undo, correct: correct && standing === "counts" }),
    ...(undo && { undo: fact.id }),
  }
}

/** The other training: one that was put to this under its own name, one that was kept apart as it is shown. */
function otherOf(
  training: string,
  merged: boolean,
  { identities: { idOf }, titles, formerTitles }: Telling,
): NonNullable<HistoryEntry["other"]> {
  const id = idOf(training)
  const title = merged ? formerTitles.get(training) : (titles.get(id) ?? formerTitles.get(training))
  return { training: merged ? training : id, ...(title !== undefined && { title }) }
}

function chosen(actions: Partial<Record<HistoryAction, boolean>>): HistoryAction[] {
  return ACTIONS.filter((action) => actions[action])
}

const ACTIONS: readonly HistoryAction[] = ["confirm", "reject", "undo", "correct"]
