import type { DescribedSignal } from "./description"
import type { Labelled, Meaning, Role } from "./meaning"
import { lettered } from "./normalise"
import type { Observation } from "./observation"
import type { Outline, Unit } from "./outline"
import { AMOUNT, type Captures, rupiah } from "./phrases"
import type { Sight } from "./sight"
import type { SiteWords } from "./site-words"
import { chosen, type Turns } from "./turns"

export type Kind = Observation["place"]["kind"]

/** Words of a signal, found where that signal may stand. */
export interface Hit {
  unit: Unit
  described: DescribedSignal
  captures: Captures
  kind: Kind
}

/** Units from the one numbered `from` up to, not including, that numbered `to`. */
export interface Range {
  from: number
  to: number
}

/** One look at one page. */
export interface Page extends Outline, Sight, SiteWords {
  /** Those units of which anything that is described need be asked at all, in the page's order. */
  telling: Unit[]
  /** How many long texts stand before each unit, and at last how many there are. */
  longBefore: number[]
  /** Texts made of several units by the number of their first. */
  wholesFrom: (Unit[] | undefined)[]
  /** Headings that name a section. */
  sectionHeads: Unit[]
}

const NOTHING: readonly Meaning[] = []

export function* pageOf(outline: Outline, words: SiteWords, sight: Sight): Turns<Page> {
  const longBefore = [0]
  let long = 0
  const telling = yield* chosen(outline.units, (unit) => {
    if (unit.long) long += 1
    longBefore.push(long)
    if (words.mayTell(unit)) return true
    unit.understood = NOTHING
    unit.labelled = null
    return false
  })
  const page: Page = {
    ...outline,
    ...words,
    ...sight,
    telling,
    longBefore,
    wholesFrom: [],
    sectionHeads: [],
  }
  yield* chosen(page.wholes, (one) => {
    page.wholesFrom[one.from] = [...(page.wholesFrom[one.from] ?? []), one]
  })
  return page
}

/** A long text stands in the range. */
export function hasLong({ longBefore }: Page, { from, to }: Range): boolean {
  return longBefore[from] !== longBefore[to]
}

export function unitsIn({ units }: Page, { from, to }: Range): Unit[] {
  return units.slice(from, to)
}

/** Those that begin in the range, in the page's order. */
export function hitsIn(page: Page, range: Range, scope: DescribedSignal["scope"]): Hit[] {
  return unitsIn(page, range).flatMap(({ hits = [] }) =>
    hits.filter(({ described }) => described.scope === scope),
  )
}

/** A minus right before the amount takes it away; one that stands apart only announces it. */
const TAKEN_AWAY = /^[-\u2010-\u2015\u2212]\S/
const AMOUNT_ALONE = new RegExp(`^(?:(?<words>.*?)[\\s:])?(?:\\+ ?|- )?${AMOUNT}$`)

/** Whole rupiah, when the text is an amount with at most `labelWords` words before it; never one within a sentence. */
export function amountIn(page: Page, text: string, labelWords: number): number | undefined {
  if (text.length > 80 || !/\d/.test(text) || TAKEN_AWAY.test(text)) return undefined
  const { amount, words = "" } = AMOUNT_ALONE.exec(page.normal(text))?.groups ?? {}
  return amount && (words.trim().match(/\S+/g) ?? []).length <= labelWords ? rupiah(amount) : undefined
}

/** All that the unit's whole text can mean. */
export function meaningsOf(page: Page, unit: Unit): readonly Meaning[] {
  unit.understood ??= page.meanings(unit)
  return unit.understood
}

/** The unit's whole text is a word of that kind. */
export function means(page: Page, unit: Unit, kind: Meaning["is"]): boolean {
  for (const { is } of meaningsOf(page, unit)) if (is === kind) return true
  return false
}

/** The label at the unit's beginning. */
export function labelOf(page: Page, unit: Unit): Labelled | null {
  if (unit.labelled === undefined) unit.labelled = page.labelled(unit) ?? null
  return unit.labelled
}

/** The days that a short text names. */
export function datesIn(page: Page, unit: Unit): string[] {
  return unit.long ? [] : page.times(unit.text).dates
}

const LETTER = lettered("[\\p{L}]")

export function roleOf(page: Page, unit: Unit): Role {
  unit.role ??= judged(page, unit)
  return unit.role
}

function judged(page: Page, unit: Unit): Role {
  const { muted, heading, long, control, text } = unit
  if (muted) return "muted"
  const labelled = labelOf(page, unit)
  if (heading && meaningsOf(page, unit).some(({ is, captures }) => is === "section" && !captures.any))
    return "section"
  // A heading that only begins like a label is a stranger's text.
  if (labelled && (!labelled.rest || (!heading && text.includes(":")))) return "label"
  if (heading) return "heading"
  if (long) return "prose"
  if (control) return "control"
  if (text.endsWith(":")) return "caption"
  const isValue =
    !LETTER(text).test(text) ||
    amountIn(page, text, 0) !== undefined ||
    means(page, unit, "mode") ||
    datesIn(page, unit).length > 0
  return isValue ? "value" : "text"
}

export const contains = (outer: Range, inner: Range) => outer.from <= inner.from && inner.to <= outer.to
