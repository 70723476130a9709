import { describe, expect, it } from "vitest"
import { wib } from "../../tests/fixtures/facts"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { programmes } from "../programmes/registry"
import { chooseHint } from "./hints"
import type { Journey } from "./journey"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const journeyOf = ({ overview }: { overview: { journey?: Journey } }) => {
  if (!overview.journey) throw new Error("no journey")
  return overview.journey
}
const choose = (journey: Journey, seen: string[], now: string, dismissed: string[] = []) =>
  chooseHint(journey, programme, { seen, dismissed: new Set(dismissed) }, wib(now))

describe("chooseHint", () => {
  const unlinked = journeyOf(overviewFixtures.walletOpen)
  const outstanding = journeyOf(overviewFixtures.twoTrainings)

  it("lists what is left to check where the page shows that nothing is linked", () => {
    const hint = choose(unlinked, ["wallet-not-linked"], "2024-07-13T18:40")
    expect(hint?.rule.id).toBe("wallet")
    expect(hint?.points).toEqual(programme.prerequisites.filter(({ check }) => check).map(({ id }) => id))
  })

  it("lists what was found not to be so, and not what was found to be so", () => {
    const [first = "", second = "", ...rest] = unlinked.preflight.open
    const journey = { ...unlinked, preflight: { met: rest, open: [second], unmet: [first] } }
    expect(choose(journey, ["wallet-not-linked"], "2024-07-13T18:40")?.points).toEqual([first, second])
    const ready = { ...unlinked, preflight: { met: unlinked.preflight.open, open: [], unmet: [] } }
    expect(choose(ready, ["wallet-not-linked"], "2024-07-13T18:40", ["first-purchase"])).toBeUndefined()
  })

  it("goes by what the page shows now and by the warning that stands, and needs both", () => {
    const now = "2024-07-27T12:00"
    expect(choose(outstanding, ["review-outstanding"], now)?.rule.id).toBe("review")
    expect(choose(outstanding, ["certificate"], now)).toBeUndefined()
    const settled = { ...outstanding, warnings: [] }
    expect(choose(settled, ["review-outstanding"], now)).toBeUndefined()
  })

  it("shows one at most, the first of the pack that is not dismissed", () => {
    const seen = ["wallet-not-linked"]
    expect(choose(unlinked, seen, "2024-07-13T18:40")?.rule.id).toBe("wallet")
    expect(choose(unlinked, seen, "2024-07-13T18:40", ["wallet"])?.rule.id).toBe("first-purchase")
    expect(choose(unlinked, seen, "2024-07-13T18:40", ["wallet", "first-purchase"])).toBeUndefined()
  })

  // The 15th day after the announcement of 1 July, with that as day 1, ends on 15 July, 23.59.
  it.each([
    ["2024-07-11T23:59", false],
    ["2024-07-12T00:00", true],
    ["2024-07-15T23:59", true],
    ["2024-07-16T00:00", false],
  ])("at %s tells of the last days for buying: %s", (now, told) => {
    expect(choose(unlinked, [], now)?.rule.id).toBe(told ? "first-purchase" : undefined)
  })
})
