import type { Programme } from "../programmes/schema"
import { epoch } from "./calendar"
import type { Fact, SeenFact } from "./facts"
import { seenOn } from "./seen-on"

/*
 * How much of what one site shows is noted. A page may lie about itself, and go on lying: without an end to it, the person's list
 * would fill with trainings that nobody ever saw, and the disk with them. Whoever really has more waits until the next day.
 */

/** Trainings that one site alone has told of: the balance buys a handful, a platform's own list may hold some dozens. */
export const MOST_TRAININGS = { aDay: 30, ever: 150 }
/** Facts from one site, a lifetime of which are some hundreds. */
export const MOST_FACTS = { aDay: 600, ever: 6000 }

const DAY = 86_400_000

/**
 * Of what a read would add, as much as one site may add: what is about known trainings and the person first, in the order of
 * the page. What is known is never touched.
 * @param known the person's facts, in any order
 * @param fresh from one site, at one time
 */
export function withinPlenty(
  known: readonly Fact[],
  fresh: readonly SeenFact[],
  programme: Programme,
): { facts: SeenFact[]; isOverfull: boolean } {
  const [first] = fresh
  if (!first) return { facts: [], isOverfull: false }
  const { key } = seenOn(first, programme)
  const isRecent = ({ at }: Fact) => Math.abs(epoch(first.at) - epoch(at)) < DAY
  const ofSite = known.filter((fact) => fact.by === "page" && seenOn(fact, programme).key === key)
  const fromSite = new Set<Fact>(ofSite)
  const born = [...firstOf(known).values()].filter((fact) => fromSite.has(fact))
  const knownTrainings = new Set(known.flatMap(trainingsOf))
  let facts = roomFor(MOST_FACTS, ofSite, isRecent)
  let trainings = roomFor(MOST_TRAININGS, born, isRecent)
  const isNew = ({ training }: SeenFact) => training !== undefined && !knownTrainings.has(training)
  const begun = new Set<string>()
  const kept = [...fresh.filter((fact) => !isNew(fact)), ...fresh.filter(isNew)].filter((fact) => {
    const begins = isNew(fact) && !begun.has(fact.training ?? "")
    if (facts <= 0 || (begins && trainings <= 0)) return false
    facts -= 1
    if (begins) {
      begun.add(fact.training ?? "")
      trainings -= 1
    }
    return true
  })
  return { facts: fresh.filter((fact) => kept.includes(fact)), isOverfull: kept.length < fresh.length }
}

function roomFor(
  most: { aDay: number; ever: number },
  before: readonly Fact[],
  isRecent: (fact: Fact) => boolean,
): number {
  return Math.min(most.ever - before.length, most.aDay - before.filter(isRecent).length)
}

/** The fact by which each training came to be known. */
function firstOf(known: readonly Fact[]): Map<string, Fact> {
  const first = new Map<string, Fact>()
  for (const fact of [...known].sort((a, b) => epoch(a.at) - epoch(b.at)))
    for (const training of trainingsOf(fact)) if (!first.has(training)) first.set(training, fact)
  return first
}

function trainingsOf(fact: Fact): string[] {
  const training = "training" in fact ? (fact.training ?? []) : []
  return [training, "into" in fact ? fact.into : []].flat()
}
