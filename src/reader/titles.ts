import type { Group, Unit } from "./outline"
import { means, type Page, roleOf, unitsIn } from "./page"

/** Cards that are compared to learn where the title stands. */
const MOST_COMPARED = 12
/** No place is called that. */
const NOWHERE = "-"

/**
 * The unit that names the training of a card: its heading, else its first text that is neither label, value,
 * control nor description. Where like cards have their title at one place, that place decides, whatever
 * words stand there: a title is a stranger's text.
 */
export function titlesOf(page: Page, like: readonly Group[]): (card: Group) => Unit | undefined {
  let usual: string | undefined
  return (card) => {
    const likeliest = titleIn(page, card)
    if (!likeliest || likeliest.heading || like.length < 3) return likeliest
    usual ??= usualPlace(page, like)
    for (const unit of unitsIn(page, card))
      if (roleOf(page, unit) === "text" && placeIn(unit, card) === usual) return unit
    return likeliest
  }
}

/** Where most have their title; of several such places the first. */
function usualPlace(page: Page, like: readonly Group[]): string {
  const places = like.slice(0, MOST_COMPARED).flatMap((card) => {
    const title = titleIn(page, card)
    return title ? placeIn(title, card) : []
  })
  const count = (place: string) => places.filter((other) => other === place).length
  return places.toSorted((a, b) => count(b) - count(a))[0] ?? NOWHERE
}

/** The text that is likeliest the title of what stands in the group. */
export function titleIn(page: Page, group: Group): Unit | undefined {
  group.headed ??= likeliestTitle(page, group)
  return group.headed
}

function likeliestTitle(page: Page, group: Group): Unit | undefined {
  const units = unitsIn(page, group)
  const heading = units.find((unit) => roleOf(page, unit) === "heading")
  if (heading) return heading
  const texts = units.filter((unit) => roleOf(page, unit) === "text")
  const saysNothing = (unit: Unit) => !means(page, unit, "signal")
  const plain = texts.filter(saysNothing)
  if (plain.length > 0) return plain.find((unit) => !isUnderLabel(page, unit)) ?? plain[0]
  if (texts.length > 0 || units.every((unit) => unit.control || unit.muted)) return texts[0]
  return units.find(
    (unit) => !unit.muted && unit.wholeControl && saysNothing(unit) && unit.control?.tag === "a",
  )
}

/** The text right after a label is that label's value. */
function isUnderLabel(page: Page, { from, group }: Unit): boolean {
  const before = page.units[from - 1]
  return !!before && before.group.parent === group.parent && /label|caption/.test(roleOf(page, before))
}

function placeIn(unit: Unit, card: Group): string {
  let place = ""
  for (let at: Group | undefined = unit.group; at && at !== card; at = at.parent)
    place = `${at.tag}${at.parent?.children.indexOf(at)} ${place}`
  return place
}
