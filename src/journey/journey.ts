import type { Anchor } from "../programmes/schema"
import type { Source } from "../programmes/schema-basics"
import type { Severity, StepId, StepState, WarningId } from "../programmes/steps"
import type { Particulars } from "./facts"

/*
 * What is shown. Plain JSON, so that it can be stored as it is and painted before anything else loads.
 * Instants are ISO 8601 with the programme's offset ("2024-03-13T23:59:59+07:00"); civil dates "2024-03-13".
 */

/** Why something is believed. */
export interface Evidence {
  fact: string
  by: "page" | "person"
  /** Instant, UTC. */
  at: string
  /** Name and host of the site, and the words that stood there; absent when the person said it. */
  site?: string
  host?: string
  words?: string
}

/** Something a page says that waits for the person's yes or no. */
export interface Question {
  /** The fact to answer, and the step that it speaks of: this one, or a later one that implies it. */
  fact: string
  step: StepId
  /** What a yes would make of the step. */
  asks: "done" | "open"
  evidence: Evidence
}

export interface DeadlineView {
  id: string
  step: StepId
  training?: string
  /** First moment at which the step can be taken, and the last. */
  opens?: string
  due?: string
  /** What may be done until then and need not be. */
  right?: boolean
  /** What it is counted from. `assumed`: the day on which it was first seen, not one that anybody named. */
  from: { anchor: Anchor; on: string; assumed: boolean }
  source: Source
}

export interface StepView {
  id: StepId
  state: StepState
  /** Day on which it was done, as named by the page or the person. */
  on?: string
  /** `on` is only the day on which it was first seen. */
  assumed?: boolean
  /** Who or what decided the state; for a conclusion, the fact that it was drawn from. */
  evidence?: Evidence
  /** The state follows from a later step. */
  concluded?: boolean
  question?: Question
  /** What a page last reported of it, e.g. "scheduled", with its date. */
  reported?: { state: string; on?: string; evidence: Evidence }
  deadlines: DeadlineView[]
  /** The person's own fact that `undo` would take back; without one, undo says "not done". */
  saidBy?: string
  waiting: boolean
  link?: string
  source: Source
}

export interface TrainingView {
  id: string
  /** Absent while it is only the place for the next purchase. */
  title?: string
  particulars: Particulars
  /** Seen on a platform only, so it may be none of the programme's. */
  tentative: boolean
  /** Names of the sites on which it was seen. */
  seenOn: string[]
  /** Only room for a purchase that nobody has to make. */
  optional: boolean
  /** The one whose review brings the incentive. */
  first: boolean
  /** What the person said of its being the same as another. */
  judged: Judgement[]
  /** What pages say against the person's own word on its particulars. */
  disputed: FieldQuestion[]
  steps: StepView[]
}

/** Fields of a training that the person can correct and a page can speak of. */
export type CorrectableField = "title" | "provider" | "mode" | "startsAt" | "endsAt" | "boughtOn"

/** After the person's word on a field, a page has begun to say something else. Asked, not assumed. */
export interface FieldQuestion {
  field: CorrectableField
  /** What the person said, and what the page says now, each as in `Particulars`. */
  said: string
  shown: string
  evidence: Evidence
}

/** Two sites may speak of one training: asked once. */
export interface SameQuestion {
  /** The one that is in question, known from the site of the evidence. */
  training: string
  title: string
  /** `seenOn`: names of sites; none when only the person knows of it. */
  as: { training: string; title: string; seenOn: string[] }
  evidence: Evidence
}

/**
 * What the person said of its being the same as another, by answering a `SameQuestion`, by merging (same) or by splitting
 * (not same): the other's title, and the fact that takes it back.
 */
export interface Judgement {
  title: string
  same: boolean
  fact: string
}

/** A training that the person has said is none of the programme's; `fact` is what takes that back. */
export interface HiddenTraining {
  training: string
  title: string
  fact: string
}

/** How far the person is with what must be true before a bank account or wallet is linked. */
export interface PreflightView {
  /** The wallet's id, once chosen. */
  provider?: string
  /** Ids of prerequisites: those that can be ticked and are asked of the chosen provider. */
  met: string[]
  open: string[]
  /** Looked at and found not to be so. */
  unmet: string[]
  /** Id of the newest linking failure that a page showed while nothing is linked, and where that stood. */
  failure?: string
  failureEvidence?: Evidence
  /** Until when (instant) no code should be tried again. `fact` is what takes it back. */
  wait?: { until: string; fact: string }
}

export interface WarningView {
  id: WarningId
  severity: Severity
  step: StepId
  training?: string
  trainingTitle?: string
  due?: string
  opens?: string
  deadline?: string
  /** Bounded, plain values for the warning's sentence. */
  values: Record<string, string | number>
  evidence?: Evidence
  link?: string
  contacts: string[]
  /** Ids of prerequisites, the likeliest cause first. */
  causes: string[]
  source: Source
}

export interface NextStep {
  step: StepId
  training?: string
  trainingTitle?: string
  /** The nearest last moment of this step or of one that waits for it. */
  due?: string
  dueOf?: string
  opens?: string
  waiting: boolean
  /** What one would only wait for has gone wrong: the warning that says what to do. */
  trouble?: WarningId
  link?: string
}

/** One payment of the programme: what it is for, how much, and how far it is. */
export interface PaymentView {
  step: StepId
  /** In rupiah. */
  amount: number
  state: "received" | "scheduled" | "to-earn" | "lost"
  /** Civil date on which it came, or for which it is scheduled, where that is known. */
  on?: string
}

export interface MoneyView {
  /** In the order in which they are paid. */
  payments: PaymentView[]
  received: number
  scheduled: number
  toEarn: number
  most: number
  /** Training balance in rupiah, as last shown. */
  balance?: number
}

export interface Journey {
  programme: string
  zone: string
  zoneLabel: string
  /** Instant at which it was computed, and the next at which the clock alone changes it. */
  computedAt: string
  changesAt?: string
  next?: NextStep
  warnings: WarningView[]
  person: StepView[]
  trainings: TrainingView[]
  questions: SameQuestion[]
  hidden: HiddenTraining[]
  preflight: PreflightView
  money: MoneyView
  card?: { lastFour: string }
  wallet?: { provider: string; name: string }
}
