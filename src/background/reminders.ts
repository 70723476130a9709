import { epoch } from "../journey/epoch"
import type { Journey } from "../journey/journey"
import { reviewReminders as reviewPlan, settle } from "../journey/reminder-review"
import { finishedWait, overMeanwhile, type PlannedReminder, plannedReminders } from "../journey/reminders"
import { rankOf } from "../journey/severity"
import type { Preferences } from "../messages/preferences"
import { programmeById } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { Locked, UnknownParticipant } from "../storage/locking"
import { notedReminders, noteReminders, recordId } from "../storage/reminders"
import { noteFault } from "./faults"
import type { Traveller } from "./journeys"
import { notify, summaryId } from "./notifications"
import { ownClock } from "./own-clock"
import { warningOf } from "./reminder-view"
import { linesOf, type Notice, noticeOf, ofPerson, summaryOf } from "./reminder-words"

/** When to try again what the browser would not show. */
const AGAIN = 3_600_000

/** Whom to remind, and how they want it. */
export interface Reminded {
  travellers: readonly Traveller[]
  preferences: Preferences
  /** There is more than one person on this browser, so that it has to be said whose a reminder is. */
  named: boolean
}

/** One review at a time: two at once would both show what is due. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Looks at everybody's plan of reminders again: adds what is new, drops what no longer stands, shows what is due. What is
 * shown is settled only afterwards, so that being ended in between repeats a notification and never loses one.
 * @param now an instant in UTC
 * @returns the instant (UTC) at which the next one is due
 * @throws Dexie errors
 */
export function reviewReminders(
  database: JejakDatabase,
  reminded: Reminded,
  now: string,
): Promise<string | undefined> {
  const review = queue.then(async () => {
    let next: string | undefined
    for (const traveller of reminded.travellers)
      next = soonest(next, await reviewUnlessGone(database, traveller, reminded, now))
    return next
  })
  queue = review.catch(() => undefined)
  return review
}

async function reviewUnlessGone(
  database: JejakDatabase,
  traveller: Traveller,
  reminded: Reminded,
  now: string,
): Promise<string | undefined> {
  try {
    return await reviewNow(database, traveller, reminded, now)
  } catch (error) {
    // Locked, or removed, since their journey was read.
    if (error instanceof Locked || error instanceof UnknownParticipant) return undefined
    // One person's plan that cannot be made is no reason to leave the others without theirs.
    noteFault("reminders", error)
    return new Date(epoch(now) + AGAIN).toISOString()
  }
}

async function reviewNow(
  database: JejakDatabase,
  traveller: Traveller,
  { preferences, named }: Reminded,
  now: string,
): Promise<string | undefined> {
  const { id: participant, journey } = traveller
  const noted = await notedReminders(database, participant)
  const clock = ownClock(journey, preferences)
  const plan = plannedReminders(journey, programmeById(journey.programme), clock)
  const planned = new Set(plan.map(({ id }) => id))
  const past = noted
    .filter(
      ({ id, state, at, settledAt }) =>
        state === "planned" && !settledAt && !planned.has(id) && epoch(at) <= epoch(now),
    )
    .flatMap(({ id, at }) => finishedWait(id, at, journey) ?? overMeanwhile(id, at, journey) ?? [])
  const review = reviewPlan(noted, [...plan, ...past], { now, clock, wanted: preferences.reminders })
  await noteReminders(database, participant, review)
  if (review.due.length === 0) return review.next
  try {
    await show(review.due, traveller, named, now)
  } catch (error) {
    noteFault("notification", error)
    return soonest(review.next, new Date(epoch(now) + AGAIN).toISOString())
  }
  const records = new Map([...noted, ...review.note].map((record) => [record.id, record]))
  const shown = review.due.flatMap(({ id }) => records.get(id) ?? []).map((one) => settle(one, "shown", now))
  await noteReminders(database, participant, { note: shown })
  return review.next
}

/** One thing is its own notification; several at once, as after a week without the browser, are one together. */
async function show(
  due: readonly PlannedReminder[],
  { id: participant, displayName, journey }: Traveller,
  named: boolean,
  now: string,
): Promise<void> {
  const [first] = due
  const all = withWarnings(due, journey)
  const [pressing] = all
  if (!first || !pressing) return
  const words = (notice: Notice) => (named ? ofPerson(notice, displayName) : notice)
  if (linesOf(all, journey).length === 1)
    await notify(recordId(participant, pressing.id), words(noticeOf(pressing, journey, epoch(now))), true)
  else await notify(summaryId(recordId(participant, first.id)), words(summaryOf(all, journey)), false)
}

/** The most pressing first. */
function withWarnings(due: readonly PlannedReminder[], journey: Journey) {
  const programme = programmeById(journey.programme)
  return due
    .map((reminder) => ({ ...reminder, warning: warningOf(reminder, journey, programme) }))
    .sort((a, b) => rankOf(b.warning.severity) - rankOf(a.warning.severity) || dueOf(a) - dueOf(b))
}

const dueOf = ({ due }: { due?: string }) => (due ? epoch(due) : Number.POSITIVE_INFINITY)

function soonest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return epoch(a) < epoch(b) ? a : b
}
