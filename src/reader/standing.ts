import { attribute } from "./dom"
import { isHeading } from "./elements"
import type { Outline, Unit } from "./outline"

const ENDS_SENTENCE = /[.!?…:]["'”)]?$/
const VALUE = /[:：|•·]$|^[^\p{L}]*$|^(?:rp|idr)\.? ?[\d.,-]+$|^\d{1,2} \p{L}+ \d{4}$/iu

/**
 * Whether the text stands for itself rather than within a sentence: `<b>` in a paragraph does not, a badge
 * beside an amount does, a link does at a sentence's end.
 */
export function standsAlone({ units }: Outline, unit: Unit): boolean {
  const before: Unit[] = []
  const after: Unit[] = []
  for (let at = unit.from - 1; at >= 0 && units[at]?.line === unit.line && before.length < 12; at -= 1)
    before.push(units[at] as Unit)
  for (let at = unit.to; units[at]?.line === unit.line && after.length < 12; at += 1)
    after.push(units[at] as Unit)
  if (before.length + after.length === 0) return true
  return unit.control && unit.wholeControl
    ? endsLine(unit, before, after)
    : isSeparate(unit, [...before, ...after])
}

function endsLine(unit: Unit, before: Unit[], after: Unit[]): boolean {
  if (!after.every((other) => other.control !== undefined || VALUE.test(other.text))) return false
  const { element, tag } = unit.control as NonNullable<Unit["control"]>
  if (tag === "button" || attribute(element, "role") === "button") return true
  const nearest = before.find((other) => other.control === undefined)
  if (!nearest || ENDS_SENTENCE.test(nearest.text) || VALUE.test(nearest.text)) return true
  return nearest.group !== unit.control?.parent && !inParagraph(unit)
}

function isSeparate(unit: Unit, others: Unit[]): boolean {
  const running = others.filter(({ text }) => !VALUE.test(text))
  if (running.length === 0) return true
  if (inParagraph(unit)) return false
  let words = 0
  for (const { text, control } of others) {
    words += text.split(" ").length
    if (!control && /^\p{Ll}/u.test(text)) return false
    if (/,$/.test(text)) return false
  }
  return words <= 16
}

function inParagraph({ group }: Unit): boolean {
  for (let at: typeof group | undefined = group, steps = 0; at && steps < 5; at = at.parent, steps += 1) {
    if (at.tag === "p") return true
    if (at.tag === "div" || at.tag === "td" || at.tag === "li" || isHeading(at.tag, null)) return false
  }
  return false
}
