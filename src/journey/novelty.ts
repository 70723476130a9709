import type { Programme } from "../programmes/schema"
import type { Signal } from "../programmes/schema-sites"
import type { StepId } from "../programmes/steps"
import { signalOf, slotOf } from "./claims"
import type { Fact, SeenFact } from "./facts"
import { identitiesOf } from "./identities"
import { notedTogether } from "./order"
import { seenOn } from "./seen-on"

/**
 * Of what one read of a page saw, what tells something new. What was seen before is new again only when something
 * else was seen or said of the same step in between; a question that the person answered is not, nor are words that the
 * person has called wrong.
 * @param known the person's facts
 * @param seen the facts of one read, which stood on the page together, under the ids that now stand for their trainings
 */
export function newFacts(
  known: readonly Fact[],
  seen: readonly SeenFact[],
  programme: Programme,
): SeenFact[] {
  const { facts: ordered, rejected } = identitiesOf(known, programme)
  const contentOf = remembering((fact: SeenFact) => contentIn(fact, programme))
  const meanings = remembering((fact: SeenFact) => meaningsOf(fact, programme))
  const standsWith = (old: Fact) => old.by === "page" && together.has(contentOf(old))
  const together = new Set(seen.map(contentOf))
  // Content of another signal is another: of a long history little is gone through.
  const signals = new Set(seen.map(({ signal }) => signal))
  const last = new Map(
    ordered.flatMap((old) => (old.by === "page" && signals.has(old.signal) ? [[contentOf(old), old]] : [])),
  )
  const kept = new Map<string, SeenFact>()
  for (const fact of seen) {
    if (kept.has(contentOf(fact))) continue
    const before = last.get(contentOf(fact))
    // In order, and not by the clock, which may have been set back.
    const since = before
      ? ordered
          .slice(ordered.indexOf(before) + 1)
          .filter((old) => !notedTogether(old, before) && !rejected.has(old.id))
      : []
    // What the person says against words that they have called wrong only says so again.
    const heard = before && rejected.has(before.id) ? since.filter(({ by }) => by === "page") : since
    const contradicted = heard.some(
      (old) => !standsWith(old) && (contradicts(old, fact, meanings) || concludes(old, fact, programme)),
    )
    if (!before || contradicted) kept.set(contentOf(fact), fact)
  }
  return [...kept.values()]
}

function contentIn(fact: SeenFact, programme: Programme): string {
  const { signal, training, particulars, values, words } = fact
  const sorted = (record: object | undefined) => Object.entries(record ?? {}).sort()
  const site = seenOn(fact, programme).key
  return JSON.stringify([site, signal, training, sorted(particulars), sorted(values), words])
}

/** The same for each fact, however often it is asked: there may be thousands of them. */
function remembering<Result>(of: (fact: SeenFact) => Result): (fact: SeenFact) => Result {
  const known = new Map<SeenFact, Result>()
  return (fact) => {
    const result = known.get(fact) ?? of(fact)
    known.set(fact, result)
    return result
  }
}

function contradicts(
  old: Fact,
  fact: SeenFact,
  meaningsIn: (fact: SeenFact) => Map<string, string>,
): boolean {
  const meanings = meaningsIn(fact)
  if (old.by === "person")
    return old.kind === "step" && (meanings.get(slotOf(old.step, old.training)) ?? old.state) !== old.state
  return [...meaningsIn(old)].some(([slot, meaning]) => (meanings.get(slot) ?? meaning) !== meaning)
}

/** The old fact shows, by a later step, that something was done which the new one says is open. */
function concludes(old: Fact, fact: SeenFact, programme: Programme): boolean {
  if (old.by !== "page") return false
  const claimed = (of: SeenFact, wanted: string) =>
    (signalOf(of, programme)?.claims ?? []).flatMap(({ step, state }) => (state === wanted ? [step] : []))
  const open = claimed(fact, "open")
  if (open.length === 0) return false
  const rules = new Map(programme.steps.map((rule) => [rule.id as string, rule]))
  const proven = new Set<string>(claimed(old, "done"))
  // A set that grows while it is gone through.
  for (const step of proven)
    for (const earlier of rules.get(step)?.proves ?? rules.get(step)?.after ?? []) proven.add(earlier)
  return open.some(
    (step) => proven.has(step) && (rules.get(step)?.scope === "person" || old.training === fact.training),
  )
}

/** What a page's fact says, by step. Of failures that have each their own remedy, each says something else. */
function meaningsOf(fact: SeenFact, programme: Programme): Map<string, string> {
  const remedied = programme.linkingFailures.some(({ signal }) => signal === fact.signal)
  return new Map(
    (signalOf(fact, programme)?.claims ?? []).map(({ step, state }): [string, string] => [
      slotFor(step, fact, programme),
      remedied ? `${state} ${fact.signal}` : state,
    ]),
  )
}

function slotFor(step: Signal["claims"][number]["step"], fact: SeenFact, programme: Programme): string {
  if (step === "by-amount") return `payment ${fact.values?.amount} ${fact.values?.ordinal ?? 1}`
  if (step === "by-number") return `number ${fact.values?.n ?? ""}`
  const personal = programme.steps.some(({ id, scope }) => id === step && scope === "person")
  return slotOf(step satisfies StepId, personal ? undefined : fact.training)
}
