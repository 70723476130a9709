import { type Card, tellsOfTraining } from "./cards"
import { isInMenu } from "./menus"
import { evidence } from "./normalise"
import type { Observation, ObservedValues } from "./observation"
import type { Group, Unit } from "./outline"
import { contains, type Hit, hitsIn, means, type Page, unitsIn } from "./page"
import { particularsOf } from "./particulars"
import type { Payment } from "./payments"
import { isInDescription, isInProse } from "./prose"
import { headingOver, isUnderTrainings } from "./sections"
import { type Allowed, valuesOf } from "./values"

/**
 * What a card says, word by word; nothing from its title, its description or its institution's name.
 * @param beside ids of signals that the page shows outside its cards
 */
export function ofCard(
  page: Page,
  headings: readonly Unit[],
  card: Card,
  beside: readonly string[],
): Observation[] {
  const found = hitsIn(page, card, "training")
  if (found.length === 0 || !page.shows(card.headed)) return []
  const { particulars, strangers } = particularsOf(page, card)
  const hits = found.filter(
    (hit) =>
      !unitsIn(page, hit.unit).some((unit) => strangers.has(unit)) &&
      !isInDescription(page, card, card.headed, hit) &&
      !isFilter(page, card, hit),
  )
  const place = { from: card.from, group: card.group?.parent ?? card.headed.group }
  return unlessDenied(hits, beside).flatMap((hit) => {
    const values = valuesOf(page, hit, (unit) => contains(card, unit))
    return observed(page, headings, hit, place, values).map((seen) => ({ ...seen, training: particulars }))
  })
}

/** What looks like a card is a title over a menu, unless its like, its particulars or its section tell that it is one. */
function isFilter(page: Page, card: Card, hit: Hit): boolean {
  if (!isInMenu(page, hit)) return false
  const known = card.repeated || tellsOfTraining(page, card)
  if (!known && !(card.group && isUnderTrainings(page, card.group))) return true
  return unitsIn(page, card).every((unit) => unit === card.headed || unit.control)
}

/** Those of which nothing that stands with them, or beside them, says the opposite. */
export function unlessDenied(hits: readonly Hit[], beside: readonly string[]): Hit[] {
  const all = new Set([...beside, ...hits.map(({ described }) => described.id)])
  return hits.filter(({ described }) => !described.unless?.some((id) => all.has(id)))
}

/** What a payment's row says of it. */
export function ofPayment(page: Page, headings: readonly Unit[], payment: Payment): Observation[] {
  const { amount, date, ordinal } = payment
  const values: ObservedValues = { amount, ordinal, ...(date === undefined ? {} : { date }) }
  return payment.hits.flatMap((hit) => observed(page, headings, hit, hit.unit, values))
}

/** Words that belong to no card and no payment: a person's own state, or that of the training the person is at. */
export function ofPage(page: Page, headings: readonly Unit[], hit: Hit, allowed: Allowed): Observation[] {
  return observed(page, headings, hit, hit.unit, valuesOf(page, hit, allowed))
}

/** In a menu or among sentences, words say nothing of the person. */
export function speaks(page: Page, hit: Hit): boolean {
  return !isInMenu(page, hit) && !isInProse(page, hit)
}

/** Nothing when a needed value is missing, or the heading over the place is not the one that the signal asks for. */
function observed(
  page: Page,
  headings: readonly Unit[],
  { described, unit, kind }: Hit,
  at: { from: number; group: Group },
  values: ObservedValues | undefined,
): Observation[] {
  const heading = headingOver(headings, at, described.sectioned)
  if (!values || (described.sectioned && !page.inSection(described, heading))) return []
  const section = heading && page.shows(heading) ? { section: shown(page, heading) } : {}
  return [
    {
      signal: described.id,
      ...(Object.keys(values).length > 0 ? { values } : {}),
      words: shown(page, unit),
      place: { kind, ...section },
    },
  ]
}

/** A unit's words as evidence: of what says who is logged in only the first, and of one word none. */
function shown(page: Page, unit: Unit): string {
  const { text } = unit
  return evidence(means(page, unit, "account") ? text.replace(/(?<=^\S+ ).*|^\S*$/, "…") : text)
}
