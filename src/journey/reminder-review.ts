import { epoch } from "./calendar"
import { compareText } from "./order"
import { type OwnClock, outsideQuiet } from "./reminder-clock"
import type { PlannedReminder } from "./reminders"

/** How one reminder of the plan is getting on; instants in UTC. */
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

/**
 * Compares what was noted with the plan as it is now.
 * - What is first planned when its moment is past is skipped: discovering much at once must not flood.
 * - What is no longer in the plan is forgotten, unless it was shown: then it stays, so as never to be shown twice.
 * - What was settled later than now was settled by a clock that has been set back, and is planned again if it is ahead.
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
  for (const record of noted)
    if (record.state === "planned" && !wantedIds.has(record.id)) review.forget.push(record.id)
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
  // What has come due stays due, wherever the plan would have it by now.
  const stays = record.snoozed || record.at === at || epoch(record.at) <= epoch(now)
  if (record.state === "planned") return stays ? record : { ...record, at }
  const inTheFuture = record.settledAt !== undefined && epoch(record.settledAt) > epoch(now) + CLOCK_TOLERANCE
  return inTheFuture && isAhead ? fresh : record
}

/** When a planned reminder comes: at its moment, or when that is past as soon as it is not quiet. */
function comesAt(record: NotedReminder, { due }: PlannedReminder, now: string, clock: OwnClock): number {
  if (record.snoozed) return epoch(record.at)
  const soonest = epoch(record.at) > epoch(now) ? record.at : now
  return epoch(outsideQuiet(soonest, clock, due))
}
