import { epoch } from "./calendar"
import type { Fact } from "./facts"

/**
 * The facts that count, each once, in the order in which they happened; arrival order leaves no trace.
 * What the person took back is left out, together with the taking back.
 */
export function factsInOrder(facts: readonly Fact[]): Fact[] {
  const each = new Map(facts.map((fact) => [fact.id, fact]))
  const retracted = new Set<string>()
  for (const fact of each.values()) {
    if (fact.by !== "person" || fact.kind !== "retract") continue
    const target = each.get(fact.fact)
    if (target?.by === "person") retracted.add(target.id)
  }
  // An answer follows what it answers, even when the clock was set back in between.
  const rank = (fact: Fact): number => {
    const asked = fact.by === "person" && fact.kind === "answer" ? each.get(fact.fact) : undefined
    return asked ? Math.max(epoch(fact.at), epoch(asked.at) + 0.5) : epoch(fact.at)
  }
  return [...each.values()]
    .filter((fact) => !retracted.has(fact.id) && !(fact.by === "person" && fact.kind === "retract"))
    .sort((a, b) => rank(a) - rank(b) || compareText(a.id, b.id))
}

/** By code units, the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
