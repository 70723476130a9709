import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { personal, START, seenFact, TITLES, training } from "../../tests/fixtures/histories"
import { longHistory } from "../../tests/fixtures/long-history"
import { programmeById, readingRules } from "../programmes/registry"
import { STEP_IDS } from "../programmes/steps"
import type { Fact, SeenFact } from "./facts"
import { foldJourney } from "./fold"
import { newFacts } from "./novelty"
import { cameAfter } from "./order"
import { toldIn, withinPlenty } from "./plenty"
import { relevantFacts } from "./relevant"
import { subjectsOf } from "./subjects"

const programme = programmeById("prakerja-2024")

const HOUR = 3_600_000

/** Something that happens after what happened before: a page shows one of a few things, or the person says something. */
const event = fc.record({
  /** How much later by the clock; the clock may have been set back. */
  later: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 1, HOUR, 30 * HOUR) },
    fc.constantFrom(-1, -5 * HOUR, -60 * HOUR),
  ),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant("page" as const) },
    { weight: 3, arbitrary: fc.constantFrom("answer" as const, "step" as const, "check" as const) },
    fc.constantFrom(
      "reject" as const,
      "retract" as const,
      "same" as const,
      "split" as const,
      "not-mine" as const,
      "training" as const,
    ),
  ),
  pick: fc.nat(1000),
  training,
  as: training,
  yes: fc.boolean(),
  step: fc.constantFrom(...STEP_IDS),
})
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never

const USUAL = ["page", "answer", "step", "check"]

/** Appends what happens, as the background does: what comes after the clock was set back says so. */
function live(
  pool: readonly Omit<SeenFact, "id">[],
  events: readonly Event[],
  before: readonly Fact[],
): Fact[] {
  const facts = [...before]
  let clock = Math.max(START, ...(before.length > 0 ? [Date.parse(before.at(-1)?.at ?? "")] : []))
  for (const { later, pick, kind, ...said } of events) {
    clock += later
    const pages = facts.filter(({ by }) => by === "page")
    // Mostly what is still asked, or was just seen.
    const asked = pages[pick % 3 === 0 ? pick % Math.max(1, pages.length) : pages.length - 1 - (pick % 4)]
    const own = facts.filter(({ by }) => by === "person")
    const at = new Date(clock).toISOString()
    // Of what comes within one millisecond the later has the greater id; otherwise nobody could tell which is.
    const id = `f${String(facts.length).padStart(3, "0")}`
    const common = { id, participant: "p", at, by: "person" as const }
    const fact = ((): Fact | undefined => {
      const draft = pool[pick % pool.length]
      if (kind === "page") return draft && { ...draft, id: common.id, at }
      if (kind === "answer") return asked && { ...common, kind, fact: asked.id, yes: said.yes }
      if (kind === "reject") return asked && { ...common, kind, fact: asked.id }
      const [taken] = own.slice(-1 - (pick % 3))
      if (kind === "retract") return taken && { ...common, kind, fact: taken.id }
      if (kind === "check") return { ...common, kind, prerequisite: "same-number", met: said.yes }
      if (kind === "same") return { ...common, kind, training: said.training, as: said.as, yes: said.yes }
      if (kind === "not-mine") return { ...common, kind, training: said.training }
      if (kind === "split") {
        const ofIt = facts.filter((one) => one.by === "page" && one.training === said.training)
        const sites = ofIt.flatMap((one) => (one.by === "page" ? one.site : []))
        const [from, some] = [said.training, ofIt.slice(0, pick % 3).map(({ id }) => id)]
        return { ...common, kind, training: from, into: common.id, facts: some, sites: sites.slice(0, 1) }
      }
      if (kind === "training")
        return { ...common, kind, training: said.training, particulars: { title: TITLES[said.as] as string } }
      // Mostly of what a page spoke of.
      const claimed = asked?.by === "page" ? (readingRules(programme, asked.site)?.signals ?? []) : []
      const named = claimed.flatMap(({ id, claims }) =>
        asked?.by === "page" && id === asked.signal ? claims.flatMap(({ step }) => step) : [],
      )
      const step = STEP_IDS.find((id) => pick % 4 > 0 && named.includes(id)) ?? said.step
      const subject = (pick % 4 > 0 && asked?.by === "page" && asked.training) || said.training
      const of = personal.has(step) ? {} : { training: subject }
      return { ...common, kind, step, state: said.yes ? "done" : "open", ...of }
    })()
    if (!fact) continue
    const after = cameAfter(facts, at)
    facts.push(after === undefined ? fact : { ...fact, after })
  }
  return facts
}

/** The same on a host that the person watches, of which everything is asked. */
const watchedFact = fc
  .tuple(seenFact, fc.constantFrom(...programme.watching.signals), training)
  .map(([{ particulars: _, ...draft }, { id: signal, words }, of]) => ({
    ...draft,
    ...{
      site: programme.watching.id,
      host: "kelas.example",
      signal,
      training: of,
      words: words[0] ?? signal,
    },
  }))
const pools = fc.array(fc.oneof({ weight: 4, arbitrary: seenFact }, watchedFact), {
  minLength: 1,
  maxLength: 5,
})
const past = fc.array(event, { maxLength: 60 })
const future = fc.array(
  event.filter(({ kind }) => USUAL.includes(kind)),
  { maxLength: 12 },
)
const RUNS = Number(process.env["RELEVANT_RUNS"] ?? 150)

describe("the relevant facts of any history", () => {
  it("are enough for all that is computed, now and after whatever comes then", () => {
    fc.assert(
      fc.property(pools, past, future, fc.nat(12), (pool, events, next, cut) => {
        const all = live(pool, events, [])
        let relevant = relevantFacts(all, programme)
        const later = live(pool, next, all).slice(all.length)
        const every = [...all]
        for (const [index, fact] of [undefined, ...later].entries()) {
          // An answer to what was left out is asked of all.
          if (fact?.by === "person" && fact.kind === "answer" && !relevant.some(({ id }) => id === fact.fact))
            return
          if (fact) {
            relevant.push(fact)
            every.push(fact)
          }
          if (index === cut) relevant = relevantFacts(relevant, programme)
          const now = new Date(Date.parse(every.at(-1)?.at ?? "2024-03-01T00:00:00Z") + HOUR).toISOString()
          expect(foldJourney(relevant, programme, now)).toEqual(foldJourney(every, programme, now))
          expect(cameAfter(relevant, now)).toBe(cameAfter(every, now))
          const seen = pool.map((draft, place): SeenFact => ({ ...draft, id: `new${place}`, at: now }))
          const [few, many] = [newFacts(relevant, seen, programme), newFacts(every, seen, programme)]
          expect(few).toEqual(many)
          for (const fact of seen) {
            expect(newFacts(relevant, [fact], programme)).toEqual(newFacts(every, [fact], programme))
            const told = toldIn(every, programme, now)
            expect(withinPlenty(relevant, [fact], programme, told)).toEqual(
              withinPlenty(every, [fact], programme, told),
            )
            const { particulars, ...draft } = fact
            const cards = [
              draft,
              { ...draft, ...(particulars?.title && { card: { title: particulars.title } }) },
            ]
            const read = { ...fact, picked: undefined, newId: () => "new" }
            expect(subjectsOf(cards, relevant, programme, read)).toEqual(
              subjectsOf(cards, every, programme, read),
            )
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it("do not grow with how often the same is seen", () => {
    const few = relevantFacts(longHistory({ facts: 5000 }), programme).length
    const many = relevantFacts(longHistory({ facts: 10_000 }), programme).length
    expect(many - few).toBeLessThan(300)
  })
})
