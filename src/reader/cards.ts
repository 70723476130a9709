import { around, type Group, type Unit } from "./outline"
import { contains, datesIn, labelOf, means, type Page, roleOf, unitsIn } from "./page"
import { isUnderTrainings } from "./sections"
import { likeSiblings, repeats } from "./shape"
import { titleIn, titlesOf } from "./titles"
import type { Turns } from "./turns"

/** What belongs to one training. */
export interface Card {
  from: number
  to: number
  /** Absent when the card has no element of its own, only the units from its heading on. */
  group: Group | undefined
  /** Others like it stand beside it. */
  repeated: boolean
  /** Its title. */
  headed: Unit
}

/** More units than a training's card has. */
const MOST_UNITS = 60
/** More trainings than anybody has, and more words and labels than they have; what comes after them is not looked at. */
const MOST_CARDS = 100
const MOST_ANCHORS = 4000
/** As many controls as a card has that holds nothing else but its heading. */
const MOST_CONTROLS = 4

/**
 * The trainings' cards on a page, found from the words and labels that only a card has. Their bounds are
 * what repeats beside each other; a card without a like one needs a label, a date or its section's heading.
 */
export function* cardsOf(page: Page, anchors: readonly Unit[]): Turns<Card[]> {
  const cards: Card[] = []
  const covered = new Uint8Array(page.units.length)
  const seen = new Set<Group>()
  for (const anchor of anchors.slice(0, MOST_ANCHORS)) {
    yield
    if (cards.length >= MOST_CARDS) break
    if (covered[anchor.from]) continue
    const around = groupAround(page, anchor)
    if (!around) {
      const flat = flatCard(page, anchor)
      if (!flat) continue
      cards.push(flat)
      covered.fill(1, flat.from, flat.to)
      continue
    }
    if (seen.has(around.group)) continue
    const like = around.repeated ? yield* likeSiblings(page, around.group) : [around.group]
    for (const one of like) seen.add(one)
    if (isListOfArticles(page, like)) continue
    const titleOf = titlesOf(page, like)
    for (const one of like.slice(0, MOST_CARDS)) {
      const title = titleOf(one)
      if (!title) continue
      cards.push({ from: one.from, to: one.to, group: one, repeated: around.repeated, headed: title })
      covered.fill(1, one.from, one.to)
    }
  }
  return withoutNested(cards)
}

/** A larger card that holds only one other is the whole of it; one that holds several is none. */
function withoutNested(cards: readonly Card[]): Card[] {
  const within = cards.map((outer) => cards.filter((one) => one !== outer && contains(outer, one)))
  const inWhole = within.flatMap((held) => (held.length === 1 ? held : []))
  return cards.filter((card, at) => !within[at]?.[1] && !inWhole.includes(card))
}

function groupAround(page: Page, anchor: Unit): { group: Group; repeated: boolean } | undefined {
  let likeliest: Group | undefined
  let most = -1
  for (const group of around(anchor.group, MOST_UNITS)) {
    const units = unitsIn(page, group)
    const headings = units.filter((unit) => roleOf(page, unit) === "heading").length
    if (headings > 1 || units.some((unit) => roleOf(page, unit) === "section")) break
    const title = titleIn(page, group)
    if (units.length < 2 || !title) continue
    const known = evidenceIn(page, units)
    // Enough when its like stands beside it; a filter, a menu or a line with a label is less.
    const named = isHeadOfCard(title, units) || title.text.includes(" ") || known > 0
    const full = units.length > 2 || units.some((unit) => unit.control)
    const isOneOfMany = named && (headings === 1 || (full && roleOf(page, units[0] as Unit) !== "label"))
    if (isOneOfMany && repeats(page, group)) return { group, repeated: true }
    const isLikelier = headings + known > 0 && known > most
    if (isLikelier || most < 0) likeliest = group
    if (isLikelier) most = known
  }
  if (!likeliest) return undefined
  const units = unitsIn(page, likeliest)
  const title = titleIn(page, likeliest) as Unit
  const isKnown =
    most > 0 ||
    isHeadOfCard(title, units) ||
    ((title.text.includes(" ") || hasBody(units)) && isUnderTrainings(page, likeliest))
  return isKnown ? { group: likeliest, repeated: false } : undefined
}

/** A heading names what it stands over, unless that is a filter: nothing but many controls. */
function isHeadOfCard(title: Unit, units: readonly Unit[]): boolean {
  const controls = controlsIn(units)
  return title.heading && (controls <= MOST_CONTROLS || controls < units.length - 1)
}

/** Texts with few controls under them; a filter has either no controls or little else. */
function hasBody(units: readonly Unit[]): boolean {
  const controls = controlsIn(units)
  return controls > 0 && controls <= MOST_CONTROLS && units.length - controls > 1
}

const controlsIn = (units: readonly Unit[]) => units.filter(({ control }) => control).length

/** How many labels, dates and kinds of training stand there. */
function evidenceIn(page: Page, units: readonly Unit[]): number {
  return units.filter(
    (unit) =>
      !unit.muted &&
      (roleOf(page, unit) === "label" || means(page, unit, "mode") || datesIn(page, unit).length > 0),
  ).length
}

/**
 * The kind, the schedule or the institution of a training is told under a title that is no word of the page. A receipt
 * or a message has a heading and a day, too.
 */
export function tellsOfTraining(page: Page, card: Card): boolean {
  return (
    !means(page, card.headed, "signal") &&
    unitsIn(page, card).some(
      (unit) =>
        !unit.muted &&
        (means(page, unit, "mode") ||
          (roleOf(page, unit) === "label" && labelOf(page, unit)?.label !== "boughtOn")),
    )
  )
}

/** Questions with answers, or articles with links, repeat like cards do. */
function isListOfArticles(page: Page, like: readonly Group[]): boolean {
  const all = like.slice(0, 12).map((group) => unitsIn(page, group))
  const withProse = all.filter((units) => units.some((unit) => roleOf(page, unit) === "prose"))
  if (withProse.length * 2 <= all.length) return false
  return all.every(
    (units) => evidenceIn(page, units) === 0 && !units.some((unit) => unit.control?.tag === "button"),
  )
}

/** A card without an element of its own: from its heading on, up to the next. */
function flatCard(page: Page, anchor: Unit): Card | undefined {
  const { units } = page
  const heads = (unit: Unit) => /heading|section/.test(roleOf(page, unit))
  const before = Math.max(0, anchor.from + 1 - MOST_UNITS)
  const from = before + units.slice(before, anchor.from + 1).findLastIndex(heads)
  const title = units[from]
  if (!title || roleOf(page, title) !== "heading") return undefined
  let parent: Group | undefined = anchor.group
  while (parent && parent.from > from) parent = parent.parent
  const end = Math.min(parent?.to ?? 0, from + MOST_UNITS)
  const next = units.slice(from + 1, end).find(heads)
  const card = { from, to: next?.from ?? end, group: undefined, repeated: false, headed: title }
  return evidenceIn(page, unitsIn(page, card)) > 0 ? card : undefined
}
