import type { Fact, Particulars } from "./facts"
import { compareText } from "./order"

/** A training that facts speak of. `since` is the first instant (UTC) at which one did. */
export interface Training {
  id: string
  since: string
  particulars: Particulars
}

/** Id of the place for the first training while there is none, and of the training that is then ticked there. */
export const FIRST_TRAINING = "first"

const collapse = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, " ")
    .trim()

/**
 * Every training that ordered facts speak of. A field that the person gave stays theirs; a page fills in the
 * others, its newest word last.
 */
export function trainingsOf(facts: readonly Fact[]): Training[] {
  const trainings = new Map<string, Training & { said: Set<string> }>()
  for (const fact of facts) {
    const id = trainingOf(fact)
    if (!id) continue
    const known = trainings.get(id) ?? { id, since: fact.at, particulars: {}, said: new Set<string>() }
    trainings.set(id, known)
    const given = particularsOf(fact)
    if (!given) continue
    const fresh = Object.entries(given).filter(([field]) => fact.by === "person" || !known.said.has(field))
    if (fact.by === "person") for (const field of Object.keys(given)) known.said.add(field)
    known.particulars = { ...known.particulars, ...Object.fromEntries(fresh) }
  }
  return [...trainings.values()].map(({ id, since, particulars }) => ({ id, since, particulars }))
}

function trainingOf(fact: Fact): string | undefined {
  return fact.by === "page" || fact.kind === "step" || fact.kind === "training" ? fact.training : undefined
}

function particularsOf(fact: Fact): Particulars | undefined {
  if (fact.by === "page") return fact.particulars
  return fact.kind === "training" ? fact.particulars : undefined
}

/**
 * The known training that a page's card speaks of: the same title, and no different institution. A training
 * ticked by hand before anything was seen has no title yet and takes the first card's.
 */
export function matchTraining(
  known: readonly Training[],
  card: { title: string; provider?: string | undefined },
): Training | undefined {
  const title = collapse(card.title)
  const same = known.filter(({ particulars }) => {
    if (particulars.title === undefined || collapse(particulars.title) !== title) return false
    return (
      !particulars.provider || !card.provider || collapse(particulars.provider) === collapse(card.provider)
    )
  })
  if (same.length > 0) return same.find(({ particulars }) => particulars.provider) ?? same[0]
  const untitled = known.filter(({ particulars }) => particulars.title === undefined)
  return untitled.length === 1 ? untitled[0] : undefined
}

/** Oldest purchase first; trainings whose purchase has no day come by when they were first heard of. */
export function byPurchase(boughtOn: (training: Training) => string | undefined) {
  return (a: Training, b: Training): number =>
    compareText(boughtOn(a) ?? a.since.slice(0, 10), boughtOn(b) ?? b.since.slice(0, 10)) ||
    compareText(a.since, b.since) ||
    compareText(a.id, b.id)
}
