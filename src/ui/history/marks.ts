import type { DeadlineView, Journey, StepView, TrainingView } from "../../journey/journey"
import type { StepId } from "../../programmes/steps"

/*
 * What the picture of a journey shows, before anything is placed. Moments are milliseconds since 1970; a civil date
 * stands at its noon, so that it falls on its day whatever the zone.
 */

/** `over`: it has passed and nothing was lost by it. */
export type MarkState = "done" | "coming" | "missed" | "over"

export interface TimelineMark {
  key: string
  /** `step`: done on that day. `opening`: from then on it can be done. */
  kind: "step" | "deadline" | "opening" | "meeting" | "money"
  step: StepId
  /** The deadline's id, for its name. */
  deadline?: string
  state: MarkState
  at: number
  /** As it is written out: a civil date, perhaps with a clock, or an instant. */
  when: string
  /** The day is only the one on which it was first seen. */
  assumed?: boolean
  /** In rupiah. */
  amount?: number
}

interface Stretch {
  from: number
  to: number
}

export interface TimelineRow {
  /** `person`: what belongs to no training. */
  kind: "person" | "training" | "money"
  id: string
  title?: string
  /** From its purchase, or from when it was first known, to its review, or to now. */
  bar?: Stretch & { ended: boolean }
  /** From its first day to its last, where they are known; civil dates, perhaps with a clock. */
  schedule?: Stretch & { starts: string; ends: string }
  marks: TimelineMark[]
}

export interface Timeline {
  rows: TimelineRow[]
  now: number
}

const DAY = 86_400_000

/** @param now milliseconds */
export function timelineOf(journey: Journey, now: number): Timeline {
  const isMoney = ({ id }: StepView) => journey.money.payments.some(({ step }) => step === id)
  const known = journey.trainings.filter(isKnown)
  // What has no bar yet still has its last moment, above all that for the first purchase.
  const places = journey.trainings.filter((training) => !isKnown(training))
  const person = journey.person.filter((step) => !isMoney(step))
  const own = [
    ...person.map((step) => ({ step, of: "" })),
    ...places.flatMap(({ id, steps }) => steps.map((step) => ({ step, of: id }))),
  ]
  const rows: TimelineRow[] = [
    { kind: "person", id: "person", marks: inOrder(own.flatMap(({ step, of }) => marksOf(step, now, of))) },
    ...known.map((training) => rowOf(training, now)),
    { kind: "money", id: "money", marks: inOrder(moneyMarks(journey, now)) },
  ]
  return { rows: rows.filter(({ kind, marks }) => kind === "training" || marks.length > 0), now }
}

function isKnown({ title, steps }: TrainingView): boolean {
  return title !== undefined || steps.some(({ id, state }) => id === "purchase" && state === "done")
}

function rowOf(training: TrainingView, now: number): TimelineRow {
  const { id, title, particulars, steps } = training
  const { boughtOn, startsAt, endsAt, meetings = [] } = particulars
  const done = (wanted: StepId) => steps.find((step) => step.id === wanted && step.state === "done")
  const bought = boughtOn ?? done("purchase")?.on
  const starts = startsAt ?? [...meetings].sort()[0]
  const ends = endsAt ?? [...meetings].sort().at(-1)
  const sights = steps.flatMap(({ evidence }) => (evidence ? [Date.parse(evidence.at)] : []))
  const known = bought ? [momentOf(bought)] : [...sights, ...(starts ? [momentOf(starts)] : []), now]
  const reviewed = done("review")?.on
  const from = Math.min(...known)
  const to = Math.max(from, reviewed ? momentOf(reviewed) : now)
  const marks = [
    ...steps.flatMap((step) => marksOf(step, now, id)),
    ...meetings.map(
      (meeting): TimelineMark => ({
        key: `${id} meeting ${meeting}`,
        kind: "meeting",
        step: "attend",
        state: momentOf(meeting) < now ? "over" : "coming",
        at: momentOf(meeting),
        when: meeting,
      }),
    ),
  ]
  return {
    kind: "training",
    id,
    ...(title !== undefined && { title }),
    bar: { from, to, ended: reviewed !== undefined },
    ...(starts &&
      ends &&
      momentOf(ends) >= momentOf(starts) && {
        schedule: { from: momentOf(starts), to: momentOf(ends), starts, ends },
      }),
    marks: inOrder(marks),
  }
}

/** What a step shows: the day on which it was done, or its last moments and openings. */
function marksOf(step: StepView, now: number, of = ""): TimelineMark[] {
  if (step.state === "done") {
    const { id, on, assumed = false, concluded = false } = step
    // What is only concluded has no day of its own, unless somebody named one.
    if (on === undefined || (concluded && assumed)) return []
    const at = momentOf(on)
    return [{ key: `step ${of} ${id}`, kind: "step", step: id, state: "done", at, when: on, assumed }]
  }
  return step.deadlines.flatMap((deadline) => [...dueOf(deadline, now), ...openingOf(deadline, now)])
}

/** A last moment; a right that was not used presses nobody, and a further meeting is shown as what it is. */
function dueOf({ id, step, training = "", due, right, from }: DeadlineView, now: number): TimelineMark[] {
  if (due === undefined || from.anchor === "further-meeting") return []
  const at = Date.parse(due)
  if (right && at < now) return []
  const state = at < now ? "missed" : "coming"
  const { assumed } = from
  return [
    {
      key: `due ${training} ${step} ${id} ${due}`,
      kind: "deadline",
      step,
      deadline: id,
      state,
      at,
      when: due,
      assumed,
    },
  ]
}

/** From when something can be done, unless that is the day of its last moment anyway. */
function openingOf({ id, step, training = "", opens, due, from }: DeadlineView, now: number): TimelineMark[] {
  if (opens === undefined || from.anchor === "further-meeting") return []
  const at = Date.parse(opens)
  if (due !== undefined && (at < now || Date.parse(due) - at < DAY)) return []
  const state = at < now ? "over" : "coming"
  const { assumed } = from
  return [
    {
      key: `opens ${training} ${step} ${id} ${opens}`,
      kind: "opening",
      step,
      deadline: id,
      state,
      at,
      when: opens,
      assumed,
    },
  ]
}

function moneyMarks({ person, money }: Journey, now: number): TimelineMark[] {
  const paid = money.payments.flatMap(({ step, amount, state, on }): TimelineMark[] => {
    if (on === undefined || (state !== "received" && state !== "scheduled")) return []
    const key = `money ${step}`
    const marked = state === "received" ? "done" : "coming"
    return [{ key, kind: "money", step, state: marked, at: momentOf(on), when: on, amount }]
  })
  const steps = person.filter(({ id }) => money.payments.some(({ step }) => step === id))
  // The arrival of money is already told by the money itself.
  const others = steps.flatMap((step) =>
    marksOf(step, now).filter(
      (mark) =>
        mark.kind !== "step" || !paid.some((money) => money.step === mark.step && money.when === mark.when),
    ),
  )
  return [...paid, ...others]
}

/** The moment at which a civil date, or one with a clock, or an instant stands. */
function momentOf(value: string): number {
  if (value.length === 10) return Date.parse(`${value}T12:00Z`)
  return Date.parse(value.length === 16 ? `${value}Z` : value)
}

function inOrder(marks: TimelineMark[]): TimelineMark[] {
  return marks.sort((one, other) => one.at - other.at)
}
