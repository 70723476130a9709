import { lettered, plainDashes, remembering } from "./normalise"

/** What a short text says of time; civil, in the programme's zone, in the order in which it stands there. */
export interface Times {
  /** "2024-03-01" */
  dates: string[]
  /** "09:00" */
  hours: string[]
}

export type TimeReader = (text: string) => Times

const YEAR_FIRST = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g
/** One day, or the first and the last, of which the first may lack its month and year; no clock before a day. */
const DAYS =
  /(?:(?<!\d[.:]?)(\d{1,2})(?:\/(\d{1,2}))?(?:\/(\d{4}))?\s*(?:-|s\/d)\s*)?(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g
const CLOCK = /(?<![\d.,:])([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d|[.,:]\d)/g
const AMOUNT = /(?:rp|idr)\.? ?[\d.,]+/g

/** A site's names of months, as a pattern's source, with their numbers; and minutes to add to a clock before a word. */
export interface Calendar {
  named: string
  months: Readonly<Record<string, number>>
  clocks?: Readonly<Record<string, number>> | undefined
}

/** Reads dates by the site's names of months: "1 Maret 2024", "1 - 5 Mar 2024", "2024-03-01", "1/3/2024", with or without a clock. */
export function timeReader({ named: source, months, clocks }: Calendar): TimeReader {
  const named = lettered(source, "g")
  return remembering((text: string) => {
    const dates: string[] = []
    if (text.length > 200 || !/\d/.test(text)) return { dates, hours: [] }
    const lower = plainDashes(text.toLowerCase())
    const rest = lower
      .replace(YEAR_FIRST, "$3/$2/$1")
      .replace(named(lower), (_, name, year) => `/${months[name]}${year ? "/" : ""}`)
      .replace(DAYS, (_, day1, month1, year1, day2, month2, year2) => {
        dates.push(...civil(year1 ?? year2, month1 ?? month2, day1), ...civil(year2, month2, day2))
        return " "
      })
    return { dates, hours: clocksIn(rest.replace(AMOUNT, " "), clocks) }
  })
}

function clocksIn(text: string, clocks: Calendar["clocks"]): string[] {
  const found = [...text.matchAll(CLOCK)]
  const last = found.at(-1)
  const zone = last && /^\s*\(?([a-z]+)/.exec(text.slice(last.index + last[0].length))?.[1]
  const shift = (zone && clocks?.[zone]) || 0
  const minutes = found.map(([, hour, minute]) => Number(hour) * 60 + Number(minute) + shift)
  if (minutes.some((minute) => minute < 0 || minute >= 24 * 60)) return []
  return minutes.map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))
}

/** None for a day that no calendar has. */
function civil(year: string, month: string, day: string | undefined): string[] {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (!/^20|^2100/.test(year) || date.getUTCMonth() !== Number(month) - 1) return []
  return [date.toISOString().slice(0, 10)]
}
