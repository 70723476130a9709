import type { DescribedSignal } from "./description"
import type { Unit } from "./outline"
import { type Hit, type Kind, meaningsOf, type Page } from "./page"
import { standsAlone } from "./standing"
import { chosen, type Turns } from "./turns"

/** More words than any page of the pack shows. */
const MOST_HITS = 1000

/**
 * Words of signals that are shown as the whole text of an open control, a heading or a badge. The larger
 * text wins: what is part of an understood text is not looked at by itself.
 * @param here the signals that count at the page's address
 */
export function* findHits(page: Page, here: ReadonlySet<DescribedSignal>): Turns<void> {
  const { units, wholes, telling } = page
  const taken = new Uint8Array(units.length)
  let count = 0
  const consider = (unit: Unit) => {
    if (taken[unit.from] || count >= MOST_HITS) return
    const found = hitsOf(page, unit, here)
    if (found.length === 0) return
    taken.fill(1, unit.from, unit.to)
    ;(units[unit.from] as Unit).hits = found
    count += 1
  }
  yield* chosen([...wholes.toReversed(), ...telling], consider)
}

function hitsOf(page: Page, unit: Unit, here: ReadonlySet<DescribedSignal>): Hit[] {
  const hits: Hit[] = []
  if (unit.muted) return hits
  for (const meaning of meaningsOf(page, unit)) {
    const { is, described, captures } = meaning
    if (!described || (is === "account" && isGlued(unit))) continue
    if (!here.has(described) || hits.some((hit) => hit.described === described)) continue
    const kind = kindsOf(unit).find((each) => described.where.includes(each))
    if (kind) hits.push({ unit, described, captures, kind })
  }
  if (hits.length === 0 || !standsAlone(page, unit) || !page.shows(unit)) return []
  return unit.control && !page.enabled(unit.control) ? [] : hits
}

function kindsOf({ wholeControl, heading }: Unit): Kind[] {
  if (wholeControl) return heading ? ["control", "heading"] : ["control"]
  return heading ? ["heading"] : ["badge"]
}

/** Of texts without a space between them nobody can tell where a name or an address begins. */
const isGlued = ({ text, dense = text }: Unit) => dense !== text
