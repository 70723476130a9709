import type { Programme } from "../programmes/schema"
import { epoch } from "./epoch"
import type { Fact, SaidFact } from "./facts"
import { everythingInOrder, factsInOrder } from "./order"
import { seenOn } from "./seen-on"

/** Which trainings are one, which are two, and which are none of the programme's, as the person has said. */
export interface Identities {
  /** All facts in order, without what was taken back, under the ids that they were noted with. */
  noted: Fact[]
  /** The same, each under the one id of its training. */
  facts: Fact[]
  /** Every id of a training that any fact names. */
  ids: ReadonlySet<string>
  /** The one id of a training, whatever it was called; of what one site (a key of `seenOn`) says of it, if that is given. */
  idOf(training: string, site?: string): string
  /** The ids under which a fact stood while others were put to it, the one that it has now last. */
  idsOf(fact: Fact): string[]
  /** The trainings that are none of the programme's, with the fact that says so. */
  hidden: ReadonlyMap<string, string>
  /** The pages' facts that are wrong, with the fact that says so. */
  rejected: ReadonlyMap<string, string>
  /** The person's latest word on each pair that was asked about or put together. */
  judgements: SameFact[]
  /** What was taken apart. */
  splits: SplitFact[]
}

type SameFact = Extract<SaidFact, { kind: "same" }>
type SplitFact = Extract<SaidFact, { kind: "split" }>

/** Takes everything, or what a split names, from one training to another. */
interface Move {
  index: number
  /** Milliseconds. */
  at: number
  from: string
  into: string
  split?: { facts: ReadonlySet<string>; sites: ReadonlySet<string> }
}

/**
 * Puts facts under the ids that the person's words give, one word after the other: a yes makes `as` stand for both, through
 * any number of them and round in circles, and the latest word on a pair counts; a split takes from what is one by then. What
 * was noted under the id of a split that was taken back is of the training that it was taken from.
 * @param facts one person's, in any order
 */
export function identitiesOf(facts: readonly Fact[], programme: Programme): Identities {
  const before = remembered.get(facts)
  // A list may have grown since.
  if (before?.programme === programme && before.length === facts.length) return before.identities
  const identities = identified(facts, programme)
  remembered.set(facts, { programme, length: facts.length, identities })
  return identities
}

/** By the very list of facts: all that is computed of somebody begins with this, several times of the same list. */
const remembered = new WeakMap<
  readonly Fact[],
  { programme: Programme; length: number; identities: Identities }
>()

function identified(facts: readonly Fact[], programme: Programme): Identities {
  const noted = factsInOrder(facts)
  const judgements = latestJudgements(noted)
  const splits = noted.filter(isSplit)
  const origins = originsOf(facts, splits)
  const moves = movesOf(noted, new Set(judgements), origins)
  const placeOf = (fact: Fact) => {
    const training = trainingOf(fact)
    if (training === undefined) return undefined
    const site = () => (fact.by === "page" ? seenOn(fact, programme).key : undefined)
    return walk(origins.get(training) ?? training, moves, { site, at: epoch(fact.at), fact: fact.id })
  }
  const placed = noted.map((fact) => {
    const id = placeOf(fact)?.at(-1)
    return id === undefined || id === trainingOf(fact) ? fact : { ...fact, training: id }
  })
  const hidden = new Map<string, string>()
  for (const fact of placed)
    if (fact.by === "person" && fact.kind === "not-mine") hidden.set(fact.training, fact.id)
  return {
    noted,
    facts: placed,
    ids: new Set([
      ...noted.flatMap((fact) => trainingOf(fact) ?? []),
      ...splits.flatMap(({ training, into }) => [training, into]),
      ...origins.values(),
      ...judgements.flatMap(({ training, as }) => [training, as]),
    ]),
    idOf: (training, site) =>
      walk(origins.get(training) ?? training, moves, { site: () => site, at: Number.POSITIVE_INFINITY }).at(
        -1,
      ) ?? training,
    idsOf: (fact) => placeOf(fact) ?? [],
    hidden,
    rejected: rejectedOf(noted),
    judgements,
    splits,
  }
}

/** The facts that count: under one id for each training, without those that are wrong or none of the programme's. */
export function factsThatCount({ facts, hidden, rejected }: Identities): Fact[] {
  return facts.filter((fact) => !hidden.has(trainingOf(fact) ?? "") && !rejected.has(fact.id))
}

/** The training that a fact is of. What the person said of two at once is of neither. */
export function trainingOf(fact: Fact): string | undefined {
  if (fact.by === "page") return fact.training
  return fact.kind === "step" || fact.kind === "training" || fact.kind === "not-mine"
    ? fact.training
    : undefined
}

