import { addDays, instantAt } from "../../journey/calendar"
import { dayOf, hasClock } from "../../journey/civil-day"
import { epoch } from "../../journey/epoch"
import type { DeadlineView, Journey, StepView, TrainingView } from "../../journey/journey"
import { morningBefore, morningFrom } from "../../journey/reminder-clock"
import { deadlineReason } from "../journey/deadline-reason"
import { formatDate, formatDayOf } from "../language/formats"
import { say, sayOf } from "../language/words"

/** Something with a time of its own, as a calendar shows it. Times are milliseconds since 1970. */
export interface CalendarEvent {
  /** The same for the same thing, whenever it is computed and wherever it has moved to. */
  key: string
  summary: string
  description: string
  start: number
  end: number
  /** A whole civil day in the programme's zone, from `start` to `end`. */
  day?: string
  /** The person has to be there, so that the time is not free. */
  busy?: true
  /** When to be reminded. */
  alarms: number[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Days before the last one on whose mornings a deadline reminds. */
const DAYS_BEFORE = [7, 3, 1, 0]
/** Minutes before a window closes at which it reminds. */
const BEFORE_CLOSING = 15

/**
 * Everything that is still to come: last moments, windows, openings, meetings and payments. What may be none of the
 * programme's, and a purchase for which no balance is left, presses nobody.
 * @param now milliseconds since 1970; what is over by then is left out
 */
export function calendarEvents(journey: Journey, now: number): CalendarEvent[] {
  const trainings = journey.trainings.filter(({ tentative }) => !tentative)
  const events = [
    ...journey.person.flatMap((step) => [
      ...deadlinesOf(step, undefined, journey),
      ...paymentOf(step, journey),
    ]),
    ...trainings.flatMap((training) => [
      ...training.steps
        .filter(() => !(training.optional && journey.money.balance === 0))
        .flatMap((step) => deadlinesOf(step, training, journey)),
      ...meetingsOf(training, journey),
    ]),
  ]
  return events
    .filter(({ end }) => end > now)
    .map((event) => ({
      ...event,
      alarms: [...new Set(event.alarms)].filter((at) => at > now && at < event.end),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function deadlinesOf(step: StepView, training: TrainingView | undefined, journey: Journey): CalendarEvent[] {
  if (step.state === "done") return []
  return step.deadlines.flatMap((deadline) => {
    const span = spanOf(deadline, journey.zone)
    if (!span) return []
    return {
      key: [training?.id ?? "person", step.id, deadline.id, ...meetingMeant(deadline, training)].join("."),
      summary: titled(
        sayOf("deadline", deadline.id, "name") ?? say("deadline"),
        training ? training.title : shared(deadline, journey) ? sayOf("step", step.id, "title") : undefined,
      ),
      description: described(deadlineReason(deadline, journey), sourceOf(deadline)),
      ...span,
    }
  })
}

/** Further meetings have each a window of the same rule: its number tells them apart. */
function meetingMeant({ from }: DeadlineView, training: TrainingView | undefined): string[] {
  if (from.anchor !== "further-meeting") return []
  return [String(meetingDays(training).indexOf(from.on) + 1)]
}

function shared({ id }: DeadlineView, { person }: Journey): boolean {
  return person.filter(({ deadlines }) => deadlines.some((other) => other.id === id)).length > 1
}

type Span = Pick<CalendarEvent, "start" | "end" | "alarms">

/** A window as it is; a last moment as the hour before it; an opening as the day from it on. */
function spanOf({ opens, due }: DeadlineView, zone: string): Span | undefined {
  if (due === undefined) {
    if (opens === undefined) return undefined
    const start = epoch(opens)
    return { start, end: start + DAY, alarms: [epoch(morningFrom(opens, zone))] }
  }
  const end = epoch(due)
  const start = opens === undefined ? undefined : epoch(opens)
  if (start !== undefined && end > start && end - start < DAY)
    return { start, end, alarms: [start, end - BEFORE_CLOSING * MINUTE] }
  const mornings = DAYS_BEFORE.map((days) => epoch(morningBefore(due, days, zone, zone)))
  return { start: end - HOUR, end, alarms: mornings.filter((at) => start === undefined || at >= start) }
}

function meetingDays(training: TrainingView | undefined): string[] {
  const { meetings = [], startsAt } = training?.particulars ?? {}
  if (meetings.length > 0) return [...new Set(meetings)].sort()
  return startsAt === undefined ? [] : [startsAt]
}

function meetingsOf(training: TrainingView, { zone }: Journey): CalendarEvent[] {
  const { mode, meetings = [], endsAt } = training.particulars
  const isMeeting = meetings.length > 0 || (mode !== undefined && mode !== "self-paced")
  return meetingDays(training).map((on, index) => {
    const number = index + 1
    const key = `${training.id}.meeting.${number}`
    const what = isMeeting && hasClock(on) ? say("calendar_meeting", { number }) : say("calendar_start")
    const summary = titled(what, training.title)
    if (!hasClock(on)) {
      const dayBefore = epoch(instantAt(`${addDays(on, -1)}T08:00`, zone))
      return {
        key,
        summary,
        description: described(),
        ...wholeDay(on, zone),
        alarms: [dayBefore],
      }
    }
    const start = epoch(instantAt(on, zone))
    const ends = endsAt !== undefined && hasClock(endsAt) && dayOf(endsAt) === dayOf(on) ? endsAt : undefined
    const end = ends === undefined ? undefined : epoch(instantAt(ends, zone))
    const known = end !== undefined && end > start
    return {
      key,
      summary,
      description: described(...(known ? [] : [say("calendar_end_unknown")])),
      start,
      end: known ? end : start + HOUR,
      busy: true,
      alarms: [start - DAY, start - HOUR],
    }
  })
}

function paymentOf({ id, reported }: StepView, journey: Journey): CalendarEvent[] {
  if (reported?.state !== "scheduled" || reported.on === undefined) return []
  const { on, evidence } = reported
  const why = say("calendar_payment_why", {
    site: evidence.site ?? evidence.host ?? "",
    date: formatDayOf(evidence.at, journey),
  })
  return [
    {
      key: `person.${id}.scheduled`,
      summary: titled(say("calendar_payment"), sayOf("step", id, "title")),
      description: described(why),
      ...wholeDay(on, journey.zone),
      alarms: [epoch(instantAt(`${on}T08:00`, journey.zone))],
    },
  ]
}

function wholeDay(day: string, zone: string): Pick<CalendarEvent, "day" | "start" | "end"> {
  const start = epoch(instantAt(`${day}T00:00`, zone))
  return { day, start, end: start + DAY }
}

function titled(what: string, which: string | undefined): string {
  return which === undefined ? what : say("calendar_of", { what, which: plain(which) })
}

function described(...lines: string[]): string {
  return [...lines, say("calendar_note")].join("\n")
}

function sourceOf({ source }: DeadlineView): string {
  return say("source_line", {
    source: sayOf("source", source.of) ?? source.of,
    date: formatDate(source.checkedOn),
  })
}

/** A stranger's text on one line, without what would turn the reading of the rest around. */
function plain(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
}
