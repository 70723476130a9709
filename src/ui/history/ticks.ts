/** A day at which the picture's calendar is marked. */
export interface Tick {
  at: number
  /** `year`: the first day of a year, or the first month that is shown; to be told with its year. */
  kind: "day" | "month" | "year"
}

const DAY = 86_400_000
const MONTH = 30.4 * DAY

/** How far apart marks of the calendar can be, finest first. */
const STEPS: readonly ({ days: number } | { months: number })[] = [
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { months: 12 },
]

/**
 * The days at which to mark the calendar between two moments (milliseconds): the finest of which no more than `most` fit.
 * Days begin at midnight UTC, as civil dates do here; those of a month begin anew with it.
 */
export function ticksOf(from: number, to: number, most: number): Tick[] {
  const step = STEPS.find(
    (each) => (to - from) / ("days" in each ? each.days * DAY : each.months * MONTH) <= most,
  ) ?? { months: 12 * Math.ceil((to - from) / (12 * MONTH) / Math.max(1, most)) }
  const ticks: Tick[] = []
  const first = new Date(from)
  const month = (n: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1)
  const offset = "months" in step ? -(first.getUTCMonth() % Math.min(12, step.months)) : 0
  for (let n = offset; month(n) <= to; n += "months" in step ? step.months : 1) {
    const start = month(n)
    const kind = new Date(start).getUTCMonth() === 0 ? "year" : "month"
    ticks.push({ at: start, kind })
    // A last few days before the next month would stand too close to it.
    if ("days" in step)
      for (
        let day = start + step.days * DAY;
        day <= month(n + 1) - (step.days * DAY) / 2;
        day += step.days * DAY
      )
        ticks.push({ at: day, kind: "day" })
  }
  const shown = ticks.filter(({ at }) => at >= from && at <= to)
  const firstMonth = shown.find(({ kind }) => kind !== "day")
  if (firstMonth) firstMonth.kind = "year"
  return shown
}
