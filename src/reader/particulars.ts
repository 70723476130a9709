import type { Card } from "./cards"
import type { Times } from "./dates"
import type { Label } from "./description"
import { evidence } from "./normalise"
import type { CardParticulars } from "./observation"
import type { Unit } from "./outline"
import { labelOf, means, type Page, roleOf, unitsIn } from "./page"

export interface Told {
  particulars: CardParticulars
  /** Units in which strangers write what they like: the title and the institution's name. */
  strangers: Set<Unit>
}

/** What a card tells of its training. Only what stands there under a known label, or cannot be anything else. */
export function particularsOf(page: Page, card: Card): Told {
  const told: CardParticulars = { title: evidence(card.headed.text, 200) }
  const strangers = new Set([card.headed])
  const schedule: Times = { dates: [], hours: [] }
  let under: Label | undefined
  let left = 0
  for (const unit of unitsIn(page, card)) {
    if (unit === card.headed || unit.long || unit.muted) continue
    const labelled = means(page, unit, "signal") ? undefined : labelOf(page, unit)
    if (labelled) {
      under = labelled.label
      left = labelled.rest === "" ? 3 : 1
    } else if (roleOf(page, unit) === "caption" || (unit.control && under !== "provider")) under = undefined
    const text = labelled ? labelled.rest : unit.text
    const times = page.times(text)
    const mode = unit.control ? undefined : page.mode(text)
    const worth = under || mode || times.dates.length > 0
    if (!worth || text === "" || !page.shows(unit)) continue
    if (under === "provider") {
      strangers.add(unit)
      told.provider ??= evidence(text)
    } else {
      if (mode) told.mode ??= mode
      const [day] = times.dates
      if (under === "boughtOn") {
        if (day) told.boughtOn ??= day
      }
      // A span of days, or a day with an hour, is a schedule even without a label; a bare date could be anything.
      else if (under || times.dates.length + times.hours.length > 1) {
        schedule.dates.push(...times.dates)
        schedule.hours.push(...times.hours)
      }
    }
    left -= 1
    if (left <= 0 || under === "provider") under = undefined
  }
  return { particulars: { ...told, ...spanOf(schedule) }, strangers }
}

function spanOf({ dates, hours: [start, end] }: Times): { startsAt?: string; endsAt?: string } {
  const days = dates.toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return {}
  const startsAt = start ? `${first}T${start}` : first
  const endsAt = end ? `${last}T${end}` : last
  return last > first || (end && endsAt > startsAt) ? { startsAt, endsAt } : { startsAt }
}
