import type { Fact } from "./facts"

/** Which trainings are one, and which are none of the programme's, as the person has said. */
export interface Identities {
  /** All facts, each under the one id of its training. */
  facts: Fact[]
  /** Every id of a training that any fact names. */
  ids: ReadonlySet<string>
  /** The one id of a training, whatever it was called. */
  idOf(training: string): string
  /** The trainings that are none of the programme's, with the fact that says so. */
  hidden: ReadonlyMap<string, string>
  /** The person's latest word on each pair that was asked about. */
  judgements: SameFact[]
}

type SameFact = Extract<Fact, { kind: "same" }>

/**
 * Puts facts under the ids that the person's words give: a yes makes `as` stand for both, through any number of them and
 * round in circles; the latest word on a pair counts.
 * @param ordered facts in order, without what was taken back
 */
export function identitiesOf(ordered: readonly Fact[]): Identities {
  const latest = new Map<string, SameFact>()
  for (const fact of ordered) {
    if (fact.by !== "person" || fact.kind !== "same") continue
    const pair = [fact.training, fact.as].sort().join(" ")
    latest.delete(pair)
    latest.set(pair, fact)
  }
  const judgements = [...latest.values()]
  const standsFor = new Map<string, string>()
  const idOf = (training: string): string => {
    const next = standsFor.get(training)
    return next === undefined ? training : idOf(next)
  }
  for (const { training, as, yes } of judgements) {
    const [one, other] = [idOf(training), idOf(as)]
    if (yes && one !== other) standsFor.set(one, other)
  }
  const facts = ordered.map((fact) => {
    const training = trainingOf(fact)
    return training === undefined || idOf(training) === training
      ? fact
      : { ...fact, training: idOf(training) }
  })
  const hidden = new Map<string, string>()
  for (const fact of facts)
    if (fact.by === "person" && fact.kind === "not-mine") hidden.set(fact.training, fact.id)
  return { facts, ids: new Set(ordered.flatMap((fact) => trainingOf(fact) ?? [])), idOf, hidden, judgements }
}

/** The facts that count: under one id for each training, and without those that are none of the programme's. */
export function factsThatCount({ facts, hidden }: Identities): Fact[] {
  return facts.filter((fact) => !hidden.has(trainingOf(fact) ?? ""))
}

/** The training that a fact is of. What the person said of two at once is of neither. */
export function trainingOf(fact: Fact): string | undefined {
  if (fact.by === "page") return fact.training
  return fact.kind === "step" || fact.kind === "training" || fact.kind === "not-mine"
    ? fact.training
    : undefined
}
