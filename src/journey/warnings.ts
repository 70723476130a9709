import type { Programme, WarningRule } from "../programmes/schema"
import type { Severity } from "../programmes/steps"
import { civilDateOf, daysBetween } from "./calendar"
import { epoch } from "./epoch"
import type { DeadlineView, StepView, TrainingView, WarningView } from "./journey"
import { compareText } from "./order"
import { milder, rankOf, severityOf, worse } from "./severity"

interface Subject {
  step: StepView
  training?: TrainingView
}

/** What warnings are computed from: the steps as they stand, at `now` (an instant). */
export interface Shown {
  person: readonly StepView[]
  trainings: readonly TrainingView[]
  flagged?: StepView["evidence"]
  /** Training balance in rupiah, as last shown. */
  balance?: number
  now: string
}

/** Every warning that the pack's rules raise, most pressing first, then by last moment. */
export function warningsOf(shown: Shown, programme: Programme): WarningView[] {
  const subjects: Subject[] = [
    ...shown.person.map((step) => ({ step })),
    ...shown.trainings.flatMap((training) => training.steps.map((step) => ({ step, training }))),
  ]
  const raised = programme.warnings.flatMap((rule) =>
    subjects
      .filter((subject) => rule.when.steps.includes(subject.step.id) && holds(rule, subject, shown))
      .flatMap((subject) => raise(rule, subject, shown, programme) ?? []),
  )
  return raised
    .filter(({ rule, warning }) => !isOutdone(rule, warning, raised))
    .map(({ warning }) => warning)
    .sort(byUrgency)
}

function holds(
  { when, needsDone = [], needsBalance }: WarningRule,
  { step, training }: Subject,
  shown: Shown,
): boolean {
  if (!when.states.includes(step.state)) return false
  const mode = training?.particulars.mode
  if (when.modes && !(mode && when.modes.includes(mode))) return false
  if (needsBalance && shown.balance === 0) return false
  if (when.reported === "flagged") return shown.flagged !== undefined
  if (when.reported && reportOf(step) !== when.reported) return false
  const near = [...shown.person, ...(training?.steps ?? [])]
  return needsDone.every((id) => near.some((other) => other.id === id && other.state === "done"))
}

/** The newest thing a page said of a step, unless the person has since said that it is done. */
function reportOf({ state, reported, evidence }: StepView): string | undefined {
  if (!reported) return undefined
  const settled = state === "done" && evidence?.by === "person" && !evidence.words
  return settled && epoch(evidence.at) > epoch(reported.evidence.at) ? undefined : reported.state
}

function raise(
  rule: WarningRule,
  subject: Subject,
  shown: Shown,
  programme: Programme,
): { rule: WarningRule; warning: WarningView } | undefined {
  const { step, training } = subject
  const deadline = deadlineOf(rule, step, shown.now)
  if (rule.deadlines && !deadline && !rule.evenWithout) return undefined
  const { due } = deadline ?? {}
  const counted = programme.deadlines.find(({ id }) => id === deadline?.id)
  const link = counted?.link ?? rule.link
  if (rule.expires && due && epoch(shown.now) > epoch(due)) return undefined
  if (due && rule.leadDays !== undefined && daysLeft(due, shown.now, programme.zone) > rule.leadDays)
    return undefined
  const flagged = rule.when.reported === "flagged" ? shown.flagged : undefined
  const evidence = flagged ?? step.reported?.evidence ?? step.evidence
  return {
    rule,
    warning: {
      id: rule.id,
      severity: pressing(rule, subject, due && severityOf(due, shown.now, programme.zone)),
      step: step.id,
      ...(training && { training: training.id }),
      ...(training?.title && { trainingTitle: training.title }),
      ...(deadline && { deadline: deadline.id }),
      ...(due && { due }),
      ...(deadline?.opens && { opens: deadline.opens }),
      values: valuesOf(step, deadline, training, programme),
      ...(evidence && { evidence }),
      ...(link && { link }),
      contacts: [
        ...new Set([
          ...(rule.askPlatform ? platformContacts(training, programme) : []),
          ...(counted?.contacts ?? []),
          ...(rule.contacts ?? []),
        ]),
      ],
      causes: rule.causes ?? [],
      source: rule.source,
    },
  }
}

/**
 * A step that a page shows to be done, but not strongly enough to believe it, presses nobody but by what
 * the page reports ill of it; nor does a training that may be none of the programme's.
 */
const WHILE_PROPOSED = "soon"

function pressing(rule: WarningRule, { step, training }: Subject, byDue?: Severity | ""): Severity {
  const { worseWhen, atMost = "late" } = rule
  const atLeast = worseWhen && reportOf(step) === worseWhen.reported ? worseWhen.atLeast : rule.atLeast
  const severity = milder(atMost, byDue ? worse(atLeast, byDue) : atLeast)
  const presses = rule.when.reported || step.state !== "proposed"
  return presses && !training?.tentative ? severity : milder(WHILE_PROPOSED, severity)
}

/**
 * The rule's first deadline that the step has; with `afterOpening`, the first whose opening has come. Of several
 * windows by one deadline's rule it is the one that is open or comes next, else the last.
 */
function deadlineOf(rule: WarningRule, { deadlines }: StepView, now: string): DeadlineView | undefined {
  for (const id of rule.deadlines ?? []) {
    const windows = deadlines.filter(
      (deadline) =>
        deadline.id === id &&
        (!rule.afterOpening || (deadline.opens !== undefined && epoch(deadline.opens) <= epoch(now))),
    )
    const found = windows.find(({ due }) => !due || epoch(due) >= epoch(now)) ?? windows.at(-1)
    if (found) return found
  }
  return undefined
}

/** Whom to ask on the platforms on which a training was seen. */
function platformContacts(training: TrainingView | undefined, { sites }: Programme): string[] {
  return sites.flatMap(({ name, contact }) => (contact && training?.seenOn.includes(name) ? [contact] : []))
}

/** Whole days until `due`; once it is over, below zero. */
function daysLeft(due: string, now: string, zone: string): number {
  return epoch(now) > epoch(due) ? -1 : daysBetween(civilDateOf(now, zone), civilDateOf(due, zone))
}

function valuesOf(
  step: StepView,
  deadline: DeadlineView | undefined,
  training: TrainingView | undefined,
  { money }: Programme,
): WarningView["values"] {
  const amount = money.payments.find(({ steps }) => steps.includes(step.id))?.amount
  return {
    ...(training?.title && { training: training.title }),
    ...(training?.particulars.provider && { provider: training.particulars.provider }),
    ...(amount !== undefined && { amount }),
    ...(deadline && { from: deadline.from.on }),
    ...(step.reported?.on && { date: step.reported.on }),
  }
}

function isOutdone(
  { unless }: WarningRule,
  { step, training }: WarningView,
  raised: readonly { warning: WarningView }[],
) {
  return raised.some(
    ({ warning }) => warning.id === unless && warning.step === step && warning.training === training,
  )
}

function byUrgency(a: WarningView, b: WarningView): number {
  return rankOf(b.severity) - rankOf(a.severity) || compareText(a.due ?? "~", b.due ?? "~")
}
