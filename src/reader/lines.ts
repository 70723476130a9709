import { lettered } from "./normalise"
import { type Group, type Outline, type Unit, whole } from "./outline"

/** More pieces than a phrase of the page is split into. */
const MOST_PARTS = 12

/** A text whose other half is told by its place: a label with a colon, a number, an amount, a date, a mark. */
export const isLabelOrValue = (text: string) => LABEL_OR_VALUE(text).test(text)
const LABEL_OR_VALUE = lettered(
  "[:|•·]$|^[^\\p{L}]*$|^(?:rp|idr)\\.? ?[\\d.,-]+$|^\\d{1,2} [\\p{L}]+ \\d{4}$",
  "i",
)

/** Units of one line: a sentence becomes one unit; separate texts stay, and are one `whole` besides. */
export function gather(outline: Outline, start: number, group: Group, control: Group | undefined): void {
  if (outline.units.length - start < 2) return
  const parts = outline.units.slice(start)
  const running = parts.some((unit) => unit.group === group && !isLabelOrValue(unit.text))
  if (running && parts.every((unit) => unit.control === control)) {
    merge(outline, start, group)
    return
  }
  let run: Unit[] = []
  const close = () => {
    if (run.length > 1 && run.length <= MOST_PARTS) outline.wholes.push(whole(run, group, control))
    run = []
  }
  for (const unit of parts) {
    if (unit.control === control) run.push(unit)
    else close()
  }
  close()
}

function merge({ units, wholes }: Outline, start: number, group: Group): Unit {
  const parts = units.splice(start)
  while ((wholes.at(-1)?.from ?? -1) >= start) wholes.pop()
  group.children = group.children.filter(({ from }) => from < start)
  const { control, muted } = parts[0] as Unit
  const { text, dense, ...rest } = whole(parts, group, control)
  const merged = { ...rest, text: dense, dense: text, to: start + 1, muted }
  units.push(merged)
  return merged
}

/** All of the heading is one unit, but for the controls in it. */
export function asHeading(outline: Outline, group: Group): void {
  const parts = outline.units.slice(group.from)
  if (parts.length > MOST_PARTS) return
  const own = parts.filter((unit) => unit.control === group.control)
  if (parts.length === 1 || own.length < parts.length)
    for (const unit of parts.length === 1 ? parts : own) unit.heading = true
  else merge(outline, group.from, group).heading = true
}

/** All of the control is one text besides those it is made of, unless it holds headings or other controls. */
export function asControl(outline: Outline, group: Group): void {
  const parts = outline.units.slice(group.from)
  if (parts.length === 1) (parts[0] as Unit).wholeControl = true
  else if (parts.length <= MOST_PARTS && parts.every((unit) => unit.control === group && !unit.heading))
    outline.wholes.push({ ...whole(parts, group, group), wholeControl: true })
}
