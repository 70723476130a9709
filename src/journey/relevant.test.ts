import { expect, it } from "vitest"
import { said, seen, wib } from "../../tests/fixtures/facts"
import { programmeById } from "../programmes/registry"
import type { Fact } from "./facts"
import { foldJourney } from "./fold"
import { relevantFacts } from "./relevant"

/*
 * What arbitrary histories (relevant.property.test.ts) meet too seldom.
 */

const programme = programmeById("prakerja-2024")

function expectEnough(facts: readonly Fact[]): void {
  const now = wib("2024-08-01")
  const few = relevantFacts(facts, programme)
  expect(few.length).toBeLessThan(facts.length)
  expect(foldJourney(few, programme, now)).toEqual(foldJourney(facts, programme, now))
}

it("keeps the first that counts where the very first was called wrong", () => {
  const learning = (at: string) =>
    seen(at, "learning", { training: "t1", particulars: { title: "Menulis untuk Pemula" }, values: { n: 1 } })
  const wrong = learning("2024-07-01T09:00")
  const reject: Fact = {
    ...{ id: "no", participant: wrong.participant, at: wib("2024-07-05"), by: "person" },
    ...{ kind: "reject", fact: wrong.id },
  }
  const other = said("2024-07-02", "redeem", { training: "t3" })
  const later = ["2024-07-01T10:00", "2024-07-03", "2024-07-04"].map(learning)
  expectEnough([wrong, other, ...later, reject])
})

it("keeps what named the day of a step that the person has ticked", () => {
  const bought = (at: string, date: string) =>
    seen(at, "purchase-confirmed", {
      ...{ site: "tokopedia", host: "www.tokopedia.com", training: "t1" },
      ...{ particulars: { title: "Pemula Menulis" }, values: { date } },
    })
  expectEnough([
    bought("2024-07-01", "2024-07-01"),
    said("2024-07-02", "purchase", { training: "t1" }),
    bought("2024-07-03", "2024-07-01"),
    bought("2024-07-04", "2024-07-02"),
    bought("2024-07-05", "2024-07-01"),
    bought("2024-07-06", "2024-07-01"),
  ])
})
