import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { clock, history, START, training, YEAR } from "../../tests/fixtures/histories"
import { programmes } from "../programmes/registry"
import type { Fact, SaidFact } from "./facts"
import { foldJourney } from "./fold"
import { historyOf } from "./history"
import { identitiesOf, trainingOf } from "./identities"

const programme = programmes[0] as (typeof programmes)[number]
const fold = (facts: readonly Fact[], now: string) => foldJourney(facts, programme, now)
const after = (years: number, more = 0) => new Date(START + years * YEAR + more).toISOString()

/** A split gives an id that was never used: only later words name it, by whatever clock. */
const named = (training: string, index: number) =>
  /^s\d$/.test(training) && Number(training.slice(1)) >= index ? "t1" : training

/** Trainings taken apart and put together, also those that came of it, and pages' facts called wrong. */
const corrected = history.chain((facts) => {
  const sites = fc.subarray(["dashboard", "pintar", "karier", "siapkerja"], { maxLength: 2 })
  const word = fc.record({
    kind: fc.constantFrom("split" as const, "merge" as const, "reject" as const),
    at: fc.integer({ min: 0, max: 2 * YEAR }),
    training: fc.oneof(training, fc.constantFrom("s0", "s1", "s2")),
    as: fc.oneof(training, fc.constantFrom("s0", "s1", "s2")),
    sites,
    picks: fc.array(fc.nat(), { maxLength: 4 }),
    takenBack: fc.boolean(),
  })
  return fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => {
    const said = words.map(
      ({ kind, at, training: wished, as: wishedAs, sites: of, picks }, index): SaidFact => {
        const [one, as] = [named(wished, index), named(wishedAs, index)]
        const common = {
          id: `k${index}`,
          participant: "p",
          at: new Date(START + at).toISOString(),
          by: "person" as const,
        }
        const picked = picks.flatMap((pick) => facts[pick % Math.max(1, facts.length)]?.id ?? [])
        if (kind === "merge") return { ...common, kind: "same", training: one, as, yes: true }
        if (kind === "reject") return { ...common, kind: "reject", fact: picked[0] ?? "none" }
        return { ...common, kind: "split", training: one, into: `s${index}`, facts: picked, sites: of }
      },
    )
    const back = (fact: Fact, index: number): SaidFact => ({
      id: `b${index}`,
      participant: "p",
      at: after(3, index),
      by: "person",
      kind: "retract",
      fact: fact.id,
    })
    return {
      facts,
      said,
      some: said.filter((_, index) => words[index]?.takenBack).map(back),
      all: said.map(back),
    }
  })
})

describe("any sequence of putting together, taking apart, calling wrong and taking back", () => {
  it("leaves every fact in exactly one training, under an id that stands for itself", () => {
    let moved = 0
    fc.assert(
      fc.property(corrected, ({ facts, said, some }) => {
        const identities = identitiesOf([...facts, ...said, ...some], programme)
        expect(identities.facts.map(({ id }) => id)).toEqual(identities.noted.map(({ id }) => id))
        for (const [index, fact] of identities.facts.entries()) {
          const noted = identities.noted[index] as Fact
          const [from, now] = [trainingOf(noted), trainingOf(fact)]
          expect(now === undefined).toBe(from === undefined)
          if (now === undefined) continue
          if (now !== from) moved += 1
          expect(identities.idOf(now)).toBe(now)
          expect(identities.idsOf(noted).at(-1)).toBe(now)
          expect(identities.ids.has(now)).toBe(true)
        }
      }),
    )
    expect(moved).toBeGreaterThan(0)
  })

  it("is as if nothing had been said once all of it is taken back", () => {
    fc.assert(
      fc.property(corrected, clock, ({ facts, said, all }, now) => {
        expect(fold([...facts, ...said, ...all], now)).toEqual(fold(facts, now))
      }),
    )
  })

  it("does not depend on the order in which facts arrive", () => {
    fc.assert(
      fc.property(
        corrected.chain(({ facts, said, some }) => {
          const each = [...facts, ...said, ...some]
          return fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length }))
        }),
        clock,
        ([facts, shuffled], now) => {
          expect(fold(shuffled, now)).toEqual(fold(facts, now))
          expect(historyOf(shuffled, programme)).toEqual(historyOf(facts, programme))
        },
      ),
    )
  })

  it("is told whole: every fact once, newest first, under a training that is told, and each undo takes something back", () => {
    fc.assert(
      fc.property(corrected, clock, ({ facts, said, some }, now) => {
        const each = [...facts, ...said, ...some]
        const { entries, trainings } = historyOf([...each, ...each], programme)
        expect(entries.map(({ id }) => id).sort()).toEqual(each.map(({ id }) => id).sort())
        expect(entries.map(({ at }) => at)).toEqual(
          entries
            .map(({ at }) => at)
            .sort()
            .reverse(),
        )
        const told = new Set(trainings.map(({ id }) => id))
        for (const { id, training: of, standing, undo, can } of entries) {
          if (
            standing === "counts" &&
            of !== undefined &&
            ["seen"].includes(entries.find((e) => e.id === id)?.kind ?? "")
          )
            expect(told.has(of)).toBe(true)
          expect(can.includes("undo")).toBe(undo !== undefined)
          const target = each.find((fact) => fact.id === undo)
          if (undo) expect(target?.by).toBe("person")
        }
        for (const { id } of fold(each, now).trainings)
          if (each.some((fact) => trainingOf(fact) === id)) expect(told.has(id)).toBe(true)
      }),
    )
  })
})
