import type { Programme } from "../programmes/schema"
import { deadlinesOf } from "./deadlines"
import { doneOn } from "./done-on"
import type { SeenFact } from "./facts"
import type { Evidence, Question, StepView } from "./journey"
import { isDone, type Progress, type StepProgress } from "./progress"
import { seenOn } from "./seen-on"
import { stateOf } from "./states"

/** A page's fact as evidence, with its site's name. */
export function evidenceOf(fact: SeenFact, programme: Programme): Evidence {
  const { id, at, host, words } = fact
  return { fact: id, by: "page", at, host, words, site: seenOn(fact, programme).name }
}

/** Everything that is shown of one step at `now` (an instant). */
export function viewOf(step: StepProgress, progress: Progress, programme: Programme, now: string): StepView {
  const { rule, decision } = step
  const deadlines = deadlinesOf(step, progress, programme, now)
  const done = isDone(step) ? doneOn(step, progress, programme.zone) : undefined
  const question = questionOf(step, programme)
  const evidence = decidedBy(step, programme)
  const { report } = decision
  return {
    id: rule.id,
    state: stateOf(step, deadlines, progress, programme, now),
    ...(done && { on: done.on, assumed: done.assumed }),
    ...(evidence && { evidence }),
    ...(decision.state !== "done" && isDone(step) && { concluded: true }),
    ...(question && { question }),
    ...(report && {
      reported: {
        state: report.state,
        ...(report.fact.values?.date && { on: report.fact.values.date }),
        evidence: evidenceOf(report.fact, programme),
      },
    }),
    deadlines,
    ...(decision.saidBy && { saidBy: decision.saidBy }),
    waiting: rule.waiting ?? false,
    ...(rule.link && { link: rule.link }),
    source: rule.source,
  }
}

function decidedBy({ decision, concludedFrom }: StepProgress, programme: Programme): Evidence | undefined {
  const deciding = decision.state === "done" || !concludedFrom ? decision : concludedFrom.decision
  const { by, fact, at, seen } = deciding
  if (seen) return { ...evidenceOf(seen, programme), by: by ?? "page" }
  return by === "person" && fact && at ? { fact, by, at } : undefined
}

function questionOf(step: StepProgress, programme: Programme): Question | undefined {
  const asked = step.decision.question ? step : isDone(step) ? undefined : step.concludedFrom
  const question = asked?.decision.question
  if (!asked || !question) return undefined
  const { fact } = question.claim
  return { fact: fact.id, step: asked.rule.id, asks: question.asks, evidence: evidenceOf(fact, programme) }
}
