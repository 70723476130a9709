import { isHeading } from "./elements"
import type { Group, Unit } from "./outline"
import type { Hit, Page } from "./page"

const FEWEST_IN_A_MENU = 3
const MOST_WORDS = 3

/**
 * One of at least three short texts of one kind beside each other and nothing else: a menu, a filter, a
 * legend, which lists words without saying anything of the person.
 */
export function isInMenu(page: Page, { unit }: Hit): boolean {
  if (unit.text.split(" ").length > MOST_WORDS) return false
  const item = itemOf(unit)
  const siblings = item.parent?.children ?? []
  const others = siblings.filter(
    ({ from, to, tag }) =>
      to - from === 1 && tag === item.tag && page.role(page.units[from] as Unit) !== "value",
  )
  const isMenu = siblings.every((other) => others.includes(other) || isHeading(other.tag, null))
  return isMenu && others.length >= FEWEST_IN_A_MENU
}

/** The outermost element that holds no other text. */
function itemOf(unit: Unit): Group {
  let item = unit.group
  while (item.parent && item.parent.from === unit.from && item.parent.to === unit.to) item = item.parent
  return item
}
