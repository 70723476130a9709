import { epoch } from "./epoch"
import { compareText } from "./order"
import { type OwnClock, outsideQuiet } from "./reminder-clock"
import type { PlannedReminder } from "./reminders"

/**
 * How one reminder of the plan is getting on; instants in UTC. One that is planned and was settled all the same was so by a
 * clock that has been set back since: it comes at its moment, unless the clock says by then that it is later than
 * `settledAt`, and so was right before.
 */
export interface NotedReminder {
  id: string
  at: string
  state: "planned" | "shown" | "skipped"
  settledAt?: string
  snoozed?: boolean
}

/** What follows from looking at the plan: first note and forget, then show and settle what is due. */
export interface Review {
  note: NotedReminder[]
  forget: string[]
  /** Due and still standing; the first to come first. */
  due: PlannedReminder[]
  /** Instant (UTC) at which to look again. */
  next?: string
}

/** By how much a clock is put right without anybody having set it. */
const CLOCK_TOLERANCE = 10 * 60_000
const DAY = 86_400_000
/** No reminder can be put off for as long as this. */
const NEVER_SNOOZED = 3 * DAY

/**
 * Compares what was noted with the plan as it is now.
 * - What is first planned when its moment is past is skipped: discovering much at once must not flood.
 * - What is no longer in the plan is forgotten, unless it was shown: then it stays, so as never to be shown twice. What has
 *   come due meanwhile stays too, as settled now: the clock may have been wrong.
 * - What was settled later than now was settled by a clock that has been set back, and is planned again if it is ahead, or
 *   was shown so long after now that nobody can have been told in time.
 * @param now an instant in UTC
 * @param wanted the person wants reminders; otherwise those that come due are skipped
 */
export function reviewReminders(
  noted: readonly NotedReminder[],
  plan: readonly PlannedReminder[],
  { now, clock, wanted }: { now: string; clock: OwnClock; wanted: boolean },
): Review {
  const known = new Map(noted.map((record) => [record.id, record]))
  const wantedIds = new Set(plan.map(({ id }) => id))
  const review: Review = { note: [], forget: [], due: [] }
  const moments: number[] = []
  for (const record of noted) {
    if (record.state !== "planned" || wantedIds.has(record.id)) continue
    if (epoch(record.at) > epoch(now)) review.forget.push(record.id)
    else if (!record.settledAt) review.note.push({ ...record, settledAt: now })
  }
  for (const reminder of plan) {
    const record = brought(known.get(reminder.id), reminder, now)
    const comes = record.state === "planned" ? comesAt(record, reminder, now, clock) : undefined
    const isDue = comes !== undefined && comes <= epoch(now)
    const settled = isDue && !wanted ? skipped(record, now) : record
    if (settled !== known.get(reminder.id)) review.note.push(settled)
    if (isDue && wanted) review.due.push(reminder)
    if (comes !== undefined && !isDue) moments.push(comes)
  }
  review.due.sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
  if (moments.length > 0) review.next = new Date(Math.min(...moments)).toISOString()
  return review
}

/** A reminder that was dealt with. */
export function settle(record: NotedReminder, state: "shown" | "skipped", now: string): NotedReminder {
  return { ...record, state, settledAt: now }
}

const skipped = (record: NotedReminder, now: string) => settle(record, "skipped", now)

/** The record as the plan now has it; the same object when nothing changes. */
function brought(record: NotedReminder | undefined, { id, at }: PlannedReminder, now: string): NotedReminder {
  const isAhead = epoch(at) > epoch(now)
  const fresh: NotedReminder = { id, at, state: "planned" }
  if (!record) return isAhead ? fresh : skipped(fresh, now)
  const { settledAt } = record
  const settledIn = settledAt === undefined ? 0 : epoch(settledAt) - epoch(now)
  if (record.state === "planned") {
    // The clock that settled it was right after all.
    if (settledAt !== undefined && settledIn <= 0) return { ...record, state: "shown" }
    if (record.snoozed && epoch(record.at) - epoch(now) > NEVER_SNOOZED) return fresh
    // What has come due stays due, wherever the plan would have it by now.
    const stays = record.snoozed || record.at === at || epoch(record.at) <= epoch(now)
    return stays ? record : { ...record, at }
  }
  const isToCome = isAhead && settledIn > CLOCK_TOLERANCE
  const wasFarAhead = !isAhead && record.state === "shown" && settledIn > DAY
  return isToCome || wasFarAhead ? { ...fresh, ...(settledAt && { settledAt }) } : record
}

/** When a planned reminder comes: at its moment, or when that is past as soon as it is not quiet. */
function comesAt(record: NotedReminder, { due }: PlannedReminder, now: string, clock: OwnClock): number {
  if (record.snoozed) return epoch(record.at)
  const soonest = epoch(record.at) > epoch(now) ? record.at : now
  return epoch(outsideQuiet(soonest, clock, due))
}
