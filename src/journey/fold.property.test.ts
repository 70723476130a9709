import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  clock,
  history,
  personal,
  plainHistory,
  START,
  seenFact,
  signals,
  training,
  YEAR,
} from "../../tests/fixtures/histories"
import { programmes } from "../programmes/registry"
import { STEP_IDS, type StepId } from "../programmes/steps"
import type { Fact, SeenFact } from "./facts"
import { foldJourney } from "./fold"
import type { Journey, StepView } from "./journey"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const fold = (facts: readonly Fact[], now: string) => foldJourney(facts, programme, now)
const stepsOf = ({ person, trainings }: Journey) => [
  ...person.map((step) => ({ key: step.id as string, step })),
  ...trainings.flatMap(({ id, steps }) => steps.map((step) => ({ key: `${id}/${step.id}`, step }))),
]
const opens = (fact: SeenFact) =>
  signals.some(
    ({ signal }) => signal.id === fact.signal && signal.claims.some(({ state }) => state === "open"),
  )

describe("the fold of any history", () => {
  it("does not depend on the order in which facts arrive", () => {
    fc.assert(
      fc.property(
        history.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
        ),
        clock,
        ([facts, shuffled], now) => {
          expect(fold(shuffled, now)).toEqual(fold(facts, now))
        },
      ),
    )
  })

  it("is not changed by a fact that comes twice", () => {
    fc.assert(
      fc.property(history, clock, (facts, now) => {
        expect(fold([...facts, ...facts.slice(0, 5), ...facts], now)).toEqual(fold(facts, now))
      }),
    )
  })

  it("never takes a done step back for a page that does not say it is open", () => {
    fc.assert(
      fc.property(plainHistory, seenFact, clock, (facts, draft, now) => {
        const later: SeenFact = { ...draft, id: "later", at: new Date(START + 3 * YEAR).toISOString() }
        fc.pre(!opens(later))
        const [earlier, journey] = [fold(facts, now), fold([...facts, later], now)]
        const [was, is] = [earlier.trainings[0]?.id, journey.trainings[0]?.id]
        // A purchase that turns out to be older is the first one, and the payment is for its review. So it is with one that
        // was tentative before: it keeps what was known of it, and the place for the first had what was known of nobody's.
        const isNew = !earlier.trainings.some(({ id }) => id === is)
        fc.pre(was === is || (was === "first" && isNew))
        const after = new Map(stepsOf(journey).map(({ key, step }) => [key, step.state]))
        for (const { key, step } of stepsOf(earlier)) {
          // The place for the first training becomes the first that is seen.
          const same = after.has(key) ? key : key.replace(/^first/, is ?? "")
          if (step.state === "done") expect([key, after.get(same)]).toEqual([key, "done"])
        }
      }),
    )
  })

  it("never takes the person's own tick back for any page", () => {
    fc.assert(
      fc.property(plainHistory, seenFact, fc.constantFrom(...STEP_IDS), clock, (facts, draft, step, now) => {
        const at = (years: number) => new Date(START + years * YEAR).toISOString()
        const tick: Fact = {
          id: "tick",
          participant: "p",
          at: at(3),
          by: "person",
          kind: "step",
          step,
          state: "done",
          ...(!personal.has(step) && { training: "t1" }),
        }
        const journey = fold([...facts, tick, { ...draft, id: "later", at: at(4) }], now)
        const key = personal.has(step) ? step : `t1/${step}`
        expect(stepsOf(journey).find((entry) => entry.key === key)?.step.state).toBe("done")
      }),
    )
  })

  it("is as before once a yes, a no or a putting away is taken back, whatever was said first", () => {
    const word = fc.record({ training, as: training, kind: fc.constantFrom("yes", "no", "not-mine") })
    fc.assert(
      fc.property(history, word, clock, (facts, { training: one, as, kind }, now) => {
        const common = {
          participant: "p",
          at: new Date(START + 3 * YEAR).toISOString(),
          by: "person" as const,
        }
        const said: Fact =
          kind === "not-mine"
            ? { ...common, id: "word", kind, training: one }
            : { ...common, id: "word", kind: "same", training: one, as, yes: kind === "yes" }
        const back: Fact = { ...common, id: "back", kind: "retract", fact: "word" }
        expect(fold([...facts, said, back], now)).toEqual(fold(facts, now))
      }),
    )
  })

  it("shows each training once, the programme's own before what may be another's, and asks only of those it shows", () => {
    let asked = 0
    fc.assert(
      fc.property(history, clock, (facts, now) => {
        const { trainings, questions, hidden } = fold(facts, now)
        const ids = trainings.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(trainings.map(({ tentative }) => tentative)).toEqual(
          trainings.map(({ tentative }) => tentative).sort((a, b) => Number(a) - Number(b)),
        )
        expect(trainings.filter(({ first }) => first).map(({ id, tentative }) => [id, tentative])).toEqual([
          [ids[0], false],
        ])
        asked += questions.length
        for (const { training: one, as } of questions) {
          expect(ids).toEqual(expect.arrayContaining([one, as.training]))
          expect(one).not.toBe(as.training)
        }
        for (const { training: away } of hidden) expect(ids).not.toContain(away)
      }),
    )
    expect(asked).toBeGreaterThan(0)
  })

  it("shows no deadline without its cause", () => {
    const cause: Record<string, StepId> = {
      announced: "accepted",
      bought: "purchase",
      redeemed: "redeem",
      finished: "skills-demo",
      rated: "review",
      received: "incentive",
    }
    fc.assert(
      fc.property(history, clock, (facts, now) => {
        const journey = fold(facts, now)
        const steps = stepsOf(journey).map(({ step }) => step)
        for (const { from, step } of steps.flatMap(({ deadlines }) => deadlines)) {
          const needed = cause[from.anchor]
          if (needed) expect(steps.some(({ id, state }) => id === needed && state === "done")).toBe(true)
          else if (from.anchor === "scheduled" || from.anchor === "survey-announced")
            expect(steps.some((view: StepView) => view.id === step && view.reported)).toBe(true)
          else
            expect(journey.trainings.some(({ particulars }) => Object.keys(particulars).length > 0)).toBe(
              true,
            )
        }
        expect(
          fold([], now)
            .person.concat(fold([], now).trainings.flatMap(({ steps: s }) => s))
            .flatMap(({ deadlines }) => deadlines),
        ).toEqual([])
      }),
    )
  })

  it("never makes a late warning milder as time goes by", () => {
    fc.assert(
      fc.property(history, clock, fc.integer({ min: 0, max: YEAR }), (facts, now, wait) => {
        const later = new Date(Date.parse(now) + wait).toISOString()
        const late = (at: string) =>
          fold(facts, at)
            .warnings.filter(({ severity }) => severity === "late")
            .map(({ id, step, training: of }) => `${id} ${step} ${of ?? ""}`)
        expect(late(later)).toEqual(expect.arrayContaining(late(now)))
      }),
    )
  })

  it("does nothing but compute: the same facts and clock give the same JSON, and no fact is touched", () => {
    fc.assert(
      fc.property(history, clock, (facts, now) => {
        const before = JSON.stringify(facts)
        const journey = fold(facts, now)
        expect(JSON.parse(JSON.stringify(journey))).toEqual(journey)
        expect(JSON.stringify(facts)).toBe(before)
      }),
    )
  })
})
