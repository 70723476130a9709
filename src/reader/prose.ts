import { fits } from "./dom"
import { around, type Group, type Unit } from "./outline"
import { contains, type Hit, hasLong, type Page, type Range, roleOf, unitsIn } from "./page"

/** More units than a question with its answer has. */
const MOST_IN_AN_ANSWER = 12

/** What stands farther around words is not what they stand among. */
const MOST_AROUND = 60

/** An article or a page of questions: sentences far outweigh all that could be a word of progress. */
export function isProsePage(page: Page, taken: Uint8Array): boolean {
  return outweighs(page.units, 5, (unit) => !taken[unit.from] && !unit.muted)
}

function outweighs(units: readonly Unit[], fewest: number, counts = (_: Unit) => true): boolean {
  let [sentences, long, all] = [0, 0, 0]
  for (const unit of units) {
    if (!counts(unit)) continue
    all += unit.text.length
    if (!unit.long || unit.heading) continue
    sentences += 1
    long += unit.text.length
  }
  return sentences >= fewest && long >= 0.7 * all
}

/** The words stand among sentences, as a subheading, an item or a link of a text does. */
export function isInProse(page: Page, hit: Hit): boolean {
  const { units } = page
  const { unit, kind } = hit
  if (page.longBefore.at(-1) === 0) return false
  if (isBesideProse(page, unit)) return true
  if (kind === "control") return unit.control?.tag === "a" && isInAnswers(page, unit)
  if (kind === "heading") return units[unit.to]?.long === true && units[unit.to + 1]?.long === true
  for (const group of around(unit.group, MOST_AROUND)) {
    const inside = unitsIn(page, group)
    if (inside.some((other) => other.long && other.from < unit.from)) return outweighs(inside, 2)
  }
  return false
}

/** After a paragraph, or between items, that are sentences: it is one of them and only shorter. */
function isBesideProse(page: Page, { group, heading, control }: Unit): boolean {
  if (heading || control || !/^(?:p|li|dd)$/.test(group.tag)) return false
  const siblings = group.parent?.children ?? []
  const place = siblings.indexOf(group)
  return [siblings[place - 1], group.tag === "p" ? undefined : siblings[place + 1]].some(
    (other) => other?.tag === group.tag && hasLong(page, other),
  )
}

/** A link in one of several parts that each are a heading or a question with an answer of sentences. */
function isInAnswers(page: Page, unit: Unit): boolean {
  const answers = [...around(unit.group, MOST_IN_AN_ANSWER)].filter((group) => isAnswer(page, group))
  return answers.some(
    (group) =>
      fits(group.element, "article,[role=article]") ||
      group.parent?.children.some((other) => other !== group && isAnswer(page, other)),
  )
}

function isAnswer(page: Page, group: Group): boolean {
  const units = group.to - group.from > MOST_IN_AN_ANSWER ? [] : unitsIn(page, group)
  return (
    units.some((unit) => unit.heading || unit.muted) && units.some((unit) => roleOf(page, unit) === "prose")
  )
}

/** Within a card, sentences and what stands in one box with them are the description, not the state. */
export function isInDescription(page: Page, card: Range, title: Unit, hit: Hit): boolean {
  if (isBesideProse(page, hit.unit)) return true
  if (hit.unit.control?.tag === "button" || !hasLong(page, card)) return false
  for (const group of around(hit.unit.group)) {
    if (!contains(card, group) || contains(group, title) || contains(group, card)) return false
    if (hasLong(page, group)) return true
  }
  return false
}
