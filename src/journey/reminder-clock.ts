import { addDays, civilDateOf, clockOf, instantAt, type ZonedInstant } from "./calendar"
import { epoch } from "./epoch"

/** The clock by which the person lives. */
export interface OwnClock {
  /** IANA. */
  zone: string
  /** Clocks ("21:00") between which no reminder comes. */
  quiet: { from: string; to: string } | null
}

/** When a day's reminders come. */
const MORNING = "08:00"
const EVENING = "18:00"
const HOUR = 3_600_000

/** An instant of whatever offset in UTC. */
export function inUtc(instant: ZonedInstant): string {
  return new Date(epoch(instant)).toISOString()
}

/**
 * `at`, or the end of the quiet hours that it falls in; but what would then come after the last moment comes on time.
 * @param due the last moment (instant) of what is reminded of
 */
export function outsideQuiet(at: ZonedInstant, { zone, quiet }: OwnClock, due?: ZonedInstant): ZonedInstant {
  if (!quiet) return at
  const clock = clockOf(at, zone)
  const { from, to } = quiet
  const overnight = from > to
  const isQuiet = overnight ? clock >= from || clock < to : clock >= from && clock < to
  if (!isQuiet) return at
  const today = civilDateOf(at, zone)
  const end = instantAt(`${overnight && clock >= from ? addDays(today, 1) : today}T${to}`, zone)
  return due !== undefined && epoch(end) >= epoch(due) ? at : end
}

/**
 * The morning that is `days` before the last one on which something can still be done. Days are the programme's, as
 * they are named to everybody; the morning is the person's.
 */
export function morningBefore(
  due: ZonedInstant,
  days: number,
  own: string,
  programmeZone: string,
): ZonedInstant {
  const day = civilDateOf(due, programmeZone)
  const isInTime = epoch(instantAt(`${day}T${MORNING}`, own)) < epoch(due)
  return instantAt(`${addDays(day, (isInTime ? 0 : -1) - days)}T${MORNING}`, own)
}

/** The first morning that is not before `instant`. */
export function morningFrom(instant: ZonedInstant, own: string): ZonedInstant {
  const same = instantAt(`${civilDateOf(instant, own)}T${MORNING}`, own)
  return epoch(same) >= epoch(instant) ? same : morningAfter(instant, 1, own)
}

/** The morning of the day that is `days` days after that of `instant`. */
export function morningAfter(instant: ZonedInstant, days: number, own: string): ZonedInstant {
  return instantAt(`${addDays(civilDateOf(instant, own), days)}T${MORNING}`, own)
}

export type Snooze = "hour" | "evening" | "morning"

/**
 * The choices there are for putting something off at `now` (an instant), each with the instant (UTC) at which it then
 * comes: none that is past the last moment, and no evening that is nearer than the hour.
 */
export function snoozesAt(now: string, own: string, due?: ZonedInstant): { until: Snooze; at: string }[] {
  const hour = epoch(now) + HOUR
  const evening = epoch(instantAt(`${civilDateOf(now, own)}T${EVENING}`, own))
  const choices: [Snooze, number][] = [
    ["hour", hour],
    ["evening", evening],
    ["morning", epoch(morningAfter(now, 1, own))],
  ]
  return choices
    .filter(([until, at]) => until !== "evening" || at > hour)
    .filter(([, at]) => due === undefined || at < epoch(due))
    .map(([until, at]) => ({ until, at: new Date(at).toISOString() }))
}
