import { getISO } from "temporal-polyfill/fns/Calendar"
import * as Instant from "temporal-polyfill/fns/Instant"
import * as PlainDate from "temporal-polyfill/fns/PlainDate"
import * as PlainDateTime from "temporal-polyfill/fns/PlainDateTime"
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime"
import type { CivilDate, CivilDateTime } from "./civil-day"

/** ISO 8601 with an offset or Z. */
export type ZonedInstant = string

const SATURDAY = 6

/** `date` moved by whole calendar days. @throws RangeError for a date that is not in the calendar. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return PlainDate.toString(PlainDate.addDays(PlainDate.fromString(date, getISO), days))
}

/** The `days`-th working day after `date`: Monday to Friday, and none of `holidays`. */
export function addWorkingDays(date: CivilDate, days: number, holidays: readonly CivilDate[]): CivilDate {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    const weekday = PlainDate.dayOfWeek(PlainDate.fromString(day, getISO))
    if (weekday < SATURDAY && !holidays.includes(day)) left -= 1
  }
  return day
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return PlainDate.diffDays(PlainDate.fromString(from, getISO), PlainDate.fromString(to, getISO))
}

/** The instant at which clocks in `zone` show `dateTime`, with that zone's offset, moved by `minutes`. */
export function instantAt(dateTime: CivilDateTime, zone: string, minutes = 0): ZonedInstant {
  const local = PlainDateTime.toZonedDateTime(PlainDateTime.fromString(dateTime, getISO), zone)
  return ZonedDateTime.toString(ZonedDateTime.addMinutes(local, minutes), { timeZoneName: "never" })
}

/** `minutes` after `instant`, with the offset of `zone`. @throws RangeError for a string that is no instant. */
export function minutesAfter(instant: ZonedInstant, minutes: number, zone: string): ZonedInstant {
  const local = Instant.toZonedDateTimeISO(Instant.fromString(instant), zone)
  return ZonedDateTime.toString(ZonedDateTime.addMinutes(local, minutes), { timeZoneName: "never" })
}

/** The day that `instant` falls on in `zone`. @throws RangeError for a string that is no instant. */
export function civilDateOf(instant: ZonedInstant, zone: string): CivilDate {
  const local = Instant.toZonedDateTimeISO(Instant.fromString(instant), zone)
  return PlainDate.toString(ZonedDateTime.toPlainDate(local))
}

/** What a clock in `zone` shows at `instant`: "09:05". @throws RangeError for a string that is no instant. */
export function clockOf(instant: ZonedInstant, zone: string): string {
  const local = Instant.toZonedDateTimeISO(Instant.fromString(instant), zone)
  return PlainDateTime.toString(ZonedDateTime.toPlainDateTime(local)).slice(11, 16)
}
