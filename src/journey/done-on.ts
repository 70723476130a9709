import type { StepId } from "../programmes/steps"
import { civilDateOf } from "./calendar"
import type { Progress, StepProgress } from "./progress"

/**
 * The civil date on which a step was done in the programme's zone. `assumed` when nobody named it: then it is the
 * last day on which it was known not to be done, or else the day it was first seen, so that no deadline comes out late.
 */
export function doneOn(
  { rule, training, decision, concludedFrom }: StepProgress,
  { trainings }: Progress,
  zone: string,
): { on: string; assumed: boolean } | undefined {
  const bought = trainings.find(({ id }) => id === training)?.particulars.boughtOn
  if (rule.id === ("purchase" satisfies StepId) && bought) return { on: bought, assumed: false }
  if (decision.state === "done") {
    if (decision.on) return { on: decision.on, assumed: false }
    const known =
      decision.seen && decision.notBefore ? decision.notBefore : (decision.seen?.at ?? decision.at)
    return known ? { on: civilDateOf(known, zone), assumed: true } : undefined
  }
  const at = concludedFrom?.decision.state === "done" ? concludedFrom.decision.at : undefined
  return at ? { on: civilDateOf(decision.notBefore ?? at, zone), assumed: true } : undefined
}
