import type { Programme } from "../programmes/schema"
import type { Fact } from "./facts"
import { alsoTold, isToldOf, nothingTold, type Told, toldIn } from "./plenty"
import { relevantFacts } from "./relevant"

/** What stands for all of one person's facts, however many there are. */
export interface Digest {
  /** Those that can still matter. */
  facts: readonly Fact[]
  told: Told
}

/** A digest of all of a person's facts, which is good for whatever comes at `now` (an instant) or later. */
export function digestOf(facts: readonly Fact[], programme: Programme, now: string): Digest {
  return { facts: relevantFacts(facts, programme), told: toldIn(facts, programme, now) }
}

/** A digest that leaves nothing out; without a programme nothing is told of by anything. */
export function wholeOf(facts: readonly Fact[], programme: Programme | undefined, now: string): Digest {
  return { facts, told: programme ? toldIn(facts, programme, now) : nothingTold(now) }
}

/** The same digest without what has become irrelevant since. */
export function condensed({ facts, told }: Digest, programme: Programme): Digest {
  return { facts: relevantFacts(facts, programme), told }
}

/** Whether it is good for what comes at `now`: the clock may have been set back. */
export function isGoodAt({ told }: Digest, now: string): boolean {
  return isToldOf(told, now)
}

/**
 * The digest together with facts that come after all others, at `now`; undefined where one of them is about earlier facts, of
 * which all have to be looked at again.
 */
export function withAdded(
  digest: Digest,
  added: readonly Fact[],
  programme: Programme,
  now: string,
): Digest | undefined {
  const known = new Set(digest.facts.map(({ id }) => id))
  if (!added.every((fact) => isOnlyLater(fact, known))) return undefined
  return { facts: [...digest.facts, ...added], told: alsoTold(digest.told, added, programme, now) }
}

function isOnlyLater(fact: Fact, known: ReadonlySet<string>): boolean {
  if (fact.by === "page") return true
  if (fact.kind === "answer") return known.has(fact.fact)
  return fact.kind === "step" || fact.kind === "check" || fact.kind === "wrong-codes"
}
