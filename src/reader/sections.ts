import { fits } from "./dom"
import { type Group, remembered, type Unit } from "./outline"
import { means, type Page } from "./page"

const SECTIONING = "section,article,aside,nav,dialog,footer,fieldset,[role=region]"
/** Headings that are tried before a place counts as having none. */
const MOST_TRIED = 20

/** What may head a section: headings, and words that name one; never `titles`, which are strangers' text. */
export function headingsOf(page: Page, titles: ReadonlySet<Unit>): Unit[] {
  return page.units.filter(
    (unit) =>
      !unit.muted &&
      !unit.long &&
      !titles.has(unit) &&
      (unit.heading || (!unit.control && page.telling.has(unit) && means(page, unit, "section"))),
  )
}

/** The nearest of `headings` that a place stands under; only real ones unless `wordsToo`. */
export function headingOver(
  headings: readonly Unit[],
  at: { from: number; group: Group },
  wordsToo: boolean,
): Unit | undefined {
  const last = headings.findLastIndex(({ from }) => from < at.from)
  return headings
    .slice(Math.max(0, last + 1 - MOST_TRIED), last + 1)
    .findLast((unit) => (wordsToo || unit.heading) && standsOver(unit, at.group))
}

/** A heading within a closed-off part of the page says nothing of what comes after that part. */
function standsOver(heading: Unit, group: Group): boolean {
  const around = new Set<Group>()
  for (let at: Group | undefined = group; at; at = at.parent) around.add(at)
  for (let at: Group | undefined = heading.group; at && !around.has(at); at = at.parent) {
    const isLarge = at.to - at.from > 3 && at !== heading.group
    if (isLarge || fits(at.element, SECTIONING)) return false
  }
  return true
}

const sectionsOf = remembered((page: Page) =>
  [...page.telling].filter((unit) => page.role(unit) === "section"),
)

/** The section's heading is one under which only trainings stand. */
export function isUnderTrainings(page: Page, group: Group): boolean {
  return page.inSection(null, headingOver(sectionsOf(page), { from: group.from, group }, false))
}
