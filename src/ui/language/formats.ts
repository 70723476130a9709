import { dateFormat, numberFormat } from "./formatters"
import { language, say } from "./words"

/** The programme's time zone (IANA) and what people call it. */
export interface Zone {
  zone: string
  zoneLabel: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function locale(): string {
  return language() === "en" ? "en-GB" : "id-ID"
}

/**
 * What the calendar and the clock of a zone show at an instant, as the instant (milliseconds) at which they show the same in UTC, to
 * the minute: formatters of one zone do for all.
 * @param zone the browser's own where absent
 */
function shownIn(zone: string | undefined, instant: number): number {
  if (zone === "UTC") return instant
  if (zone === undefined) return instant - new Date(instant).getTimezoneOffset() * MINUTE
  const parts = dateFormat(locale(), {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"))
}

function dayIn(zone: string, instant: number): string {
  const parts = dateFormat(locale(), {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).formatToParts(shownIn(zone, instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ""
  return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")}`
}

function clockIn(zone: string, instant: number): string {
  return dateFormat(locale(), {
    timeZone: "UTC",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(shownIn(zone, instant))
}

/** "Rab, 13 Mar 2024, 23.59 WIB", from an ISO 8601 instant. */
export function formatInstant(instant: string, { zone, zoneLabel }: Zone): string {
  const at = Date.parse(instant)
  return `${dayIn(zone, at)}, ${clockIn(zone, at)} ${zoneLabel}`
}

/** "Rab, 13 Mar 2024", from an ISO 8601 instant: the day in the programme's zone. */
export function formatDayOf(instant: string, { zone }: Zone): string {
  return dayIn(zone, Date.parse(instant))
}

/** "Rab, 13 Mar 2024", from a civil date "2024-03-13". */
export function formatDate(civilDate: string): string {
  return dayIn("UTC", Date.parse(`${civilDate.slice(0, 10)}T00:00Z`))
}

/** A civil date, or one with a clock ("2024-03-13T09:00") in the programme's zone. */
export function formatDateOrTime(value: string, { zoneLabel }: Zone): string {
  if (!value.includes("T")) return formatDate(value)
  return `${formatDate(value)}, ${clockIn("UTC", Date.parse(`${value}Z`))} ${zoneLabel}`
}

/**
 * The same instant on the person's own clock, "Kam, 14 Mar 2024, 00.59 WITA", or "20.05 WITA" on the same
 * day; undefined where that clock shows the same as the programme's. `ownZone` is the browser's unless given.
 */
export function formatOwnTime(instant: string, { zone }: Zone, ownZone?: string): string | undefined {
  const at = Date.parse(instant)
  const [own, theirs] = [shownIn(ownZone, at), shownIn(zone, at)]
  if (Math.floor(own / MINUTE) === Math.floor(theirs / MINUTE)) return undefined
  const sameDay = Math.floor(own / DAY) === Math.floor(theirs / DAY)
  const clock = clockIn("UTC", own)
  // Only Indonesian has short names for the country's own zones.
  const timeZone = ownZone ?? ownTimeZone()
  const parts = dateFormat("id-ID", { timeZone, timeZoneName: "short" }).formatToParts(at)
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone
  return `${sameDay ? clock : `${dayIn("UTC", own)}, ${clock}`} ${name}`
}

/** The browser's own zone as it was last looked up, with the offset from UTC that its clock had then. */
let own: { zone: string; offset: number } | undefined

/** The browser's own zone (IANA). Looked up again only when the clock's offset is another, since that costs much. */
export function ownTimeZone(): string {
  const offset = new Date().getTimezoneOffset()
  if (own?.offset !== offset)
    own = { zone: new Intl.DateTimeFormat(locale()).resolvedOptions().timeZone, offset }
  return own.zone
}

/** "Rp600.000", from whole rupiah. Written the same in both languages, as people see it on the pages. */
export function formatMoney(rupiah: number): string {
  return `Rp${numberFormat("id-ID").format(rupiah)}`
}

function count(value: number, unit: "day" | "hour" | "minute"): string {
  return numberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(value)
}

/** A length of time in milliseconds in at most two units: "12 hari", "2 hari 5 jam", "5 jam 12 menit". */
export function formatSpan(length: number): string {
  const days = Math.floor(length / DAY)
  const hours = Math.floor((length % DAY) / HOUR)
  const minutes = Math.floor((length % HOUR) / MINUTE)
  if (days >= 7 || (days > 0 && hours === 0)) return count(days, "day")
  if (days > 0) return `${count(days, "day")} ${count(hours, "hour")}`
  if (hours > 0)
    return minutes > 0 ? `${count(hours, "hour")} ${count(minutes, "minute")}` : count(hours, "hour")
  return minutes > 0 ? count(minutes, "minute") : say("time_under_a_minute")
}

/** How long until an instant, "2 hari 5 jam lagi", or since when it is over, "sudah lewat 3 hari". */
export function formatTimeLeft(instant: string, now: number): string {
  const left = Date.parse(instant) - now
  if (left >= 0) return say("time_left", { span: formatSpan(left) })
  const over = -left
  return say("time_over", { span: over >= DAY ? count(Math.floor(over / DAY), "day") : formatSpan(over) })
}

/** "23.59", from a clock "23:59". */
export function formatBareClock(clock: string): string {
  return clockIn("UTC", Date.parse(`2000-01-01T${clock}Z`))
}

/** "3 Desember", from a day of the year "12-03". */
export function formatMonthDay(monthDay: string): string {
  return dateFormat(locale(), { timeZone: "UTC", day: "numeric", month: "long" }).format(
    Date.parse(`2000-${monthDay}T00:00Z`),
  )
}

/** "a, b, atau c". */
export function listed(words: readonly string[], joint: "and" | "or"): string {
  const type = joint === "and" ? "conjunction" : "disjunction"
  return new Intl.ListFormat(locale(), { type }).format(words)
}

/** Today's civil date in the programme's zone. */
export function today(zone: string, now: number): string {
  return new Date(shownIn(zone, now)).toISOString().slice(0, 10)
}

/** "13 Mar", from an instant or a civil date: the day in the programme's zone. */
export function formatDayMonth(value: string, { zone }: Zone): string {
  return shortDay(isInstant(value) ? Date.parse(value) : noonOf(value), isInstant(value) ? zone : "UTC")
}

/** "Mar", or "Mar 2024", from milliseconds at which the month has begun in UTC. */
export function formatMonth(at: number, withYear: boolean): string {
  const options = { timeZone: "UTC", month: "short", ...(withYear && { year: "numeric" as const }) } as const
  return dateFormat(locale(), options).format(at)
}

/** "13 Mar", from milliseconds, in a zone. */
export function shortDay(at: number, timeZone: string): string {
  return dateFormat(locale(), { timeZone, day: "numeric", month: "short" }).format(at)
}

/** "23.59 WIB", from an instant. */
export function formatClock(instant: string, { zone, zoneLabel }: Zone): string {
  return `${clockIn(zone, Date.parse(instant))} ${zoneLabel}`
}

function isInstant(value: string): boolean {
  return /(Z|[+-]\d\d:\d\d)$/.test(value)
}

function noonOf(civilDate: string): number {
  return Date.parse(`${civilDate.slice(0, 10)}T12:00Z`)
}
