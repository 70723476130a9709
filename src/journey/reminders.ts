import type { Programme, WarningRule } from "../programmes/schema"
import type { StepId, WarningId } from "../programmes/steps"
import { civilDateOf, type ZonedInstant } from "./calendar"
import { epoch } from "./epoch"
import type { DeadlineView, Journey, StepView, TrainingView, WarningView } from "./journey"
import {
  inUtc,
  morningAfter,
  morningBefore,
  morningFrom,
  type OwnClock,
  outsideQuiet,
} from "./reminder-clock"

const DAY = 86_400_000
const WAIT = "wait"
/** What the person waits for when too many codes were wrong. */
const AFTER_WAITING: StepId = "wallet"

/** One reminder: of what, and when it is to come. */
export interface PlannedReminder {
  /** The same for the same thing, whenever and wherever it is computed. */
  id: string
  /** Instant, UTC. */
  at: string
  warning: WarningId
  step: StepId
  training?: string
  deadline?: string
  /** `before`: days before the last moment. `closing`: minutes. `after`: days since it was first seen. */
  kind: "before" | "opening" | "closing" | "after" | typeof WAIT
  /** The last moment, after which nothing is reminded of. */
  due?: string
}

interface Subject {
  step: StepView
  training?: TrainingView
}

type Moment = Omit<PlannedReminder, "id" | "warning" | "step" | "training"> & { key: string }

/**
 * Every reminder that the journey has at the moment it was computed, by the pack's rules: those to come and those whose
 * moment has come while what they are about can still be done. Not only of the warnings that stand now: what is due in
 * a week is planned before it warns.
 */
export function plannedReminders(journey: Journey, programme: Programme, clock: OwnClock): PlannedReminder[] {
  const subjects = subjectsOf(journey)
  const planned = programme.warnings.flatMap((rule) =>
    subjects
      .filter(({ step }) => rule.when.steps.includes(step.id))
      .flatMap((subject) =>
        [
          ...momentsByDeadline(rule, subject, journey, programme, clock),
          ...momentsSinceSeen(rule, subject, journey, programme, clock),
        ].map((moment) => named(rule.id, subject, moment, clock)),
      ),
  )
  const wait = journey.preflight.wait
  const waited = wait && afterWaiting(wait.fact, inUtc(outsideQuiet(wait.until, clock)), journey)
  const each = new Map([...planned, ...(waited ? [waited] : [])].map((reminder) => [reminder.id, reminder]))
  return [...each.values()].filter(({ due }) => !due || epoch(due) > epoch(journey.computedAt))
}

/** The end of a wait that the journey no longer tells of, while there is still something to go on with. */
export function finishedWait(id: string, at: string, journey: Journey): PlannedReminder | undefined {
  const [kind, fact] = id.split("|")
  return kind === WAIT && fact ? afterWaiting(fact, at, journey) : undefined
}

/**
 * What a planned reminder was about, once its last moment has passed before it could be shown: nobody was told in time,
 * so it is told that it is over. Undefined when it was done, or warns no more.
 */
export function overMeanwhile(id: string, at: string, journey: Journey): PlannedReminder | undefined {
  const warning = journey.warnings.find(
    ({ id: of, severity, step, training = "", deadline = "" }) =>
      severity === "late" && id.startsWith([of, step, training, deadline, ""].join("|")),
  )
  if (!warning) return undefined
  const { id: of, step, training, deadline } = warning
  return {
    id,
    at,
    warning: of,
    step,
    ...(training && { training }),
    ...(deadline && { deadline }),
    kind: "before",
  }
}

function afterWaiting(fact: string, at: string, { warnings }: Journey): PlannedReminder | undefined {
  const warning = warnings.find(({ step }) => step === AFTER_WAITING)
  return warning && { id: `${WAIT}|${fact}`, at, warning: warning.id, step: warning.step, kind: WAIT }
}

/** Every step with the training that it belongs to. */
export function subjectsOf({ person, trainings }: Pick<Journey, "person" | "trainings">): Subject[] {
  return [
    ...person.map((step) => ({ step })),
    ...trainings.flatMap((training) => training.steps.map((step) => ({ step, training }))),
  ]
}

function named(
  warning: WarningId,
  { step, training }: Subject,
  { key, ...moment }: Moment,
  clock: OwnClock,
): PlannedReminder {
  return {
    ...moment,
    id: [warning, step.id, training?.id ?? "", moment.deadline ?? "", key].join("|"),
    at: inUtc(outsideQuiet(moment.at, clock, moment.due)),
    warning,
    step: step.id,
    ...(training && { training: training.id }),
  }
}

