import type { Programme, StepRule } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import { type EventLog, OF_FIRST_TRAINING, type PlacedEvent, slotOf } from "./claims"
import { type Decision, decide } from "./decide"
import type { Fact } from "./facts"
import { arrange, type ShownTraining } from "./places"
import { byPurchase, type Training, trainingsOf } from "./trainings"

/** What is known of one step of one training, or of the person. */
export interface StepProgress {
  rule: StepRule
  /** Absent for the person's own steps. */
  training?: string
  decision: Decision
  /** The later step that shows it done, or proposes it, while nothing of its own does. */
  concludedFrom?: StepProgress
}

/** Everything known, before the clock is asked. Trainings stand in the order in which they are shown. */
export interface Progress {
  trainings: ShownTraining[]
  steps: StepProgress[]
  /** Id of the place for the purchase that comes next, whether or not it is shown. */
  nextPlace: string
}

/**
 * Folds ordered facts into what is known of every step.
 * @param ids all ids of trainings that the person's facts name
 */
export function progressOf(
  facts: readonly Fact[],
  log: EventLog,
  programme: Programme,
  ids: ReadonlySet<string>,
): Progress {
  const decisionOf = (slot: string, extra: readonly PlacedEvent[] = []) =>
    decide(extra.length === 0 ? (log.get(slot) ?? []) : merge(log.get(slot) ?? [], extra))
  const personal = programme.steps.filter(({ scope }) => scope === "person")
  const perTraining = programme.steps.filter(({ scope }) => scope === "training")
  const stepsOf = (training: string, first: boolean): StepProgress[] =>
    perTraining.map((rule) => {
      const ofFirst = first ? log.get(slotOf(rule.id, OF_FIRST_TRAINING)) : undefined
      return { rule, training, decision: decisionOf(slotOf(rule.id, training), ofFirst) }
    })
  const known = trainingsOf(facts, programme)
  const alone = new Map(known.map((training) => [training.id, byItself(stepsOf(training.id, false))]))
  const own = (id: StepId | undefined, { id: training }: Training) =>
    alone.get(training)?.find(({ rule }) => rule.id === id)
  const last = perTraining.at(-1)?.id
  const { trainings, nextPlace } = arrange(known, {
    isBought: (training) => isDone(own("purchase", training)),
    isProposed: ({ id }) => alone.get(id)?.some(proposes) ?? false,
    isReviewed: ({ id }, first) => {
      const steps = first ? byItself(stepsOf(id, true)) : alone.get(id)
      return steps?.find(({ rule }) => rule.id === last)?.decision.state === "done"
    },
    order: byPurchase((of) => of.particulars.boughtOn ?? own("purchase", of)?.decision.on),
    ids,
    now: facts.at(-1)?.at ?? "",
  })
  const progress: Progress = {
    trainings,
    steps: [
      ...personal.map((rule) => ({ rule, decision: decisionOf(rule.id) })),
      ...trainings.flatMap(({ id }, index) => stepsOf(id, index === 0)),
    ],
    nextPlace,
  }
  conclude(progress)
  return progress
}

/** What a training's own steps show of one another. */
function byItself(steps: StepProgress[]): StepProgress[] {
  conclude({ trainings: [], steps })
  return steps
}

/** Two steps' events as one's. */
export function merge(a: readonly PlacedEvent[], b: readonly PlacedEvent[]): PlacedEvent[] {
  return [...a, ...b].sort((x, y) => x.place - y.place)
}

type Known = Pick<Progress, "trainings" | "steps">

/** The steps that one has to wait for: the same training's, or the first's for the person's own. */
export function before(step: StepProgress, progress: Progress): StepProgress[] {
  return neighbours(step.rule.after, step, progress)
}

function neighbours(ids: readonly StepId[], { training }: StepProgress, { steps, trainings }: Known) {
  return ids.flatMap((id) => {
    const same = steps.filter((step) => step.rule.id === id)
    const personal = same.filter((step) => step.training === undefined)
    if (personal.length > 0) return personal
    const owner = training ?? trainings[0]?.id
    return same.filter((step) => step.training === owner)
  })
}

/**
 * A step that is done, or proposed, shows that those before it were done, unless something newer, or the person,
 * says that they are not.
 */
function conclude(progress: Known): void {
  for (const step of progress.steps) {
    if (step.decision.state !== "done" && !proposes(step)) continue
    const proven = (of: StepProgress) => neighbours(of.rule.proves ?? of.rule.after, of, progress)
    const queue = proven(step)
    const passed = new Set<StepProgress>()
    for (let earlier = queue.shift(); earlier; earlier = queue.shift()) {
      if (passed.has(earlier)) continue
      passed.add(earlier)
      queue.push(...proven(earlier))
      if (earlier.decision.state === "done" || !yields(earlier, step)) continue
      const current = earlier.concludedFrom
      if (!current || (current.decision.state !== "done" && step.decision.state === "done")) {
        earlier.concludedFrom = step
      }
    }
  }
}

/** Whether weak words propose that the step is done. */
export function proposes({ decision }: StepProgress): boolean {
  return decision.question?.asks === "done"
}

function yields({ decision }: StepProgress, later: StepProgress): boolean {
  if (decision.state === "unknown") return true
  const at = later.decision.state === "done" ? later.decision.at : later.decision.question?.claim.fact.at
  // What was seen to be open once more is open since then.
  const since = decision.notBefore ?? decision.at
  return decision.by === "page" && at !== undefined && since !== undefined && since < at
}

/** Whether the step is done, by its own facts or by a later step's. */
export function isDone(step: StepProgress | undefined): boolean {
  return step?.decision.state === "done" || step?.concludedFrom?.decision.state === "done"
}
