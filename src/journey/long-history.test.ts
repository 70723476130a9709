import { describe, expect, it } from "vitest"
import { longHistory } from "../../tests/fixtures/long-history"
import { programmes } from "../programmes/registry"
import { factSchema } from "./facts"
import { foldJourney } from "./fold"
import { toldIn, withinPlenty } from "./plenty"

const [programme] = programmes
if (!programme) throw new Error("no programme")
const now = "2026-11-01T02:00:00.000Z"

describe("a long history", () => {
  it.each([60, 1000, 100_000])("is of %d facts that could all have been written", (count) => {
    const facts = longHistory({ facts: count, now })
    expect(facts).toHaveLength(count)
    expect(new Set(facts.map(({ id }) => id)).size).toBe(count)
    expect(facts.every((fact) => factSchema.safeParse(fact).success)).toBe(true)
    expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).sort())
    const last = facts.findLast((fact) => fact.by === "page")
    if (last?.by !== "page") throw new Error("no page")
    const fresh = { ...last, id: "fresh", at: now }
    expect(withinPlenty(facts, [fresh], programme, toldIn(facts, programme, now)).isOverfull).toBe(false)
  })

  it("is of five trainings, each at its own stage", () => {
    const { trainings } = foldJourney(longHistory({ facts: 1000, now }), programme, now)
    expect(trainings.map(({ title }) => title)).toHaveLength(5)
    const stages = trainings.map(({ steps }) => steps.map(({ state }) => state).join(" "))
    expect(new Set(stages).size).toBeGreaterThan(2)
  })
})
