import type { Programme } from "../programmes/schema"
import { trainingOfLone } from "./attach"
import { eventsOf, signalOf } from "./claims"
import { epoch } from "./epoch"
import type { Fact, SeenFact } from "./facts"
import { type Card, identifyCards } from "./identify"
import { factsThatCount } from "./identities"
import { type Known, knownTrainings } from "./known"
import { progressOf } from "./progress"
import { seenOn } from "./seen-on"

/** Something read, on a training's card or outside any. */
export type Draft = Pick<SeenFact, "signal" | "words" | "values"> & { card?: Card }

/** Where and when it was read. */
interface Read extends Pick<SeenFact, "site" | "host" | "at"> {
  /** The training that the person watches the host for. */
  picked?: string | undefined
  /** Ids that were never used. */
  newId: () => string
}

/** For so long the same words outside any card, on the same site, are taken for the same page looked at again. */
const SAME_PAGE_MILLISECONDS = 86_400_000

/**
 * The training that each thing of one read speaks of, under the id that now stands for it; undefined for what is the
 * person's own. On a host that the person watches, words outside any card speak of the training that it is watched for.
 * @param facts the person's, in any order
 */
export function subjectsOf(
  drafts: readonly Draft[],
  facts: readonly Fact[],
  programme: Programme,
  read: Read,
): (string | undefined)[] {
  const { newId } = read
  const scopeOf = (draft: Draft) => signalOf({ ...read, ...draft }, programme)?.scope
  // What is the person's own asks nothing of the trainings.
  if (!drafts.some((draft) => draft.card || scopeOf(draft) === "training")) return drafts.map(() => undefined)
  const known = knownTrainings(facts, programme)
  const { key: site, weight } = seenOn(read, programme)
  const { idOf } = known.identities
  const picked = read.picked === undefined ? undefined : idOf(read.picked, site)
  // What this site says of a training may have been taken from it.
  const open = known.shown.filter(({ id }) => idOf(id, site) === id)
  const cards = drafts.flatMap(({ card }) => card ?? [])
  const ids = identifyCards(cards, known.all, { site, home: weight === "home", picked, open, newId })
  let started: string | undefined
  const watched = () => {
    started ??= picked ?? ids[0] ?? seenAt(site, known) ?? newId()
    return started
  }
  const lone = (draft: Draft): string | undefined => {
    const signal = signalOf({ ...read, ...draft }, programme)
    if (signal?.scope !== "training") return undefined
    if (weight === "watched") return watched()
    return again(draft, read, known) ?? trainingOfLone({ signal, site }, progress(known, programme))
  }
  const left = [...ids]
  return drafts.map((draft) => (draft.card ? left.shift() : lone(draft)))
}

function seenAt(site: string, { shown }: Known): string | undefined {
  return shown.find(({ sightings }) => sightings.some(({ key }) => key === site))?.id
}

function again(draft: Draft, read: Read, { identities: { facts, hidden } }: Known): string | undefined {
  const before = facts.findLast(
    (fact): fact is SeenFact =>
      fact.by === "page" &&
      fact.site === read.site &&
      fact.signal === draft.signal &&
      fact.words === draft.words &&
      fact.particulars === undefined &&
      epoch(read.at) - epoch(fact.at) < SAME_PAGE_MILLISECONDS,
  )?.training
  return before !== undefined && !hidden.has(before) ? before : undefined
}

function progress({ identities }: Known, programme: Programme) {
  return progressOf(factsThatCount(identities), eventsOf(identities, programme), programme, identities.ids)
}
