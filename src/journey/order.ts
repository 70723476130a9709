import { epoch } from "./epoch"
import type { Fact } from "./facts"

/**
 * The facts that count, each once, in the order in which they happened; arrival order leaves no trace.
 * What the person took back is left out, together with the taking back.
 */
export function factsInOrder(facts: readonly Fact[]): Fact[] {
  const each = new Map(facts.map((fact) => [fact.id, fact]))
  const retracted = takenBack(each)
  const all = [...each.values()]
  return inOrder(
    all.filter((fact) => !retracted.has(fact.id) && !isRetraction(fact)),
    all,
  )
}

/** Everything that was ever noted, each once, in the order in which it happened. */
export function everythingInOrder(facts: readonly Fact[]): Fact[] {
  return inOrder([...new Map(facts.map((fact) => [fact.id, fact])).values()])
}

/** Ids of the person's facts that were taken back. */
export function takenBack(each: ReadonlyMap<string, Fact>): Set<string> {
  const retracted = new Set<string>()
  for (const fact of each.values()) {
    if (!isRetraction(fact)) continue
    const target = each.get(fact.fact)
    if (target?.by === "person") retracted.add(target.id)
  }
  return retracted
}

function isRetraction(fact: Fact): fact is Extract<Fact, { kind: "retract" }> {
  return fact.by === "person" && fact.kind === "retract"
}

/** @param all also what does not count, from which others may follow all the same */
function inOrder(facts: readonly Fact[], all = facts): Fact[] {
  const rankOf = ranking(all)
  return facts
    .map((fact) => ({ fact, rank: rankOf(fact) }))
    .sort(
      (a, b) => a.rank - b.rank || epoch(a.fact.at) - epoch(b.fact.at) || compareText(a.fact.id, b.fact.id),
    )
    .map(({ fact }) => fact)
}

/**
 * What a fact that comes now, at `at` by the clock, has to name as `after`, so that it is the last: none but where the clock
 * was set back.
 * @param facts all that there are
 */
export function cameAfter(facts: readonly Fact[], at: string): string | undefined {
  // So much later than all of them it is the last without being put in order with them: none ranks that high.
  const now = epoch(at)
  if (facts.every((fact) => epoch(fact.at) + MOST_BACKWARDS <= now)) return undefined
  const last = everythingInOrder(facts).at(-1)
  if (!last || ranking(facts)(last) <= now) return undefined
  // Whatever comes while the clock runs on from where it was set to is in order by itself.
  return last.after !== undefined && epoch(last.at) <= now ? last.after : last.id
}

/** So many times can the clock have been set back; nobody's journey is longer, whatever a file says. */
const MOST_BACKWARDS = 32

/** What follows from another fact comes after it, even when the clock was set back in between. */
function ranking(facts: readonly Fact[]): (fact: Fact) => number {
  const each = new Map(facts.map((fact) => [fact.id, fact]))
  const givers = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.by !== "person" || fact.kind !== "split") continue
    const other = givers.get(fact.into)
    if (!other || compareText(fact.at + fact.id, other.at + other.id) < 0) givers.set(fact.into, fact)
  }
  const before = (fact: Fact): (Fact | undefined)[] => {
    const last = fact.after === undefined ? [] : [each.get(fact.after)]
    if (fact.by === "page") return last
    if (fact.kind === "answer") return [...last, each.get(fact.fact)]
    if (fact.kind === "same") return [...last, givers.get(fact.training), givers.get(fact.as)]
    return fact.kind === "split" ? [...last, givers.get(fact.training)] : last
  }
  const rank = (fact: Fact, passed: readonly Fact[]): number =>
    Math.max(
      epoch(fact.at),
      ...before(fact).flatMap((earlier) =>
        earlier && passed.length <= MOST_BACKWARDS && !passed.includes(earlier)
          ? [rank(earlier, [...passed, earlier]) + 0.5]
          : [],
      ),
    )
  return (fact) => rank(fact, [fact])
}

/** Whether two facts were noted at once. A clock that was set back comes by the same moment again, which `after` tells apart. */
export function notedTogether(one: Fact, other: Fact): boolean {
  return one.at === other.at && one.after === other.after
}

/** By code units, the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
