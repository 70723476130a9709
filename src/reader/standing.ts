import { attribute, nearestOf, tagOf } from "./dom"
import { isLabelOrValue } from "./lines"
import { lettered } from "./normalise"
import type { Outline, Unit } from "./outline"

const ENDS_SENTENCE = /[.!?…:]["'”)]?$/
const BEGINS_SMALL = lettered("^[\\p{Ll}]")
/** Units of a line that are looked at on either side. */
const MOST_BESIDE = 12

/**
 * Whether the text stands for itself rather than within a sentence: `<b>` in a paragraph does not, a badge
 * beside an amount does, a link does at a sentence's end.
 */
export function standsAlone({ units }: Outline, unit: Unit): boolean {
  const { from, to, line, control } = unit
  let [start, end] = [from, to]
  while (units[start - 1]?.line === line && from - start < MOST_BESIDE) start -= 1
  while (units[end]?.line === line && end - to < MOST_BESIDE) end += 1
  if (start === from && end === to) return true
  const before = units.slice(start, from)
  const after = units.slice(to, end)
  const running = [...before, ...after].filter(({ text }) => !isLabelOrValue(text))
  if (running.length === 0) return true
  if (!control || !unit.wholeControl) return !inParagraph(unit) && isSeparate([...before, ...after])
  if (after.some((other) => !other.control && running.includes(other))) return false
  if (control.tag === "button" || attribute(control.element, "role") === "button") return true
  const nearest = before.findLast((other) => !other.control)
  if (!nearest || ENDS_SENTENCE.test(nearest.text) || !running.includes(nearest)) return true
  return nearest.group !== control.parent && !inParagraph(unit)
}

/** Short texts beside each other, none of which goes on where another ends. */
function isSeparate(others: Unit[]): boolean {
  const goesOn = others.some(
    ({ text, control }) => (!control && BEGINS_SMALL(text).test(text)) || text.endsWith(","),
  )
  return (
    !goesOn &&
    others
      .map(({ text }) => text)
      .join(" ")
      .split(" ").length <= 16
  )
}

function inParagraph({ group }: Unit): boolean {
  const block = nearestOf(group.element, "p,div,td,li,h1,h2,h3,h4,h5,h6")
  return !!block && tagOf(block) === "p"
}
