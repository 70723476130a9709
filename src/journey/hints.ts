import type { HintRule, Programme } from "../programmes/schema"
import { civilDateOf, daysBetween } from "./calendar"
import { epoch } from "./epoch"
import type { Journey, WarningView } from "./journey"

/** A card that fits a page now. */
export interface Hint {
  rule: HintRule
  /** The warning that it is about, as it stands. */
  warning: WarningView
  /** Ids of the prerequisites that are not met yet, in the pack's order; none where the card lists none. */
  points: string[]
}

/** The page that is looked at, and what the person does not want to see there. */
export interface HintPage {
  /** Ids of the signals that the page shows now. */
  seen: readonly string[]
  /** Ids of hints. */
  dismissed: ReadonlySet<string>
}

/**
 * The one card to show in a page: the first of the pack's hints whose warning stands and that fits the page.
 * @param now an instant
 */
export function chooseHint(
  journey: Journey,
  programme: Programme,
  { seen, dismissed }: HintPage,
  now: string,
): Hint | undefined {
  for (const rule of programme.hints) {
    if (dismissed.has(rule.id)) continue
    if (rule.seen && !rule.seen.some((signal) => seen.includes(signal))) continue
    const warning = journey.warnings.find(
      (each) => each.id === rule.warning && isNear(rule, each, programme.zone, now),
    )
    if (!warning) continue
    const points = rule.preflight ? pointsLeft(journey, programme) : []
    // Nothing is left to check: the card would only be in the way.
    if (rule.preflight && points.length === 0) continue
    return { rule, warning, points }
  }
  return undefined
}

/** Whether few enough days are left, and the last moment is not over. */
function isNear({ leadDays }: HintRule, { due }: WarningView, zone: string, now: string): boolean {
  if (leadDays === undefined) return true
  if (!due || epoch(now) > epoch(due)) return false
  return daysBetween(civilDateOf(now, zone), civilDateOf(due, zone)) <= leadDays
}

function pointsLeft({ preflight }: Journey, { prerequisites }: Programme): string[] {
  const left = new Set([...preflight.open, ...preflight.unmet])
  return prerequisites.filter(({ id }) => left.has(id)).map(({ id }) => id)
}
