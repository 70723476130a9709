import type { Programme } from "../programmes/schema"
import type { StepState } from "../programmes/steps"
import { epoch } from "./epoch"
import type { DeadlineView } from "./journey"
import { before, isDone, type Progress, proposes, type StepProgress } from "./progress"

/** Reports by which a page shows that a step is under way, so that it is no longer locked. */
const UNDER_WAY = ["processing", "scheduled", "failed"]

/**
 * The state of a step at `now` (an instant).
 * A step that a page showed open after its last moment is open, whatever the rule says.
 */
export function stateOf(
  step: StepProgress,
  deadlines: readonly DeadlineView[],
  progress: Progress,
  programme: Programme,
  now: string,
): StepState {
  if (isDone(step)) return "done"
  if (proposes(step) || (step.concludedFrom && proposes(step.concludedFrom))) return "proposed"
  const { decision } = step
  const shownOpen = decision.state === "open" && decision.by === "page" ? decision.at : undefined
  const rule = (id: string) => programme.deadlines.find((deadline) => deadline.id === id)
  const missed = deadlines.some(
    ({ id, due }) =>
      due && rule(id)?.final && epoch(due) < epoch(now) && !(shownOpen && epoch(shownOpen) > epoch(due)),
  )
  if (missed) return "missed"
  const { report } = decision
  if (shownOpen || (report && !report.asksOnly && UNDER_WAY.includes(report.state))) return "open"
  if (!before(step, progress).every(isDone)) return "locked"
  return deadlines.some(({ id, opens }) => opens && rule(id)?.gates && epoch(opens) > epoch(now))
    ? "locked"
    : "open"
}