function isSplit(fact: Fact): fact is SplitFact {
  return fact.by === "person" && fact.kind === "split"
}

function latestJudgements(noted: readonly Fact[]): SameFact[] {
  const latest = new Map<string, SameFact>()
  for (const fact of noted) {
    if (fact.by !== "person" || fact.kind !== "same") continue
    const pair = [fact.training, fact.as].sort().join(" ")
    latest.delete(pair)
    latest.set(pair, fact)
  }
  return [...latest.values()]
}

function rejectedOf(noted: readonly Fact[]): Map<string, string> {
  const pages = new Set(noted.flatMap((fact) => (fact.by === "page" ? [fact.id] : [])))
  return new Map(
    noted.flatMap((fact): [string, string][] =>
      fact.by === "person" && fact.kind === "reject" && pages.has(fact.fact) ? [[fact.fact, fact.id]] : [],
    ),
  )
}

/** By the id that a split gave: the training that it is of again once all splits that gave it were taken back. */
function originsOf(facts: readonly Fact[], standing: readonly SplitFact[]): Map<string, string> {
  const given = new Set(standing.map(({ into }) => into))
  const origins = new Map<string, string>()
  for (const { into, training } of everythingInOrder(facts).filter(isSplit))
    if (!given.has(into) && into !== training && !origins.has(into)) origins.set(into, training)
  const origin = (id: string) => {
    const passed = new Set<string>()
    let at = id
    for (let next = origins.get(at); next !== undefined && !passed.has(at); next = origins.get(at)) {
      passed.add(at)
      at = next
    }
    return at
  }
  return new Map([...origins.keys()].map((id) => [id, origin(id)]))
}

function movesOf(
  noted: readonly Fact[],
  judgements: ReadonlySet<Fact>,
  origins: ReadonlyMap<string, string>,
): Map<string, Move[]> {
  const moves = new Map<string, Move[]>()
  const standsFor = new Map<string, string>()
  const rootOf = (noted: string): string => {
    const training = origins.get(noted) ?? noted
    let root = training
    for (let next = standsFor.get(root); next !== undefined; next = standsFor.get(root)) root = next
    for (let at = training; at !== root; ) {
      const next = standsFor.get(at) ?? root
      standsFor.set(at, root)
      at = next
    }
    return root
  }
  const add = (from: string, move: Omit<Move, "from">) => {
    const known = moves.get(from)
    if (known) known.push({ ...move, from })
    else moves.set(from, [{ ...move, from }])
  }
  for (const [index, fact] of noted.entries()) {
    if (fact.by !== "person") continue
    if (fact.kind === "same" && fact.yes && judgements.has(fact)) {
      const [from, into] = [rootOf(fact.training), rootOf(fact.as)]
      if (from === into) continue
      standsFor.set(from, into)
      add(from, { index, at: epoch(fact.at), into })
    } else if (fact.kind === "split") {
      const split = { facts: new Set(fact.facts), sites: new Set(fact.sites) }
      const from = rootOf(fact.training)
      add(from, { index, at: epoch(fact.at), into: fact.into, split })
    }
  }
  return moves
}

/** What is asked of moves: a fact, or whatever a site says. */
interface Traveller {
  site: () => string | undefined
  /** Milliseconds. */
  at: number
  fact?: string
}

/** The ids that something noted under `start` comes to: those that it only left with all others, then the last. */
function walk(start: string, moves: ReadonlyMap<string, readonly Move[]>, traveller: Traveller): string[] {
  const path = [start]
  let position = -1
  for (;;) {
    const here = path.at(-1) ?? start
    const move = moves.get(here)?.find((next) => next.index > position && takes(next, traveller, moves))
    if (!move) return path
    position = move.index
    if (move.split) path.pop()
    path.push(move.into)
  }
}

function takes(
  move: Move,
  { site, at, fact }: Traveller,
  moves: ReadonlyMap<string, readonly Move[]>,
): boolean {
  const { split } = move
  if (!split || (fact !== undefined && split.facts.has(fact))) return true
  if (split.sites.size === 0 || !split.sites.has(site() ?? "")) return false
  // What was put to the training since may be of the same site, and is noted under its id from then on.
  return at <= move.at || !joinedBetween(move, at, moves)
}

function joinedBetween(split: Move, at: number, moves: ReadonlyMap<string, readonly Move[]>): boolean {
  for (const each of moves.values())
    for (const move of each)
      if (!move.split && move.into === split.from && move.index > split.index && move.at <= at) return true
  return false
}
