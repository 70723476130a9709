import { SEVERITIES, type Severity } from "../programmes/steps"
import { civilDateOf, daysBetween } from "./calendar"
import { epoch } from "./epoch"

/** With at most this many calendar days left, a deadline is urgent; with at most a week, it is soon. */
const URGENT_DAYS = 3
const SOON_DAYS = 7

/** How pressing a last moment is at `now` (instants); days are counted in `zone`. */
export function severityOf(due: string, now: string, zone: string): Severity {
  if (epoch(now) > epoch(due)) return "late"
  const days = daysBetween(civilDateOf(now, zone), civilDateOf(due, zone))
  return days <= URGENT_DAYS ? "urgent" : days <= SOON_DAYS ? "soon" : "info"
}

/** The more pressing of two. */
export function worse(a: Severity, b: Severity): Severity {
  return rankOf(a) >= rankOf(b) ? a : b
}

/** The less pressing of two. */
export function milder(a: Severity, b: Severity): Severity {
  return rankOf(a) <= rankOf(b) ? a : b
}

/** 0 for the mildest. */
export function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}
