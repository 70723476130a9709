import type { DescribedSignal } from "./description"
import { lettered } from "./normalise"
import type { Observation } from "./observation"
import { type Outline, remembered, type Unit } from "./outline"
import { AMOUNT, type Captures, rupiah } from "./phrases"
import type { Sight } from "./sight"
import type { SiteWords } from "./site-words"
import type { Turns } from "./turns"

export type Kind = Observation["place"]["kind"]

/** Words of a signal, found where that signal may stand. */
export interface Hit {
  unit: Unit
  signal: DescribedSignal
  captures: Captures
  kind: Kind
}

/**
 * What a unit is within its group, as far as words and shape tell. A label is one that the site's description
 * knows; a caption is another text that announces what comes after it.
 */
type Role = "section" | "heading" | "label" | "caption" | "value" | "control" | "prose" | "text" | "muted"

/** Units from the one numbered `from` up to, not including, that numbered `to`. */
export interface Range {
  from: number
  to: number
}

/** One look at one page. */
export interface Page extends Outline, Sight, SiteWords {
  role(unit: Unit): Role
  /** Those units of which anything that is described need be asked at all, in the page's order. */
  telling: Set<Unit>
  /** Hits by the number of their first unit. */
  hits: (Hit[] | undefined)[]
  /** Texts made of several units by the number of their first. */
  wholesFrom: (Unit[] | undefined)[]
}

/** Units between two turns. */
const UNITS_OF_A_TURN = 256

export function* pageOf(outline: Outline, words: SiteWords, sight: Sight): Turns<Page> {
  const page: Page = {
    ...outline,
    ...words,
    ...sight,
    telling: new Set(),
    hits: [],
    wholesFrom: [],
    role: remembered((unit) => judged(page, unit)),
  }
  for (const one of page.wholes) {
    page.wholesFrom[one.from] ??= []
    page.wholesFrom[one.from]?.push(one)
  }
  for (const unit of page.units) {
    if (unit.from % UNITS_OF_A_TURN === 0) yield
    if (page.mayTell(unit)) page.telling.add(unit)
  }
  return page
}

export function unitsIn({ units }: Page, { from, to }: Range): Unit[] {
  return units.slice(from, to)
}

export const everything = ({ units }: Page): Range => ({ from: 0, to: units.length })

/** Those that begin in the range, in the page's order. */
export function hitsIn({ hits }: Page, { from, to }: Range, scope: DescribedSignal["scope"]): Hit[] {
  return hits.slice(from, to).flatMap((found = []) => found.filter(({ signal }) => signal.scope === scope))
}

/** A minus right before the amount takes it away; one that stands apart only announces it. */
const TAKEN_AWAY = /^[-\u2010-\u2015\u2212]\S/
const AMOUNT_ALONE = new RegExp(`^(?:(?<label>.*?)[\\s:])?(?:\\+ ?|- )?${AMOUNT}$`)

/** Whole rupiah, when the text is an amount with at most `labelWords` words before it; never one within a sentence. */
export function amountIn(page: Page, text: string, labelWords: number): number | undefined {
  if (text.length > 80 || !/\d/.test(text) || TAKEN_AWAY.test(text)) return undefined
  const { amount, label = "" } = AMOUNT_ALONE.exec(page.normal(text))?.groups ?? {}
  return amount && (label.trim().match(/\S+/g) ?? []).length <= labelWords ? rupiah(amount) : undefined
}

/** The unit's whole text is a word of that kind. */
export function means(
  page: Page,
  unit: Unit,
  kind: ReturnType<SiteWords["meanings"]>[number]["is"],
): boolean {
  return page.meanings(unit).some(({ is }) => is === kind)
}

/** The days that a short text names. */
export function datesIn(page: Page, unit: Unit): string[] {
  return unit.long ? [] : page.times(unit.text).dates
}

const LETTER = lettered("[\\p{L}]")

function judged(page: Page, unit: Unit): Role {
  const { muted, heading, long, control, text } = unit
  if (muted) return "muted"
  const labelled = page.labelled(unit)
  if (heading && page.meanings(unit).some(({ is, captures }) => is === "section" && !captures.any))
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
