import { type Summary, summaryOf } from "../../scripts/statistics"

/** A bar that something has to stay under, and how it went. */
export interface Held {
  /** What is compared with the bar, in the words of the table. */
  against: string
  value: number
  most: number
  met: boolean
}

/** One line of the table: what was measured of whom. */
export interface Line {
  what: string
  of: string
  unit: string
  /** Every single value, in the order in which it was measured; one where it is a count. */
  values: readonly number[]
  /** What it is held against; several, where there are several bars. */
  bars?: readonly Held[]
  /** What else has to be said: an interval, a condition. */
  note?: string
}

/** What one measure found. */
export type Measured = readonly Line[]

/** A share of something else of the same run, by their medians. */
export function ratio(against: string, values: readonly number[], to: readonly number[], most: number): Held {
  const value = summaryOf(values).median / summaryOf(to).median
  return { against, value, most, met: value <= most }
}

/** Something that has to stay under a fixed value, in its own unit. */
export function atMost(against: string, value: number, most: number): Held {
  return { against, value, most, met: value <= most }
}

const number = (value: number) =>
  Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString("en-US")
    : value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)

const HEAD = ["what", "of", "median", "quartiles", "n", "bar", ""]

/** The whole table, in rows of cells. */
function cells(lines: readonly Line[]): string[][] {
  return lines.map(({ what, of, unit, values, bars = [], note }) => {
    const summary: Summary = summaryOf(values)
    const spread = summary.count > 1 ? `${number(summary.low)} – ${number(summary.high)}` : ""
    const told = bars.map(
      ({ against, value, most, met }) =>
        `${against}: ${number(value)} of ${number(most)}, ${met ? "met" : "MISSED"}`,
    )
    return [
      what,
      of,
      `${number(summary.median)} ${unit}`.trim(),
      spread,
      String(summary.count),
      told.join("; "),
      note ?? "",
    ]
  })
}

/** The table as Markdown. */
export function markdown(lines: readonly Line[]): string {
  return [HEAD, HEAD.map(() => "---"), ...cells(lines)].map((row) => `| ${row.join(" | ")} |`).join("\n")
}

/** The table in columns, for a terminal. */
export function columns(lines: readonly Line[]): string {
  const rows = [HEAD, ...cells(lines)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}
