import { readingRules } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { Claim as ClaimRule, Signal } from "../programmes/schema-sites"
import { STEP_IDS, type StepId } from "../programmes/steps"
import type { SaidFact, SeenFact } from "./facts"
import { type Identities, trainingOf } from "./identities"

/** What one fact says of one step, after the pack has given the page's words their meaning. */
export interface Claim {
  fact: SeenFact
  state: "done" | "open" | "reported"
  strong: boolean
  /** From a site of which nothing at all is believed without a yes. */
  asksOnly: boolean
  /** What a page reports beyond done and open, e.g. "scheduled" or "failed". */
  report?: string
}

/** What happened to one step, in order. */
export type StepEvent =
  | { kind: "seen"; claim: Claim }
  /** Seen, and called wrong by the person. */
  | { kind: "rejected"; claim: Claim }
  | { kind: "said"; fact: Extract<SaidFact, { kind: "step" }> }
  | { kind: "answered"; fact: Extract<SaidFact, { kind: "answer" }> }

/** One with its place among all that happened to any step, which a clock that was set back does not tell. */
export type PlacedEvent = StepEvent & { place: number }

/** Events by step; a training's steps are keyed with its id, payments speak of the first training's. */
export type EventLog = Map<string, PlacedEvent[]>

/** Stands for the first training until it is known which one that is. */
export const OF_FIRST_TRAINING = "*"

/** The key of a step in an `EventLog`. */
export function slotOf(step: StepId, training?: string): string {
  return training === undefined ? step : `${training}/${step}`
}

/** The step of a key in an `EventLog`. @throws Error for what is none. */
export function stepOfSlot(slot: string): StepId {
  const step = STEP_IDS.find((id) => isSlotOf(id, slot))
  if (!step) throw new Error(`no step in ${slot}`)
  return step
}

function isSlotOf(step: StepId, slot: string): boolean {
  return slot === step || slot.endsWith(`/${step}`)
}

/**
 * Sorts what facts say into the steps they say it of, without those that are none of the programme's. A signal that the pack
 * no longer has says nothing.
 */
export function eventsOf({ facts, hidden, rejected }: Identities, programme: Programme): EventLog {
  const log: EventLog = new Map()
  const add = (slot: string, event: PlacedEvent) => {
    const events = log.get(slot)
    if (events) events.push(event)
    else log.set(slot, [event])
  }
  const slotsOfFact = new Map<string, Set<string>>()
  for (const [place, fact] of facts.entries()) {
    if (hidden.has(trainingOf(fact) ?? "")) continue
    if (fact.by === "person") {
      if (fact.kind === "step") add(slotOf(fact.step, fact.training), { kind: "said", fact, place })
      if (fact.kind === "answer")
        for (const slot of slotsOfFact.get(fact.fact) ?? [])
          if (fact.yes || !fact.step || isSlotOf(fact.step, slot))
            add(slot, { kind: "answered", fact, place })
      continue
    }
    const slots = new Set<string>()
    if (!rejected.has(fact.id)) slotsOfFact.set(fact.id, slots)
    for (const { slot, claim } of claimsOf(fact, programme, log)) {
      slots.add(slot)
      add(slot, { kind: rejected.has(fact.id) ? "rejected" : "seen", claim, place })
    }
  }
  return log
}

/** The signal that a page's fact was read by. */
export function signalOf(fact: Pick<SeenFact, "site" | "signal">, programme: Programme): Signal | undefined {
  return readingRules(programme, fact.site)?.signals.find(({ id }) => id === fact.signal)
}

/** What a page's fact says of which steps, after what the log tells of those before it. */
export function claimsOf(
  fact: SeenFact,
  programme: Programme,
  log: EventLog,
): { slot: string; claim: Claim }[] {
  const signal = signalOf(fact, programme)
  if (!signal) return []
  return signal.claims.flatMap((rule) => {
    const step = stepOf(rule, fact, programme, log)
    if (!step) return []
    const personal = programme.steps.find(({ id }) => id === step)?.scope === "person"
    const slot = slotOf(step, personal ? undefined : (fact.training ?? OF_FIRST_TRAINING))
    const strong = (rule.strength ?? signal.strength) === "strong"
    const asksOnly = fact.site === programme.watching.id
    const meaning = meaningOf(rule, step, programme)
    return [{ slot, claim: { fact, strong: strong && !asksOnly, asksOnly, ...meaning } }]
  })
}

function meaningOf(rule: ClaimRule, step: StepId, programme: Programme): Pick<Claim, "state" | "report"> {
  const payment =
    rule.step === "by-amount" ? programme.money.payments.find(({ steps }) => steps.includes(step)) : undefined
  if (payment?.rowMeansDone) return { state: "done", report: rule.state === "done" ? "paid" : rule.state }
  if (payment && rule.state === "done") return { state: "done", report: "paid" }
  if (rule.state === "done" || rule.state === "open") return { state: rule.state }
  return { state: "reported", report: rule.state }
}

function stepOf(rule: ClaimRule, fact: SeenFact, programme: Programme, log: EventLog): StepId | undefined {
  if (rule.step === "by-amount") {
    const payment = programme.money.payments.find(({ amount }) => amount === fact.values?.amount)
    return payment?.steps[(fact.values?.ordinal ?? 1) - 1]
  }
  if (rule.step !== "by-number") return rule.step
  const numbered = programme.money.payments.find(({ steps }) => steps.length > 1)?.steps ?? []
  if (fact.values?.n !== undefined) return numbered[fact.values.n - 1]
  return numbered.find((step) => !saysDone(log.get(step))) ?? numbered.at(-1)
}

function saysDone(events: readonly StepEvent[] = []): boolean {
  return events.some((event) => {
    if (event.kind === "seen") return event.claim.state === "done"
    return event.kind === "said" && event.fact.state === "done"
  })
}
