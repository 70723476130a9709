import { fits } from "./dom"
import type { Group, Unit } from "./outline"
import { means, type Page } from "./page"
import { chosen, type Turns } from "./turns"

const SECTIONING = "section,article,aside,nav,dialog,footer,fieldset,[role=region]"
/** Headings that are tried before a place counts as having none. */
const MOST_TRIED = 20

/** What may head a section: headings, and words that name one; never `titles`, which are strangers' text. */
export function headingsOf(page: Page, titles: ReadonlySet<Unit>): Turns<Unit[]> {
  return chosen(
    page.units,
    (unit) =>
      !unit.muted &&
      !unit.long &&
      !titles.has(unit) &&
      (unit.heading || (!unit.control && means(page, unit, "section"))),
  )
}

/** The nearest of `headings` that a place stands under; only real ones unless `wordsToo`. */
export function headingOver(
  headings: readonly Unit[],
  at: { from: number; group: Group },
  wordsToo: boolean,
): Unit | undefined {
  let before = headings.length - 1
  while (before >= 0 && (headings[before] as Unit).from >= at.from) before -= 1
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const unit = headings[before - tried]
    if (!unit || ((wordsToo || unit.heading) && standsOver(unit, at.group))) return unit
  }
  return undefined
}

/** A heading within a closed-off part of the page says nothing of what comes after that part. */
function standsOver(heading: Unit, group: Group): boolean {
  for (let at: Group | undefined = heading.group; at && !isAround(at, group); at = at.parent) {
    const isLarge = at.to - at.from > 3 && at !== heading.group
    if (isLarge || fits(at.element, SECTIONING)) return false
  }
  return true
}

function isAround(outer: Group, group: Group): boolean {
  if (outer.to < group.to || outer.from > group.from) return false
  let at: Group | undefined = group
  while (at && at !== outer) at = at.parent
  return !!at
}

/** The section's heading is one under which only trainings stand. */
export function isUnderTrainings(page: Page, group: Group): boolean {
  return page.inSection(null, headingOver(page.sectionHeads, { from: group.from, group }, false))
}