/** Reminders of what opens and closes at a known moment. */
function momentsByDeadline(
  rule: WarningRule,
  subject: Subject,
  journey: Journey,
  programme: Programme,
  { zone: own }: OwnClock,
): Moment[] {
  const { step } = subject
  const { remind } = rule
  if (!remind || !concerns(rule, subject, journey, programme)) return []
  const deadlines = step.deadlines.filter(({ id }) => rule.deadlines?.includes(id))
  return spansOf(rule, deadlines, step, programme).flatMap(({ deadline, opens, due }) => {
    const common = { deadline, ...(due && { due: inUtc(due) }) }
    const isWindow = opens !== undefined && due !== undefined && epoch(due) - epoch(opens) < DAY
    const days = isWindow || !due ? [] : (remind.daysBefore ?? [])
    const minutes = isWindow ? (remind.minutesBefore ?? []) : []
    const opening = opens && !isWindow ? morningFrom(opens, own) : opens
    return [
      ...days.map((count) => ({
        ...common,
        kind: "before" as const,
        at: morningBefore(due ?? "", count, own, programme.zone),
        key: `${civilDateOf(due ?? "", programme.zone)}|before-${count}`,
      })),
      ...(remind.atOpening && opens && opening
        ? [{ ...common, kind: "opening" as const, at: opening, key: `${inUtc(opens)}|opening` }]
        : []),
      ...minutes.map((count) => ({
        ...common,
        kind: "closing" as const,
        at: new Date(epoch(due ?? "") - count * 60_000).toISOString(),
        key: `${inUtc(due ?? "")}|closing-${count}`,
      })),
    ]
  })
}

/** Whether the rule is about this step as it stands, or as it will once it opens by itself. */
function concerns(
  rule: WarningRule,
  { step, training }: Subject,
  journey: Journey,
  pack: Programme,
): boolean {
  const { states, modes, reported } = rule.when
  if (step.state === "done" || step.state === "missed" || training?.tentative) return false
  const opensByItself = step.state === "locked" && states.includes("open") && gateOf(step, pack) !== undefined
  if (!states.includes(step.state) && !opensByItself) return false
  if (reported && step.reported?.state !== reported) return false
  if (modes && !(training?.particulars.mode && modes.includes(training.particulars.mode))) return false
  if (rule.unless && standing(rule.unless, step, training, journey)) return false
  if (rule.needsBalance && journey.money.balance === 0) return false
  const near = [...journey.person, ...(training?.steps ?? [])]
  return (rule.needsDone ?? []).every((id) => near.some((other) => other.id === id && other.state === "done"))
}

interface Span {
  deadline: string
  opens?: ZonedInstant | undefined
  due?: ZonedInstant | undefined
}

/** From when until when the warning is about something: a deadline's own moments, or those around it. */
function spansOf(
  rule: WarningRule,
  deadlines: readonly DeadlineView[],
  step: StepView,
  programme: Programme,
): Span[] {
  // What is about being late begins with the last moment.
  if (isAboutLateness(rule)) return deadlines.map(({ id, due }) => ({ deadline: id, opens: due }))
  const gate = deadlines.some(({ opens }) => opens) ? undefined : gateOf(step, programme)
  const spans = deadlines.map(({ id, opens, due }) => ({ deadline: id, opens: opens ?? gate?.opens, due }))
  return spans.length === 0 && gate ? [{ deadline: gate.id, opens: gate.opens }] : spans
}

function isAboutLateness({ leadDays }: WarningRule): boolean {
  return leadDays !== undefined && leadDays < 0
}

/** What a step waits for by the clock alone: the last that opens. */
function gateOf({ deadlines }: StepView, programme: Programme): DeadlineView | undefined {
  return deadlines
    .filter(({ id, opens }) => opens && programme.deadlines.some((rule) => rule.id === id && rule.gates))
    .sort((a, b) => epoch(b.opens ?? "") - epoch(a.opens ?? ""))[0]
}

function standing(
  id: WarningId,
  step: StepView,
  training: TrainingView | undefined,
  { warnings }: Journey,
): WarningView | undefined {
  return warnings.find(
    (warning) => warning.id === id && warning.step === step.id && warning.training === training?.id,
  )
}

/** Reminders of what has no last moment but must not be forgotten, while its warning stands. */
function momentsSinceSeen(
  rule: WarningRule,
  { step, training }: Subject,
  journey: Journey,
  programme: Programme,
  { zone: own }: OwnClock,
): Moment[] {
  const warning = rule.remind?.daysAfter && standing(rule.id, step, training, journey)
  const since =
    warning && firstSeen(rule, warning, { step, ...(training && { training }) }, journey, programme)
  if (!since) return []
  const due = isAboutLateness(rule) ? undefined : warning.due
  return (rule.remind?.daysAfter ?? []).map((count) => ({
    ...(warning.deadline && { deadline: warning.deadline }),
    ...(due && { due: inUtc(due) }),
    kind: "after",
    at: morningAfter(since, count, own),
    key: `${civilDateOf(since, programme.zone)}|after-${count}`,
  }))
}

/** Since when the warning could have stood: by the clock, by what was seen of it, or by what was done before it. */
function firstSeen(
  rule: WarningRule,
  warning: WarningView,
  { step, training }: Subject,
  journey: Journey,
  programme: Programme,
): string | undefined {
  if (isAboutLateness(rule) && warning.due) return warning.due
  if (rule.when.reported) return warning.evidence?.at
  const gate = gateOf(step, programme)?.opens
  if (gate && epoch(gate) <= epoch(journey.computedAt)) return gate
  const after = programme.steps.find(({ id }) => id === step.id)?.after ?? []
  const seenBefore = [...journey.person, ...(training?.steps ?? [])]
    .filter(({ id }) => after.includes(id))
    .flatMap(({ evidence }) => evidence?.at ?? [])
    .sort((a, b) => epoch(b) - epoch(a))[0]
  return step.evidence?.at ?? seenBefore ?? warning.evidence?.at
}
