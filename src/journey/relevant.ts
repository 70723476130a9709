import type { Programme } from "../programmes/schema"
import { type EventLog, eventsOf, OF_FIRST_TRAINING, type StepEvent, slotOf } from "./claims"
import { turningPoints } from "./decide"
import { epoch } from "./epoch"
import type { Fact, Particulars, SeenFact } from "./facts"
import { type Identities, identitiesOf, trainingOf } from "./identities"
import { compareText, everythingInOrder } from "./order"
import { merge } from "./progress"
import { runsOf } from "./rejections"
import { seenOn } from "./seen-on"
import { particularsOf } from "./trainings"

/** What a step was before each word of the person, and is now, follows from its last turns. */
const LAST_TURNS = 4

/**
 * Of one person's facts those that can still matter: whatever page is read after these, or step ticked, checked or answered,
 * everything computed from the relevant ones and the new is what would follow from all of them and the new. How many there
 * are follows from how many different things were seen and said, not from how often.
 *
 * All that the person said is kept, with what it is about. Of pages' facts that say the same in the same words the last is,
 * for what was seen since; the first that named a training, a step or a particular; and those by which each step came to be
 * what it is. `relevant.property.test.ts` tries that this is enough.
 * @param facts in any order @returns in the order of `facts`
 */
export function relevantFacts(facts: readonly Fact[], programme: Programme): Fact[] {
  const identities = identitiesOf(facts, programme)
  const ordered = everythingInOrder(facts)
  const pages = ordered.filter((fact): fact is SeenFact => fact.by === "page")
  const kept = new Set<Fact | undefined>([ordered.at(-1)])
  const keep = (fact: Fact | undefined) => kept.add(fact)
  for (const fact of ordered) if (fact.by === "person") keep(fact)
  const byClock = [...pages].sort((a, b) => epoch(a.at) - epoch(b.at) || compareText(a.id, b.id))
  const wasSetBack = pages.some(({ after }) => after !== undefined)
  for (const inTurn of wasSetBack ? [pages, byClock] : [pages])
    for (const fact of endsOf(inTurn, identities, programme)) keep(fact)
  const each = new Map(facts.map((fact) => [fact.id, fact]))
  const log = eventsOf(identities, programme)
  for (const events of stepsIn(log, identities, programme))
    for (const id of turnsOf(events)) keep(each.get(id))
  for (const id of particularsSince(identities, programme)) keep(each.get(id))
  // A set that grows while it is gone through.
  for (const fact of kept) for (const id of fact ? referred(fact) : []) keep(each.get(id))
  const ids = new Set([...kept].flatMap((fact) => fact?.id ?? []))
  return facts.filter(({ id }) => ids.has(id))
}

/** Ids of the facts that another is about, or says to come after. */
function referred(fact: Fact): string[] {
  const after = fact.after === undefined ? [] : [fact.after]
  if (fact.by === "page") return after
  if (fact.kind === "split") return [...after, ...fact.facts]
  return "fact" in fact ? [...after, fact.fact] : after
}

/** The last of each content, and the first of each kind. */
function endsOf(
  pages: readonly SeenFact[],
  identities: Identities,
  programme: Programme,
): Iterable<SeenFact> {
  const last = new Map<string, SeenFact>()
  const first = new Map<string, SeenFact>()
  for (const fact of pages) {
    const { signal, training, particulars, values, words, id } = fact
    const kind = JSON.stringify([
      identities.rejected.has(id),
      seenOn(fact, programme).key,
      signal,
      training,
      // What was noted before a training was taken apart, and after it.
      training === undefined || identities.splits.length === 0 ? [] : identities.idsOf(fact),
      sorted(particulars),
      values?.amount,
      values?.ordinal,
      values?.n,
    ])
    if (!first.has(kind)) first.set(kind, fact)
    last.set(`${kind} ${JSON.stringify([sorted(values), words])}`, fact)
  }
  return [...first.values(), ...last.values()]
}

function sorted(record: object | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).sort()
}

/** The events of each step, and of each training's as if it were the first. */
function stepsIn(log: EventLog, { ids }: Identities, programme: Programme): StepEvent[][] {
  const ofFirst = programme.steps.flatMap(({ id, scope }) => {
    const extra = scope === "training" ? log.get(slotOf(id, OF_FIRST_TRAINING)) : undefined
    return extra ? [...ids].map((training) => merge(log.get(slotOf(id, training)) ?? [], extra)) : []
  })
  return [...log.values(), ...ofFirst]
}

/** Ids of the pages' facts by which a step came to be what it is and was when the person spoke of it. */
function turnsOf(events: readonly StepEvent[]): string[] {
  const seen = (event: StepEvent | undefined) =>
    event?.kind === "seen" || event?.kind === "rejected" ? [event.claim.fact.id] : []
  const { turns, dated, end } = turningPoints(events)
  const last = (before: number): StepEvent[] => turns.slice(Math.max(0, before - LAST_TURNS), before)
  const spoken = turns.flatMap((event, index) => (event.kind === "seen" ? [] : last(index)))
  const done = events.find((event) => event.kind === "seen" && event.claim.state === "done")
  const behind = [end.report?.fact, end.flagged, ...Object.values(end.reports ?? {})].flatMap(
    (fact) => fact?.id ?? [],
  )
  const since = events.findLast(
    (event) => event.kind === "seen" && event.claim.state === "open" && event.claim.fact.at === end.notBefore,
  )
  return [
    ...behind,
    ...[...spoken, ...last(turns.length), dated, since, done, ...aroundRejected(events)].flatMap(seen),
  ]
}

/** What was told before and after something that the person called wrong: it parts that from the same words at another time. */
function aroundRejected(events: readonly StepEvent[]): StepEvent[] {
  if (!events.some(({ kind }) => kind === "rejected")) return []
  const runs = runsOf(events)
  const wrong = new Set(runs.filter((_, index) => events[index]?.kind === "rejected"))
  const near = (run: number) => [run - 1, run, run + 1].some((each) => wrong.has(each))
  const isReport = (event: StepEvent) => "claim" in event && event.claim.state === "reported"
  return events.filter((event, index) => {
    const run = runs[index] ?? 0
    if (!near(run)) return false
    const same = (other: number) =>
      runs[other] === run && events[other] !== undefined && isReport(events[other]) === isReport(event)
    return !same(index - 1) || !same(index + 1)
  })
}

/** Ids of the facts since which a site shows what it now shows of a training's particulars. */
function particularsSince({ facts }: Identities, programme: Programme): Iterable<string> {
  const shown = new Map<string, { value: unknown; id: string }>()
  for (const fact of facts) {
    const training = trainingOf(fact)
    const given: Particulars | undefined = particularsOf(fact)
    if (training === undefined || !given) continue
    for (const [field, value] of Object.entries(given)) {
      const key = fact.by === "page" ? JSON.stringify([training, field, seenOn(fact, programme).key]) : ""
      if (fact.by === "person") {
        const of = JSON.stringify([training, field]).slice(0, -1)
        for (const known of shown.keys()) if (known.startsWith(`${of},`)) shown.delete(known)
      } else if (shown.get(key)?.value !== value) shown.set(key, { value, id: fact.id })
    }
  }
  return [...shown.values()].map(({ id }) => id)
}
