import type { Signal } from "../programmes/schema"
import { type TimeReader, timeReader } from "./dates"
import type { Observation } from "./observation"
import type { Outline, Unit } from "./outline"
import { type Captures, rupiah } from "./phrases"
import type { Sight } from "./sight"
import type { Meaning, SiteWords } from "./site-words"

export type Kind = Observation["place"]["kind"]

/** Words of a signal, found where that signal may stand. */
export interface Hit {
  unit: Unit
  signal: Signal
  captures: Captures
  kind: Kind
}

/** What a unit is within its group, as far as words and shape tell. */
export type Role = "section" | "heading" | "label" | "value" | "control" | "prose" | "text" | "muted"

/** One look at one page. */
export interface Page {
  outline: Outline
  words: SiteWords
  sight: Sight
  times: TimeReader
  roles: (Role | undefined)[]
  /** Hits by the number of their first unit. */
  hits: (Hit[] | undefined)[]
  /** Texts made of several units, all of which are in the range. */
  wholesIn(range: { from: number; to: number }): Unit[]
}

export function pageOf(outline: Outline, words: SiteWords, sight: Sight): Page {
  const byStart = new Map<number, Unit[]>()
  for (const unit of outline.wholes) byStart.set(unit.from, [...(byStart.get(unit.from) ?? []), unit])
  const wholesIn = ({ from, to }: { from: number; to: number }) =>
    unitsOf(outline, { from, to }).flatMap((unit) =>
      (byStart.get(unit.from) ?? []).filter((one) => one.to <= to),
    )
  return { outline, words, sight, times: timeReader(words.site), roles: [], hits: [], wholesIn }
}

function unitsOf({ units }: Outline, { from, to }: { from: number; to: number }): Unit[] {
  return units.slice(from, to)
}

export function unitsIn(page: Page, { from, to }: { from: number; to: number }): Unit[] {
  return unitsOf(page.outline, { from, to })
}

/** Those that begin in the range, in the page's order. */
export function hitsIn(
  page: Page,
  { from, to }: { from: number; to: number },
  scope: Signal["scope"],
): Hit[] {
  const found: Hit[] = []
  for (let at = from; at < to; at += 1)
    for (const hit of page.hits[at] ?? []) if (hit.signal.scope === scope) found.push(hit)
  return found
}

const NO_LETTERS = /^[^\p{L}]*$/u
const AMOUNT = /^(?:(.*?)[\s:])?[+-]? ?(?:rp|idr)\.? ?(\d{1,3}(?:[.,]\d{3})+|\d{1,10})(?:[.,]-|[.,]00)?$/

/** Whole rupiah, when the text is an amount with at most `labelWords` words before it; never one within a sentence. */
export function amountIn(page: Page, text: string, labelWords: number): number | undefined {
  if (text.length > 80 || !/\d/.test(text)) return undefined
  const match = AMOUNT.exec(page.words.normal(text))
  if (!match?.[2]) return undefined
  const label = match[1]?.trim()
  if (label && label.split(" ").length > labelWords) return undefined
  return rupiah(match[2])
}

export function roleOf(page: Page, unit: Unit): Role {
  let role = page.roles[unit.from]
  if (!role) {
    role = judged(page, unit)
    page.roles[unit.from] = role
  }
  return role
}

/** The unit's whole text is a word of that kind. */
export function means(page: Page, unit: Unit, kind: Meaning["is"]): boolean {
  return page.words.meanings(unit).some(({ meaning }) => meaning.is === kind)
}

/** A known label alone, or before its value; a heading that only begins like one is a stranger's text. */
export function isLabel(
  unit: Unit,
  { meaning, captures }: ReturnType<SiteWords["meanings"]>[number],
): boolean {
  return meaning.is === "label" && (!("any" in captures) || (!unit.heading && /[:：]/.test(unit.text)))
}

function judged(page: Page, unit: Unit): Role {
  if (unit.muted) return "muted"
  const meanings = page.words.meanings(unit)
  if (
    meanings.some(({ meaning, captures }) => meaning.is === "section" && !("any" in captures)) &&
    unit.heading
  )
    return "section"
  if (meanings.some((one) => isLabel(unit, one))) return "label"
  if (unit.heading) return "heading"
  if (unit.long) return "prose"
  if (unit.control) return "control"
  if (/[:：]$/.test(unit.text)) return "label"
  if (NO_LETTERS.test(unit.text) || amountIn(page, unit.text, 0) !== undefined) return "value"
  if (meanings.some(({ meaning }) => meaning.is === "mode") || page.times(unit.text).dates.length > 0)
    return "value"
  return "text"
}

export const contains = (outer: { from: number; to: number }, inner: { from: number; to: number }) =>
  outer.from <= inner.from && inner.to <= outer.to
