import type { Programme } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import { type Claim, claimsOf, eventsOf, stepOfSlot } from "./claims"
import type { Fact, SaidFact, SeenFact } from "./facts"
import { factsThatCount, type Identities, identitiesOf, trainingOf } from "./identities"
import { everythingInOrder, takenBack } from "./order"
import { type Progress, progressOf } from "./progress"

/** What a page's fact says of one step; `report` as in the pack, e.g. "scheduled". */
export interface Meaning {
  step: StepId
  state: Claim["state"]
  report?: string
}

type Answer = Extract<SaidFact, { kind: "answer" }>

/** How every fact that was ever noted stands now. */
export interface Standings {
  identities: Identities
  progress: Progress
  /** Each once, in order, also what was taken back; under the ids that they were noted with. */
  all: Fact[]
  /** By its id, also what was taken back. */
  each: ReadonlyMap<string, Fact>
  /** Ids of what the person took back. */
  takenBack: ReadonlySet<string>
  /** The standing answer to a page's fact. */
  answers: ReadonlyMap<string, Answer>
  /** Ids of the pages' facts of which something is asked. */
  waiting: ReadonlySet<string>
  /** What each page's fact says of which steps. */
  meanings: ReadonlyMap<string, Meaning[]>
}

/** @param facts one person's, in any order */
export function standingsOf(facts: readonly Fact[], programme: Programme): Standings {
  const identities = identitiesOf(facts, programme)
  const log = eventsOf(identities, programme)
  const progress = progressOf(factsThatCount(identities), log, programme, identities.ids)
  const all = everythingInOrder(facts)
  const each = new Map(all.map((fact) => [fact.id, fact]))
  const meanings = new Map<string, Meaning[]>()
  const add = (slot: string, { fact, state, report }: Claim) => {
    const meaning = { step: stepOfSlot(slot), state, ...(report !== undefined && { report }) }
    const known = meanings.get(fact.id)
    if (known) known.push(meaning)
    else meanings.set(fact.id, [meaning])
  }
  for (const [slot, events] of log)
    for (const event of events) if (event.kind === "seen" || event.kind === "rejected") add(slot, event.claim)
  for (const fact of identities.facts)
    if (fact.by === "page" && isHidden(fact, identities))
      for (const { slot, claim } of claimsOf(fact, programme, log)) add(slot, claim)
  return {
    identities,
    progress,
    all,
    each,
    takenBack: takenBack(each),
    answers: answersOf(identities),
    waiting: new Set(progress.steps.flatMap(({ decision: { question } }) => question?.claim.fact.id ?? [])),
    meanings,
  }
}

function answersOf({ noted }: Identities): Map<string, Answer> {
  return new Map(
    noted.flatMap((fact): [string, Answer][] =>
      fact.by === "person" && fact.kind === "answer" ? [[fact.fact, fact]] : [],
    ),
  )
}

/** `fact` under the id that it has now. */
function isHidden(fact: Fact, { hidden }: Identities): boolean {
  return hidden.has(trainingOf(fact) ?? "")
}

export type Standing = "counts" | "waiting" | "refused" | "rejected" | "taken-back" | "hidden"

/** How a page's fact stands; `training` is the id that now stands for its training. */
export function standingOfSeen(
  { id }: SeenFact,
  training: string | undefined,
  { identities, answers, waiting }: Standings,
): Standing {
  if (identities.rejected.has(id)) return "rejected"
  if (identities.hidden.has(training ?? "")) return "hidden"
  if (waiting.has(id)) return "waiting"
  return answers.get(id)?.yes === false ? "refused" : "counts"
}

/** How something that the person said stands. An answer goes with what it answers. */
export function standingOfSaid(
  fact: SaidFact,
  training: string | undefined,
  { identities, takenBack }: Standings,
): Standing {
  if (takenBack.has(fact.id)) return "taken-back"
  if (fact.kind === "answer" && identities.rejected.has(fact.fact)) return "rejected"
  const isOfTraining = fact.kind === "step" || fact.kind === "training" || fact.kind === "answer"
  return isOfTraining && identities.hidden.has(training ?? "") ? "hidden" : "counts"
}
