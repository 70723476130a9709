import type { Site } from "../programmes/schema"
import { escaped, remembering } from "./normalise"

/** What a short text says of time; civil, in the programme's zone, in the order in which it stands there. */
export interface Times {
  /** "2024-03-01" */
  dates: string[]
  /** "09:00" */
  clocks: string[]
}

export type TimeReader = (text: string) => Times

const DASH = "\\s*(?:-|s/d)\\s*"
const CLOCK = /(?<![\d.,:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d]|[.,:]\d)/g
const AMOUNT = /(?:rp|idr)\.? ?[\d.,]+/g
const NOTHING: Times = { dates: [], clocks: [] }

const readers = new WeakMap<Site, TimeReader>()

/** Reads dates by the site's names of months: "1 Maret 2024", "1 - 5 Mar 2024", "2024-03-01", "1/3/2024", with or without a clock. */
export function timeReader(site: Site): TimeReader {
  const known = readers.get(site)
  if (known) return known
  const made = make(site)
  readers.set(site, made)
  return made
}

function make(site: Site): TimeReader {
  const months = new Map<string, number>()
  for (const [at, names] of site.months.entries())
    for (const name of names) months.set(name.toLowerCase(), at + 1)
  const month = `(${[...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|")})\\.?`
  const named = new RegExp(
    `(?:(?<!\\d)(\\d{1,2})(?:\\s+${month})?(?:\\s+(\\d{4}))?${DASH})?(?<!\\d)(\\d{1,2})[\\s-]+${month}[\\s,-]+(\\d{4})(?!\\d)`,
    "gu",
  )
  const numbers = /(?<!\d)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?!\d)/g
  const read = (text: string): Times => {
    if (text.length > 200 || !/\d/.test(text)) return NOTHING
    const found: { at: number; date: string }[] = []
    const note = (at: number, year: unknown, monthOfYear: unknown, day: unknown) => {
      const date = civil(Number(year), Number(monthOfYear), Number(day))
      if (date) found.push({ at, date })
    }
    let rest = text.toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-")
    rest = rest.replace(named, (whole, day1, month1, year1, day2, month2: string, year2, at: number) => {
      const later = months.get(month2)
      if (day1) note(at, year1 ?? year2, month1 ? months.get(month1) : later, day1)
      note(at + 1, year2, later, day2)
      return " ".repeat(whole.length)
    })
    rest = rest.replace(numbers, (whole, y1, m1, d1, d2, m2, y2, at: number) => {
      if (y1) note(at, y1, m1, d1)
      else note(at, y2, m2, d2)
      return " ".repeat(whole.length)
    })
    found.sort((a, b) => a.at - b.at)
    return { dates: found.map(({ date }) => date), clocks: clocksIn(rest.replace(AMOUNT, " "), site) }
  }
  return remembering(read)
}

function clocksIn(text: string, site: Site): string[] {
  const minutes: number[] = []
  let end = 0
  for (const match of text.matchAll(CLOCK)) {
    minutes.push(Number(match[1]) * 60 + Number(match[2]))
    end = match.index + match[0].length
  }
  const zone = /^\s*\(?([a-z]+)/.exec(text.slice(end))?.[1]
  const shift = (zone !== undefined && site.clocks?.[zone]) || 0
  const shifted = minutes.map((minute) => minute + shift)
  if (shifted.some((minute) => minute < 0 || minute >= 24 * 60)) return []
  const two = (value: number) => String(value).padStart(2, "0")
  return shifted.map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
}

function civil(year: number, month: number, day: number): string | undefined {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}
