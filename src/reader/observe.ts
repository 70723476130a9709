import type { Card } from "./cards"
import { isInMenu } from "./menus"
import { evidence } from "./normalise"
import type { Observation, ObservedValues } from "./observation"
import type { Group, Unit } from "./outline"
import { contains, type Hit, hitsIn, type Page, unitsIn } from "./page"
import { particularsOf } from "./particulars"
import type { Payment } from "./payments"
import { isInDescription, isInProse } from "./prose"
import { headingOver } from "./sections"
import { type Allowed, valuesOf } from "./values"

/** What a card says, word by word; nothing from its title, its description or its institution's name. */
export function ofCard(page: Page, headings: readonly Unit[], card: Card): Observation[] {
  const hits = hitsIn(page, card, "training")
  if (hits.length === 0 || !page.shows(card.title)) return []
  const { particulars, strangers } = particularsOf(page, card)
  const place = { from: card.from, group: card.group?.parent ?? card.title.group }
  return hits.flatMap((hit) => {
    if (unitsIn(page, hit.unit).some((unit) => strangers.has(unit))) return []
    if (isInDescription(page, card, card.title, hit)) return []
    const values = valuesOf(page, hit, (unit) => contains(card, unit))
    return observed(page, headings, hit, place, values).map((seen) => ({ ...seen, training: particulars }))
  })
}

/** What a payment's row says of it. */
export function ofPayment(page: Page, headings: readonly Unit[], payment: Payment): Observation[] {
  const { amount, date, ordinal } = payment
  const values: ObservedValues = { amount, ordinal, ...(date === undefined ? {} : { date }) }
  return payment.hits.flatMap((hit) => observed(page, headings, hit, hit.unit, values))
}

/** A person's own state: anywhere on the page but in a training's card or a payment's row. */
export function ofPerson(page: Page, headings: readonly Unit[], hit: Hit, allowed: Allowed): Observation[] {
  if (isInMenu(page, hit) || isInProse(page, hit)) return []
  return observed(page, headings, hit, hit.unit, valuesOf(page, hit, allowed))
}

/** Nothing when a needed value is missing, or the heading over the place is not the one that the signal asks for. */
function observed(
  page: Page,
  headings: readonly Unit[],
  { signal, unit, kind }: Hit,
  at: { from: number; group: Group },
  values: ObservedValues | undefined,
): Observation[] {
  const heading = headingOver(headings, at, signal.section !== undefined)
  if (!values || (signal.section && !page.inSection(signal, heading))) return []
  const section = heading && page.shows(heading) ? { section: evidence(heading.text) } : {}
  return [
    {
      signal: signal.id,
      ...(Object.keys(values).length > 0 ? { values } : {}),
      words: evidence(unit.text),
      place: { kind, ...section },
    },
  ]
}
