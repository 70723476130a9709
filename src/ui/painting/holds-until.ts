import type { Overview } from "../../messages/overview"
import { today } from "../language/formats"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What names an instant at which, or a whole number of days before which, something else is said. */
const MOMENTS = ["due", "opens", "until", "changesAt"]

/**
 * The first moment (milliseconds) at which something on the popup reads otherwise through the clock alone: a length of time, a
 * moment that comes, or a new day.
 * @param lengths the instants of which is shown how far away they are
 */
export function holdsUntil(
  { journey, programme }: Overview,
  lengths: readonly string[],
  now: number,
): number {
  const told = lengths.map((at) => untilNext(Date.parse(at) - now))
  const moments = [...momentsIn(journey)].filter((at) => at >= now).map((at) => ((at - now) % DAY) + 1)
  return Math.min(dayEnds(programme.zone, now), ...[...told, ...moments].map((left) => now + left))
}

/** How long a length of time reads the same, as `formatTimeLeft` tells it. @param left milliseconds, negative when it is over */
function untilNext(left: number): number {
  const length = Math.abs(left)
  const unit = length >= (left >= 0 ? 7 * DAY : DAY) ? DAY : length >= DAY ? HOUR : MINUTE
  return left >= 0 ? (left % unit) + 1 : unit - (length % unit)
}

function* momentsIn(value: unknown): Generator<number> {
  if (typeof value !== "object" || value === null) return
  for (const [key, held] of Object.entries(value)) {
    if (typeof held !== "string") yield* momentsIn(held)
    else if (MOMENTS.includes(key)) yield Date.parse(held)
  }
}

function dayEnds(zone: string, now: number): number {
  const day = today(zone, now)
  let [before, after] = [now, now + DAY + HOUR]
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2)
    if (today(zone, between) === day) before = between
    else after = between
  }
  return after
}
