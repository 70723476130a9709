import { isHeading } from "./elements"
import type { Group, Unit } from "./outline"
import { type Hit, type Page, roleOf } from "./page"

const FEWEST_IN_A_MENU = 3
const MOST_WORDS = 3

/**
 * One of at least three short texts of one kind beside each other and nothing else: a menu, a filter, a
 * legend, which lists words without saying anything of the person.
 */
export function isInMenu(page: Page, { unit }: Hit): boolean {
  if (unit.text.split(" ").length > MOST_WORDS) return false
  const { parent, tag } = itemOf(unit)
  if (!parent) return false
  parent.menus ??= new Map()
  let known = parent.menus.get(tag)
  if (known === undefined) {
    known = isMenu(page, parent, tag)
    parent.menus.set(tag, known)
  }
  return known
}

function isMenu(page: Page, { children }: Group, tag: string): boolean {
  let items = 0
  for (const one of children) {
    const isItem =
      one.to - one.from === 1 && one.tag === tag && roleOf(page, page.units[one.from] as Unit) !== "value"
    if (isItem) items += 1
    else if (!isHeading(one.tag, null)) return false
  }
  return items >= FEWEST_IN_A_MENU
}

/** The outermost element that holds no other text. */
function itemOf(unit: Unit): Group {
  let item = unit.group
  while (item.parent && item.parent.from === unit.from && item.parent.to === unit.to) item = item.parent
  return item
}
