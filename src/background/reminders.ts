import { epoch } from "../journey/calendar"
import type { Journey } from "../journey/journey"
import { reviewReminders as reviewPlan, settle } from "../journey/reminder-review"
import { finishedWait, overMeanwhile, type PlannedReminder, plannedReminders } from "../journey/reminders"
import { rankOf } from "../journey/severity"
import type { Overview } from "../messages/overview"
import { programmeById } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { notedReminders, noteReminders, recordId } from "../storage/reminders"
import { notify, summaryId } from "./notifications"
import { ownClock } from "./own-clock"
import { warningOf } from "./reminder-view"
import { linesOf, noticeOf, summaryOf } from "./reminder-words"

/** When to try again what the browser would not show. */
const AGAIN = 3_600_000

/** One review at a time: two at once would both show what is due. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Looks at the plan of reminders again: adds what is new, drops what no longer stands, shows what is due. What is shown
 * is settled only afterwards, so that being ended in between repeats a notification and never loses one.
 * @param now an instant in UTC
 * @returns the instant (UTC) at which the next one is due
 * @throws Dexie errors
 */
export function reviewReminders(
  database: JejakDatabase,
  overview: Overview,
  now: string,
): Promise<string | undefined> {
  const review = queue.then(() => reviewNow(database, overview, now))
  queue = review.catch(() => undefined)
  return review
}

async function reviewNow(
  database: JejakDatabase,
  { participant, journey, preferences }: Overview,
  now: string,
): Promise<string | undefined> {
  if (!participant || !journey) return undefined
  const noted = await notedReminders(database, participant.id)
  const clock = ownClock(journey, preferences)
  const plan = plannedReminders(journey, programmeById(journey.programme), clock)
  const planned = new Set(plan.map(({ id }) => id))
  const past = noted
    .filter(({ id, state, at }) => state === "planned" && !planned.has(id) && epoch(at) <= epoch(now))
    .flatMap(({ id, at }) => finishedWait(id, at, journey) ?? overMeanwhile(id, at, journey) ?? [])
  const review = reviewPlan(noted, [...plan, ...past], { now, clock, wanted: preferences.reminders })
  await noteReminders(database, participant.id, review)
  if (review.due.length === 0) return review.next
  try {
    await show(review.due, participant.id, journey, now)
  } catch (error) {
    console.error("A reminder could not be shown.", error)
    return soonest(review.next, new Date(epoch(now) + AGAIN).toISOString())
  }
  const records = new Map([...noted, ...review.note].map((record) => [record.id, record]))
  const shown = review.due.flatMap(({ id }) => records.get(id) ?? []).map((one) => settle(one, "shown", now))
  await noteReminders(database, participant.id, { note: shown })
  return review.next
}

/** One thing is its own notification; several at once, as after a week without the browser, are one together. */
async function show(
  due: readonly PlannedReminder[],
  participant: string,
  journey: Journey,
  now: string,
): Promise<void> {
  const programme = programmeById(journey.programme)
  const [first] = due
  const all = due
    .map((reminder) => ({ ...reminder, warning: warningOf(reminder, journey, programme) }))
    .sort((a, b) => rankOf(b.warning.severity) - rankOf(a.warning.severity) || dueOf(a) - dueOf(b))
  const [pressing] = all
  if (!first || !pressing) return
  if (linesOf(all, journey).length === 1)
    await notify(recordId(participant, pressing.id), noticeOf(pressing, journey, epoch(now)), true)
  else await notify(summaryId(recordId(participant, first.id)), summaryOf(all, journey), false)
}

const dueOf = ({ due }: { due?: string }) => (due ? epoch(due) : Number.POSITIVE_INFINITY)

function soonest(a: string | undefined, b: string): string {
  return a !== undefined && epoch(a) < epoch(b) ? a : b
}
