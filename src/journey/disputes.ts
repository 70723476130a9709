import type { Programme } from "../programmes/schema"
import { dayOf, hasClock } from "./civil-day"
import type { Fact, SeenFact } from "./facts"
import { trainingOf } from "./identities"
import type { CorrectableField, FieldQuestion } from "./journey"
import { isSameInstitution, isSameName } from "./likeness"
import { seenOn, WEIGHTS } from "./seen-on"
import { particularsOf } from "./trainings"
import { evidenceOf } from "./views"

const FIELDS: readonly CorrectableField[] = ["title", "provider", "mode", "startsAt", "endsAt", "boughtOn"]

/** What is known of one field of one training. */
interface Known {
  /** The person's newest word; none while only pages have spoken. */
  said?: string
  /** By site: all that it ever showed, and what it shows since that word. */
  sites: Map<string, { shown: Set<string>; since?: { value: string; fact: SeenFact; isNew: boolean } }>
}

/**
 * What pages have begun to say against the person's own word on a training's particulars, by training: newer than the word,
 * something else, and nothing that the same site said before it. Of several sites the weightiest is asked about.
 * @param facts those that count, in order
 */
export function disputesOf(facts: readonly Fact[], programme: Programme): Map<string, FieldQuestion[]> {
  const trainings = new Map<string, Map<CorrectableField, Known>>()
  for (const fact of facts) {
    const id = trainingOf(fact)
    const given = particularsOf(fact)
    if (id === undefined || !given) continue
    const fields = trainings.get(id) ?? new Map<CorrectableField, Known>()
    trainings.set(id, fields)
    for (const field of FIELDS) {
      const value = given[field]
      if (value === undefined) continue
      const known = fields.get(field) ?? { sites: new Map() }
      fields.set(field, known)
      if (fact.by === "page") show(known, value, fact, programme)
      else say(known, value)
    }
  }
  const disputes = new Map<string, FieldQuestion[]>()
  for (const [id, fields] of trainings) {
    const questions = [...fields].flatMap(([field, known]) => questionOf(field, known, programme) ?? [])
    if (questions.length > 0) disputes.set(id, questions)
  }
  return disputes
}

function say(known: Known, value: string): void {
  known.said = value
  for (const site of known.sites.values()) delete site.since
}

function show(known: Known, value: string, fact: SeenFact, programme: Programme): void {
  const { key } = seenOn(fact, programme)
  const site = known.sites.get(key) ?? { shown: new Set<string>() }
  known.sites.set(key, site)
  // The first fact that says it is the evidence, and decides whether it was said before the person's word.
  if (site.since?.value !== value) site.since = { value, fact, isNew: !site.shown.has(value) }
  site.shown.add(value)
}

function questionOf(
  field: CorrectableField,
  { said, sites }: Known,
  programme: Programme,
): FieldQuestion | undefined {
  if (said === undefined) return undefined
  const weightOf = (fact: SeenFact) => WEIGHTS.indexOf(seenOn(fact, programme).weight)
  const [asked] = [...sites.values()]
    .flatMap(({ since }) => (since?.isNew && !agrees(field, said, since.value) ? [since] : []))
    .sort((a, b) => weightOf(b.fact) - weightOf(a.fact))
  return asked && { field, said, shown: asked.value, evidence: evidenceOf(asked.fact, programme) }
}

/** Whether two values do not contradict each other: a name is written in many ways, and a day may come without its clock. */
function agrees(field: CorrectableField, said: string, shown: string): boolean {
  if (field === "title") return isSameName(said, shown)
  if (field === "provider") return isSameInstitution(said, shown)
  if (field === "startsAt" || field === "endsAt")
    return hasClock(said) && hasClock(shown) ? said === shown : dayOf(said) === dayOf(shown)
  return said === shown
}
