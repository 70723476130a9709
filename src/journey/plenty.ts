import type { Programme } from "../programmes/schema"
import { epoch } from "./epoch"
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

/** How much sites have told; a site by its key. */
export interface Told {
  /** Facts of each site. */
  sites: Readonly<Record<string, number>>
  /** When what was told after `since` came, with the site; milliseconds. */
  recent: readonly (readonly [at: number, site: string])[]
  since: number
}

/** Nothing yet, as of an instant: what then comes counts of the day that follows and a day before it. */
export function nothingTold(now: string): Told {
  return { sites: {}, recent: [], since: epoch(now) - 2 * DAY }
}

/** Whether it can be told what came within a day of `now`, an instant: unless the clock has been set back for longer. */
export function isToldOf({ since }: Told, now: string): boolean {
  return epoch(now) - DAY >= since
}

/** With more that was told. @param now an instant: what came long before it is no longer recent */
export function alsoTold(told: Told, facts: readonly Fact[], programme: Programme, now: string): Told {
  const since = Math.max(told.since, epoch(now) - 2 * DAY)
  const sites = { ...told.sites }
  const recent = told.recent.filter(([at]) => at > since)
  for (const fact of facts) {
    if (fact.by !== "page") continue
    const { key } = seenOn(fact, programme)
    sites[key] = (sites[key] ?? 0) + 1
    if (epoch(fact.at) > since) recent.push([epoch(fact.at), key])
  }
  return { sites, recent, since }
}

/** What sites have told in all these facts. */
export function toldIn(facts: readonly Fact[], programme: Programme, now: string): Told {
  return alsoTold(nothingTold(now), facts, programme, now)
}

/**
 * Of what a read would add, as much as one site may add: what is about known trainings and the person first, in the order of
 * the page. What is known is never touched.
 * @param known the person's facts, in any order, or the relevant ones
 * @param fresh from one site, at one time
 * @param told how much each site has told before
 */
export function withinPlenty(
  known: readonly Fact[],
  fresh: readonly SeenFact[],
  programme: Programme,
  told: Told,
): { facts: SeenFact[]; isOverfull: boolean } {
  const [first] = fresh
  if (!first) return { facts: [], isOverfull: false }
  const { key } = seenOn(first, programme)
  const isRecent = ({ at }: Fact) => Math.abs(epoch(first.at) - epoch(at)) < DAY
  const isOfSite = (fact: Fact) => fact.by === "page" && seenOn(fact, programme).key === key
  const born = [...firstOf(known).values()].filter(isOfSite)
  const knownTrainings = new Set(known.flatMap(trainingsOf))
  const ofDay = told.recent.filter(([at, site]) => site === key && Math.abs(epoch(first.at) - at) < DAY)
  let facts = roomFor(MOST_FACTS, told.sites[key] ?? 0, ofDay.length)
  let trainings = roomFor(MOST_TRAININGS, born.length, born.filter(isRecent).length)
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

function roomFor(most: { aDay: number; ever: number }, before: number, ofDay: number): number {
  return Math.min(most.ever - before, most.aDay - ofDay)
}

/** The fact by which each training came to be known. */
function firstOf(known: readonly Fact[]): Map<string, Fact> {
  const first = new Map<string, Fact>()
  for (const fact of known)
    for (const training of trainingsOf(fact)) {
      const before = first.get(training)
      if (!before || epoch(fact.at) < epoch(before.at)) first.set(training, fact)
    }
  return first
}

function trainingsOf(fact: Fact): string[] {
  const training = "training" in fact ? (fact.training ?? []) : []
  return [training, "into" in fact ? fact.into : []].flat()
}
