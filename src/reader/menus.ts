import { isHeading } from "./elements"
import { type Group, remembered, type Unit } from "./outline"
import type { Hit, Page } from "./page"

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
  const known = menusOf(parent)
  if (!known.has(tag)) known.set(tag, isMenu(page, parent, tag))
  return known.get(tag) === true
}

/** Whether a group is a menu of items of a tag, once that was asked. */
const menusOf = remembered((_: Group) => new Map<string, boolean>())

function isMenu(page: Page, { children }: Group, tag: string): boolean {
  const isItem = (one: Group) =>
    one.to - one.from === 1 && one.tag === tag && page.role(page.units[one.from] as Unit) !== "value"
  return (
    children.every((one) => isItem(one) || isHeading(one.tag, null)) &&
    children.filter(isItem).length >= FEWEST_IN_A_MENU
  )
}

/** The outermost element that holds no other text. */
function itemOf(unit: Unit): Group {
  let item = unit.group
  while (item.parent && item.parent.from === unit.from && item.parent.to === unit.to) item = item.parent
  return item
}
