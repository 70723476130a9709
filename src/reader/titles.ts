import type { Group, Unit } from "./outline"
import { means, type Page, type Range, unitsIn } from "./page"

/** Cards that are compared to learn where the title stands. */
const MOST_COMPARED = 12

/**
 * The unit that names the training of a card: its heading, else its first text that is neither label, value,
 * control nor description. Where like cards have their title at one place, that place decides, whatever
 * words stand there: a title is a stranger's text.
 */
export function titleOf(page: Page, card: Group, like: readonly Group[]): Unit | undefined {
  const own = candidates(page, card)
  const first = own[0]
  if (!first || first.heading || like.length < 3) return first
  const places = like.slice(0, MOST_COMPARED).flatMap((other) => {
    const title = candidates(page, other)[0]
    return title ? placeIn(title, other) : []
  })
  const count = (place: string) => places.filter((other) => other === place).length
  const usual = places.toSorted((a, b) => count(b) - count(a))[0]
  return (
    unitsIn(page, card).find((unit) => page.role(unit) === "text" && placeIn(unit, card) === usual) ?? first
  )
}

/** Texts that could be the title, likeliest first. */
export function candidates(page: Page, range: Range): Unit[] {
  const units = unitsIn(page, range).filter((unit) => !unit.muted)
  const headings = units.filter((unit) => page.role(unit) === "heading")
  if (headings.length > 0) return headings
  const saysNothing = (unit: Unit) => !means(page, unit, "signal")
  const texts = units.filter((unit) => page.role(unit) === "text")
  const plain = texts.filter(saysNothing)
  if (plain.length > 0) return [...plain.filter((unit) => !isUnderLabel(page, unit)), ...plain]
  if (texts.length > 0 || units.every((unit) => unit.control)) return texts
  return units.filter((unit) => unit.wholeControl && saysNothing(unit) && unit.control?.tag === "a")
}

/** The text right after a label is that label's value. */
function isUnderLabel(page: Page, { from, group }: Unit): boolean {
  const before = page.units[from - 1]
  return !!before && before.group.parent === group.parent && /label|caption/.test(page.role(before))
}

function placeIn(unit: Unit, card: Group): string {
  let place = ""
  for (let at: Group | undefined = unit.group; at && at !== card; at = at.parent)
    place = `${at.tag}${at.parent?.children.indexOf(at)} ${place}`
  return place
}
