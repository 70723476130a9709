import type { Card } from "./cards"
import type { Times } from "./dates"
import { evidence } from "./normalise"
import type { CardParticulars } from "./observation"
import type { Unit } from "./outline"
import { means, type Page, unitsIn } from "./page"
import type { Label } from "./site-words"

export interface Told {
  particulars: CardParticulars
  /** Units in which strangers write what they like: the title and the institution's name. */
  strangers: Set<Unit>
}

/** What a card tells of its training. Only what stands there under a known label, or cannot be anything else. */
export function particularsOf(page: Page, card: Card): Told {
  const told: CardParticulars = { title: evidence(card.title.text, 200) }
  const strangers = new Set([card.title])
  const schedule: Times = { dates: [], clocks: [] }
  let under: Label | undefined
  let left = 0
  for (const unit of unitsIn(page, card)) {
    if (unit === card.title || unit.long || unit.muted) continue
    const labelled = means(page, unit, "signal") ? undefined : page.labelled(unit)
    if (labelled) {
      under = labelled.label
      left = labelled.rest === "" ? 3 : 1
    } else if (page.role(unit) === "caption" || (unit.control && under !== "provider")) under = undefined
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
      const day = times.dates[0]
      if (under === "boughtOn") {
        if (day !== undefined) told.boughtOn ??= day
      }
      // A span of days, or a day with an hour, is a schedule even without a label; a bare date could be anything.
      else if (under || times.dates.length + times.clocks.length > 1) {
        schedule.dates.push(...times.dates)
        schedule.clocks.push(...times.clocks)
      }
    }
    left -= 1
    if (left <= 0 || under === "provider") under = undefined
  }
  return { particulars: { ...told, ...spanOf(schedule) }, strangers }
}

function spanOf({ dates, clocks }: Times): { startsAt?: string; endsAt?: string } {
  const days = [...dates].sort()
  const [first, last] = [days[0], days[days.length - 1]]
  if (first === undefined || last === undefined) return {}
  const startsAt = clocks[0] === undefined ? first : `${first}T${clocks[0]}`
  const until = clocks[1]
  if (until !== undefined && (last > first || until > (clocks[0] ?? "")))
    return { startsAt, endsAt: `${last}T${until}` }
  return last > first ? { startsAt, endsAt: last } : { startsAt }
}
