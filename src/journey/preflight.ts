import type { Programme } from "../programmes/schema"
import type { Fact } from "./facts"
import type { PreflightView, StepView } from "./journey"

/**
 * How far the person is with what must be true before a bank account or wallet is linked.
 * @param facts one person's, in order
 * @param now an instant
 */
export function preflightOf(
  facts: readonly Fact[],
  _person: readonly StepView[],
  programme: Programme,
  _now: string,
): PreflightView {
  const latest = new Map<string, boolean>()
  for (const fact of facts)
    if (fact.by === "person" && fact.kind === "check") latest.set(fact.prerequisite, fact.met)
  const ids = programme.prerequisites.filter(({ check }) => check).map(({ id }) => id)
  return {
    met: ids.filter((id) => latest.get(id) === true),
    open: ids.filter((id) => !latest.has(id)),
    unmet: ids.filter((id) => latest.get(id) === false),
  }
}
