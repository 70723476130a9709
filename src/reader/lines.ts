import { type Group, isLong, joined, type Outline, type Unit, whole } from "./outline"

/** More pieces than a phrase of the page is split into. */
const MOST_PARTS = 12

/** A heading or a control, and the control that its own text belongs to. */
interface Holder {
  group: Group
  control: Group | undefined
}

/** A text whose other half is told by its place: a label with a colon, a number, an amount, a mark. */
const LABEL_OR_VALUE = /[:：|•·]$|^[^\p{L}]*$|^(?:rp|idr)\.? ?[\d.,-]+$/iu

/** Units of one line: a sentence becomes one unit; separate texts stay, and are one `whole` besides. */
export function gather(outline: Outline, start: number, group: Group, control: Group | undefined): void {
  const { units, wholes } = outline
  const parts = units.slice(start)
  if (parts.length < 2) return
  const own = parts.filter((unit) => unit.group === group)
  const running = own.some(({ text }) => !LABEL_OR_VALUE.test(text))
  if (running && parts.every((unit) => unit.control === control)) {
    merge(outline, start, group)
    return
  }
  for (let from = 0, to = 0; from < parts.length; from = to + 1) {
    for (to = from; parts[to]?.control === control && to < parts.length; ) to += 1
    if (to - from > 1 && to - from <= MOST_PARTS)
      wholes.push({ ...whole(parts.slice(from, to), group, control), wholeControl: false })
  }
}

function merge(outline: Outline, start: number, group: Group): Unit {
  const { units, wholes } = outline
  const parts = units.splice(start)
  while (wholes.length > 0 && (wholes[wholes.length - 1] as Unit).from >= start) wholes.pop()
  group.children = group.children.filter(({ from }) => from < start)
  const first = parts[0] as Unit
  const text = joined(parts, true)
  const merged = { ...first, group, text, from: start, to: start + 1, long: isLong(text) }
  const spaced = joined(parts, false)
  if (spaced !== text) merged.dense = spaced
  units.push(merged)
  return merged
}

/** All of the heading is one unit, but for the controls in it. */
export function asHeading(outline: Outline, { group, control }: Holder): void {
  const parts = outline.units.slice(group.from)
  if (parts.length > MOST_PARTS) return
  const inside = parts.some((unit) => unit.control !== control)
  if (parts.length > 1 && !inside) merge(outline, group.from, group).heading = true
  else for (const unit of parts) if (parts.length === 1 || unit.control === control) unit.heading = true
}

/** All of the control is one text besides those it is made of, unless it holds headings or other controls. */
export function asControl(outline: Outline, { group }: Holder): void {
  const parts = outline.units.slice(group.from)
  const only = parts[0] as Unit
  if (parts.length === 1) only.wholeControl = true
  else if (parts.length <= MOST_PARTS && parts.every((unit) => unit.control === group && !unit.heading))
    outline.wholes.push(whole(parts, group, group))
}
