import type { Claim, StepEvent } from "./claims"

/** What is heard of a step once the person's rejections are. */
export type HeardEvent = Exclude<StepEvent, { kind: "rejected" }>

/** What makes two words of pages the same question. */
export function signatureOf({ fact, state }: Claim): string {
  return JSON.stringify([fact.site, fact.signal, state, fact.values?.date, fact.values?.amount])
}

/**
 * One step's events, oldest first, without what the person called wrong. The same words are wrong with it, however often they
 * were noted, until something else was seen or said; after that they are new, and only asked about.
 */
export function heardOf(events: readonly StepEvent[]): HeardEvent[] {
  if (!events.some(({ kind }) => kind === "rejected")) return events.filter(isHeard)
  const runs = runsOf(events)
  const wrong = new Map<string, number>()
  for (const [index, event] of events.entries()) {
    if (event.kind !== "rejected") continue
    const signature = signatureOf(event.claim)
    const run = runs[index] ?? 0
    wrong.set(`${signature} ${run}`, run)
    wrong.set(signature, Math.min(run, wrong.get(signature) ?? run))
  }
  return events.flatMap((event, index): HeardEvent[] => {
    if (event.kind === "rejected") return []
    if (event.kind !== "seen") return [event]
    const signature = signatureOf(event.claim)
    const run = runs[index] ?? 0
    if (wrong.has(`${signature} ${run}`)) return []
    const since = wrong.get(signature)
    if (since === undefined || run < since || event.claim.state === "reported") return [event]
    return [{ kind: "seen", claim: { ...event.claim, strong: false, asksOnly: true } }]
  })
}

function isHeard(event: StepEvent): event is HeardEvent {
  return event.kind !== "rejected"
}

/** Counts, event by event, how often what is told of the step has changed: its state, or what is reported of it. */
export function runsOf(events: readonly StepEvent[]): number[] {
  const now = { state: { last: "", run: 0 }, report: { last: "", run: 0 } }
  return events.map((event) => {
    if (event.kind === "answered") return now.state.run
    const claim = event.kind === "said" ? undefined : event.claim
    const isReport = claim?.state === "reported"
    const told =
      event.kind === "said" ? event.fact.state : isReport ? (claim?.report ?? "") : (claim?.state ?? "")
    const kind = isReport ? now.report : now.state
    if (kind.last !== "" && kind.last !== told) kind.run += 1
    kind.last = told
    return kind.run
  })
}
