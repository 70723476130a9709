import type { Programme } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import type { Fact, Particulars } from "./facts"
import { trainingOf } from "./identities"
import { compareText } from "./order"
import { type SeenOn, seenOn, WEIGHTS } from "./seen-on"

/** A name under which a training is known; `site` is the key of the site that calls it so, absent for the person. */
export interface TrainingName {
  site?: string
  title: string
  provider?: string
}

/** A site on which a training was seen, and the last instant (UTC) at which something new was seen of it there. */
interface Sighting extends SeenOn {
  last: string
}

/** A training that facts speak of. `since` is the first instant (UTC) at which one did. */
export interface Training {
  id: string
  since: string
  particulars: Particulars
  names: TrainingName[]
  sightings: Sighting[]
  /** The person has said something for it: ticked or described it, or said yes to what a page shows of it. */
  affirmed: boolean
}

/** Id of the place for the first training while there is none, and of the training that is then ticked there. */
export const FIRST_TRAINING = "first"

const PURCHASE: StepId = "purchase"

/** The person's word on a field weighs more than any site's. */
const OF_PERSON = WEIGHTS.length

/**
 * Every training that ordered facts speak of. Of each field the newest word of the weightiest counts: the person's, then
 * the programme's own site's, then a platform's, then that of any other site.
 */
export function trainingsOf(facts: readonly Fact[], programme: Programme): Training[] {
  const trainings = new Map<string, Training & { weights: Map<string, number> }>()
  const subjects = new Map<string, string>()
  for (const fact of facts) {
    if (fact.by === "person" && fact.kind === "answer" && fact.yes) {
      const confirmed = trainings.get(subjects.get(fact.fact) ?? "")
      if (confirmed) confirmed.affirmed = true
    }
    const id = trainingOf(fact)
    if (!id || (fact.by === "person" && fact.kind === "not-mine")) continue
    if (fact.by === "page") subjects.set(fact.id, id)
    const known = trainings.get(id) ?? newcomer(id, fact.at)
    trainings.set(id, known)
    if (fact.by === "page") see(known, seenOn(fact, programme), fact.at)
    else if (fact.kind === "training" || (fact.kind === "step" && fact.state === "done"))
      known.affirmed = true
    const given = particularsOf(fact)
    if (!given) continue
    const site = fact.by === "page" ? seenOn(fact, programme) : undefined
    name(known, given, site?.key)
    const weight = site ? WEIGHTS.indexOf(site.weight) : OF_PERSON
    for (const [field, value] of Object.entries(given)) {
      if (weight < (known.weights.get(field) ?? 0)) continue
      known.weights.set(field, weight)
      if (known.particulars[field as keyof Particulars] !== value)
        known.particulars = { ...known.particulars, [field]: value }
    }
  }
  return [...trainings.values()].map(({ weights: _, ...training }) => training)
}

function newcomer(id: string, since: string): Training & { weights: Map<string, number> } {
  return { id, since, particulars: {}, names: [], sightings: [], affirmed: false, weights: new Map() }
}

/** What a fact tells of a training itself. The day of the purchase is the same wherever the person enters it. */
export function particularsOf(fact: Fact): Particulars | undefined {
  if (fact.by === "page") return fact.particulars
  if (fact.kind === "step" && fact.step === PURCHASE && fact.state === "done")
    return fact.on === undefined ? undefined : { boughtOn: fact.on }
  return fact.kind === "training" ? fact.particulars : undefined
}

function see(training: Training, site: SeenOn, at: string): void {
  const newest = training.sightings.at(-1)
  if (newest?.key === site.key) {
    newest.last = at
    return
  }
  training.sightings = [...training.sightings.filter(({ key }) => key !== site.key), { ...site, last: at }]
}

function name(training: Training, { title, provider }: Particulars, site: string | undefined): void {
  if (title === undefined) return
  const known = training.names.some(
    (other) => other.site === site && other.title === title && other.provider === provider,
  )
  if (!known) training.names.push({ title, ...(provider && { provider }), ...(site && { site }) })
}

/** Oldest purchase first; without a day by when it was first heard of, and of one day's the first to begin. */
export function byPurchase(boughtOn: (training: Training) => string | undefined) {
  return (a: Training, b: Training): number =>
    compareText(boughtOn(a) ?? a.since.slice(0, 10), boughtOn(b) ?? b.since.slice(0, 10)) ||
    compareText(a.since, b.since) ||
    compareText(a.particulars.startsAt ?? "~", b.particulars.startsAt ?? "~") ||
    compareText(a.id, b.id)
}
