import type { Claim, StepEvent } from "./claims"
import type { SeenFact } from "./facts"
import { notedTogether } from "./order"
import { type HeardEvent, heardOf, signatureOf } from "./rejections"

/** What is known of one step from its own facts alone, before its neighbours are asked. */
export interface Decision {
  state: "unknown" | "open" | "done"
  /** The fact that decided, who by, and when (UTC). */
  by?: "page" | "person"
  fact?: string
  at?: string
  /** The page's fact behind it, when there is one. */
  seen?: SeenFact
  /** Civil date on which it was done, where somebody named one. */
  on?: string
  /** Instant (UTC) before which it was not yet done, where something said so. */
  notBefore?: string
  /** The person's own latest word, which an undo takes back. */
  saidBy?: string
  question?: { claim: Claim; asks: "done" | "open" }
  /** The newest report of each standing kind. */
  report?: { state: string; fact: SeenFact; asksOnly?: boolean }
  /** The newest fact of each kind of report. */
  reports?: Readonly<Record<string, SeenFact>>
  flagged?: SeenFact
}

/** A report that no later report of a page takes away, only the person's word. */
const STANDING_REPORT = "flagged"

const FAILURE = "failed"

/**
 * Decides one step from what happened to it, oldest first.
 * - What opens it again is believed from a page at once, unless the person said otherwise: then it is asked.
 * - What finishes it is believed from strong words; weak words, or words against the person's, are asked.
 * - A no is remembered: the same words are not asked again.
 * - A site that is only ever asked about neither opens nor finishes anything, nor takes a question away.
 * - What the person called wrong says nothing, and when it comes back after something else it is asked.
 */
export function decide(events: readonly StepEvent[]): Decision {
  const refused = new Set<string>()
  let now: Decision = { state: "unknown" }
  for (const event of heardOf(events)) now = hear(now, event, refused)
  return now
}

/** How a step came to be what it is. */
export interface TurningPoints {
  /** The person's words and the events after each of which something else was decided or asked, oldest first. */
  turns: HeardEvent[]
  /** The event that named the day which now stands, or took it away. */
  dated?: HeardEvent
  /** What is decided in the end. */
  end: Decision
}

/** @returns what `decide` goes through */
export function turningPoints(events: readonly StepEvent[]): TurningPoints {
  const refused = new Set<string>()
  let now: Decision = { state: "unknown" }
  let dated: HeardEvent | undefined
  const turns = heardOf(events).filter((event) => {
    const { state, by, fact, on, question } = now
    now = hear(now, event, refused)
    if (now.on !== on) dated = event
    const isAsSettled = now.state === state && now.by === by && now.fact === fact && now.on === on
    return event.kind !== "seen" || !isAsSettled || now.question?.claim.fact !== question?.claim.fact
  })
  return { turns, ...(dated && { dated }), end: now }
}

function hear(now: Decision, event: HeardEvent, refused: Set<string>): Decision {
  if (event.kind === "said") return say(now, event.fact)
  if (event.kind === "answered") return answer(now, event.fact, refused)
  return see(reportOf(now, event.claim), event.claim, refused)
}

function say(now: Decision, { state, on, at, id }: Extract<HeardEvent, { kind: "said" }>["fact"]): Decision {
  const { flagged: _, ...rest } = now
  return { ...settle(rest, state, id, at), ...(on && { on }) }
}

function answer(
  now: Decision,
  { fact, yes, at, id }: Extract<HeardEvent, { kind: "answered" }>["fact"],
  refused: Set<string>,
): Decision {
  const { question, ...rest } = now
  if (question?.claim.fact.id !== fact) return now
  if (!yes) {
    refused.add(signatureOf(question.claim))
    return { ...rest, saidBy: id }
  }
  const seen = question.claim.fact
  const on = dayNamed(seen)
  return { ...settle(rest, question.asks, id, at), seen, ...(on && { on }) }
}

/** The person's word, which settles whatever was asked or seen before it. */
function settle(now: Decision, state: "open" | "done", fact: string, at: string): Decision {
  const { question: _, on: __, seen: ___, ...rest } = now
  return { ...rest, state, by: "person", fact, at, saidBy: fact, ...(state === "open" && { notBefore: at }) }
}

function see(now: Decision, claim: Claim, refused: ReadonlySet<string>): Decision {
  if (claim.state === "reported") return now
  const { fact, state, asksOnly } = claim
  if (asksOnly && (now.state === state || (state === "open" && now.state !== "done"))) return now
  if (now.state === state) {
    if (now.question && now.question.asks !== state) return without(now)
    if (state === "open") return { ...without(now), notBefore: fact.at }
    const on = now.on ?? dayNamed(fact)
    return { ...now, ...(on && { on }) }
  }
  const asked =
    isAsked(now, claim) || refused.has(signatureOf(claim))
      ? now
      : { ...now, question: { claim, asks: state } }
  if (state === "open") {
    if (now.by === "person" || asksOnly) return asked
    return decided(now, claim)
  }
  // What opens a step outweighs what closes it when both stand on the page at once.
  if (now.state === "open" && now.by === "page" && now.seen && notedTogether(now.seen, fact)) return now
  if (now.by === "person" || !claim.strong) return asked
  return decided(now, claim)
}

function decided(now: Decision, { fact, state }: Claim): Decision {
  const { question: _, saidBy: __, on: ___, ...rest } = now
  const decision = { ...rest, by: "page" as const, fact: fact.id, at: fact.at, seen: fact }
  if (state === "open") return { ...decision, state: "open", notBefore: fact.at }
  const on = dayNamed(fact)
  return { ...decision, state: "done", ...(on && { on }) }
}

function reportOf(now: Decision, { report, fact, state, asksOnly }: Claim): Decision {
  if (asksOnly) {
    const told = now.report && !now.report.asksOnly
    return told || now.state === "done" ? now : { ...now, report: { state: report ?? state, fact, asksOnly } }
  }
  if (report === STANDING_REPORT) return { ...now, flagged: fact }
  const kind = report ?? state
  const reports = { ...now.reports, [kind]: fact }
  // A failure outweighs whatever else stands on the page beside it.
  const failed = reports[FAILURE]
  const newest =
    failed && notedTogether(failed, fact) ? { state: FAILURE, fact: failed } : { state: kind, fact }
  return { ...now, reports, report: newest }
}

/** The day that a page itself names for what it shows. */
function dayNamed(fact: SeenFact): string | undefined {
  return fact.values?.date
}

/** The same question again keeps its first fact, so that an answer to it still counts. */
function isAsked(now: Decision, claim: Claim): boolean {
  return now.question !== undefined && signatureOf(now.question.claim) === signatureOf(claim)
}

function without({ question: _, ...rest }: Decision): Decision {
  return rest
}
