import type { Programme } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import { epoch } from "./epoch"
import type { NextStep, StepView, TrainingView, WarningView } from "./journey"
import { rankOf } from "./severity"

interface Candidate {
  step: StepView
  training?: TrainingView
  optional: boolean
}

/**
 * The one step to take now. Something to do comes before something to wait for (a wait that went wrong is something to
 * do), what presses more before what presses less, and then the journey's own order. Without an open step it is the question that waits for an answer, and
 * without one the first step that will open by itself. A purchase that nobody has to make is never the next step: a warning
 * tells of it while it can be made.
 */
export function nextStepOf(
  person: readonly StepView[],
  trainings: readonly (TrainingView & { optional: boolean })[],
  warnings: readonly WarningView[],
  programme: Programme,
): NextStep | undefined {
  const all = inOrder(person, trainings, programme)
  const warningsOf = ({ step, training }: Candidate) =>
    warnings.filter((w) => w.step === step.id && w.training === training?.id)
  const pressing = (candidate: Candidate) =>
    Math.max(-1, ...warningsOf(candidate).map((w) => rankOf(w.severity)))
  const trouble = (candidate: Candidate) =>
    candidate.step.waiting
      ? warningsOf(candidate).find(({ severity }) => rankOf(severity) >= rankOf("urgent"))
      : undefined
  const waits = (candidate: Candidate) => candidate.step.waiting && !trouble(candidate)
  const open = all
    .filter(({ step }) => step.state === "open")
    .sort(
      (a, b) =>
        Number(isTentative(a)) - Number(isTentative(b)) ||
        Number(waits(a)) - Number(waits(b)) ||
        pressing(b) - pressing(a),
    )
  const chosen =
    open.find(({ optional }) => !optional) ??
    all.find((candidate) => candidate.step.state === "proposed" && !isTentative(candidate)) ??
    all.find(({ step }) => step.state === "proposed") ??
    soonestToOpen(all)
  return chosen && describe(chosen, all, programme, trouble(chosen))
}

/** What may be none of the programme's comes after everything that is. */
function isTentative({ training }: Candidate): boolean {
  return training?.tentative ?? false
}

/** The person's steps with the trainings' where the pack's order puts them. */
function inOrder(
  person: readonly StepView[],
  trainings: readonly (TrainingView & { optional: boolean })[],
  { steps }: Programme,
): Candidate[] {
  const firstOfTraining = steps.findIndex(({ scope }) => scope === "training")
  const isEarly = ({ id }: StepView) => steps.findIndex((rule) => rule.id === id) < firstOfTraining
  const own = (wanted: boolean) =>
    person.filter((step) => isEarly(step) === wanted).map((step) => ({ step, optional: false }))
  const theirs = trainings.flatMap((training) =>
    training.steps.map((step) => ({ step, training, optional: training.optional })),
  )
  return [...own(true), ...theirs, ...own(false)]
}

function soonestToOpen(all: readonly Candidate[]): Candidate | undefined {
  const opening = ({ step }: Candidate) => openingOf(step) ?? ""
  return all
    .filter(({ step }) => step.state === "locked" && openingOf(step))
    .sort((a, b) => epoch(opening(a)) - epoch(opening(b)))[0]
}

/** The moment from which a step can be taken: the last of those that it has to wait for. */
function openingOf({ deadlines }: StepView): string | undefined {
  const openings = deadlines.filter(({ due }) => !due).flatMap(({ opens }) => opens ?? [])
  return openings.sort((a, b) => epoch(b) - epoch(a))[0]
}

function describe(
  { step, training }: Candidate,
  all: readonly Candidate[],
  programme: Programme,
  trouble: WarningView | undefined,
): NextStep {
  const waiters = all.filter(
    (other) =>
      (!step.waiting || other.step === step) &&
      (other.training === training || training === undefined || other.training === undefined) &&
      (other.step === step || isAfter(other.step.id, step.id, programme)),
  )
  const opens = step.state === "locked" ? openingOf(step) : undefined
  const nearest = waiters
    .flatMap(({ step: { deadlines, state } }) => (state === "done" ? [] : deadlines))
    .filter(({ due, right }) => due && !right)
    .filter(({ due }) => !opens || epoch(due ?? "") > epoch(opens))
    .sort((a, b) => epoch(a.due ?? "") - epoch(b.due ?? ""))[0]
  const from = opens ?? (nearest && step.deadlines.includes(nearest) ? nearest.opens : undefined)
  return {
    step: step.id,
    ...(training && { training: training.id }),
    ...(training?.title && { trainingTitle: training.title }),
    ...(nearest?.due && { due: nearest.due, dueOf: nearest.id }),
    ...(from && { opens: from }),
    waiting: !trouble && (step.waiting || step.state === "locked"),
    ...(trouble && { trouble: trouble.id }),
    ...(step.link && { link: step.link }),
  }
}

function isAfter(later: StepId, earlier: StepId, programme: Programme): boolean {
  const rule = programme.steps.find(({ id }) => id === later)
  return (rule?.after ?? []).some((id) => id === earlier || isAfter(id, earlier, programme))
}
