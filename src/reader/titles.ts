import type { Group, Unit } from "./outline"
import { means, type Page, unitsIn } from "./page"

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
  const places = like.slice(0, MOST_COMPARED).map((other) => {
    const title = candidates(page, other)[0]
    return title && placeIn(title, other)
  })
  const usual = mostFrequent(places)
  return unitsIn(page, card).find((unit) => isText(page, unit) && placeIn(unit, card) === usual) ?? first
}

/** Texts that could be the title, likeliest first. */
export function candidates(page: Page, range: { from: number; to: number }): Unit[] {
  const units = unitsIn(page, range).filter((unit) => !unit.muted)
  const headings = units.filter((unit) => page.role(unit) === "heading")
  if (headings.length > 0) return headings
  const texts = units.filter((unit) => isText(page, unit))
  const plain = texts.filter((unit) => !means(page, unit, "signal"))
  if (plain.length > 0) return [...plain.filter(afterNoLabel(page)), ...plain]
  const links = units.filter(
    (unit) => unit.wholeControl && !means(page, unit, "signal") && unit.control?.tag === "a",
  )
  const other = units.some((unit) => unit.control === undefined)
  return texts.length > 0 ? texts : other ? links : []
}

function isText(page: Page, unit: Unit): boolean {
  return page.role(unit) === "text"
}

/** The text right after a label is that label's value. */
function afterNoLabel(page: Page): (unit: Unit) => boolean {
  return (unit) => {
    const before = page.units[unit.from - 1]
    return !before || before.group.parent !== unit.group.parent || page.role(before) !== "label"
  }
}

function placeIn(unit: Unit, card: Group): string {
  let place = ""
  for (let at: Group | undefined = unit.group; at && at !== card; at = at.parent) {
    const siblings = at.parent?.children ?? []
    place = `${at.tag}${siblings.indexOf(at)} ${place}`
  }
  return place
}

function mostFrequent(texts: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
