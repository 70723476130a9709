import { describe, expect, it } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { stamped } from "./stamp"

const { overview } = overviewFixtures.twoTrainings

describe("an overview's stamp", () => {
  it("is the same whenever it is computed", async () => {
    const { journey } = overview
    const later = {
      ...overview,
      ...(journey && { journey: { ...journey, computedAt: "2024-07-28T12:00:00Z" } }),
    }
    expect((await stamped(later)).stamp).toBe((await stamped(overview)).stamp)
    expect((await stamped(overview)).stamp).toMatch(/^[0-9a-f]{64}$/)
  })

  it("is another when anything else is", async () => {
    const { journey, participant } = overview
    const others = [
      { ...overview, ...(journey && { journey: { ...journey, warnings: journey.warnings.slice(1) } }) },
      { ...overview, ...(participant && { participant: { ...participant, displayName: "Lain" } }) },
      { ...overview, preferences: { ...overview.preferences, language: "en" as const } },
    ]
    const stamps = await Promise.all([overview, ...others].map(async (each) => (await stamped(each)).stamp))
    expect(new Set(stamps).size).toBe(4)
  })
})
