import { describe, expect, it } from "vitest"
import { answered, said, seen } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact, SeenFact } from "./facts"
import { newFacts } from "./novelty"

const [programme] = programmes
if (!programme) throw new Error("no programme")
const fresh = (known: Fact[], ...read: SeenFact[]) => newFacts(known, read, programme).map(({ id }) => id)

describe("what a read tells that is new", () => {
  const first = seen("2024-07-01", "wallet-not-linked")

  it("is nothing when the page shows what it showed before", () => {
    expect(fresh([], first)).toEqual([first.id])
    expect(fresh([first], seen("2024-07-02", "wallet-not-linked"))).toEqual([])
    expect(fresh([], first, seen("2024-07-01", "wallet-not-linked"))).toEqual([first.id])
  })

  it("is a return to an earlier state", () => {
    const linked = seen("2024-07-02", "wallet-severable")
    const again = seen("2024-07-03", "wallet-not-linked")
    expect(fresh([first, linked], again)).toEqual([again.id])
  })

  it("is a step that is open again after a later one had shown it done", () => {
    const bought = seen("2024-07-02", "training-bought", { training: "t1" })
    const again = seen("2024-07-03", "wallet-not-linked")
    expect(fresh([first, bought], again)).toEqual([again.id])
    expect(fresh([first, bought, again], seen("2024-07-04", "wallet-not-linked"))).toEqual([])
  })

  it("is what contradicts the person since", () => {
    const ticked = said("2024-07-02", "wallet")
    const again = seen("2024-07-03", "wallet-not-linked")
    expect(fresh([first, ticked], again)).toEqual([again.id])
    expect(fresh([first, said("2024-07-02", "wallet", { state: "open" })], again)).toEqual([])
    expect(fresh([first, said("2024-07-02", "videos")], again)).toEqual([])
  })

  it("is another failure of linking, and the first one again after it", () => {
    const nik = seen("2024-07-01", "wallet-refused-nik")
    const upgrade = seen("2024-07-02", "wallet-refused-upgrade")
    const again = seen("2024-07-03", "wallet-refused-nik")
    expect(fresh([nik], again)).toEqual([])
    expect(fresh([nik, upgrade], again)).toEqual([again.id])
    expect(fresh([nik, upgrade], again, seen("2024-07-03", "wallet-refused-upgrade"))).toEqual([])
  })

  it("is not what the person has answered", () => {
    const offered = seen("2024-07-20", "certificate", { training: "t1" })
    const again = seen("2024-07-22", "certificate", { training: "t1" })
    expect(fresh([offered, answered("2024-07-21", offered, false)], again)).toEqual([])
  })

  it("is another value, another training, another payment", () => {
    const balance = seen("2024-07-01", "balance", { values: { amount: 3_500_000 } })
    const less = seen("2024-07-02", "balance", { values: { amount: 2_000_000 } })
    expect(fresh([balance], less)).toEqual([less.id])
    const one = seen("2024-07-01", "redeemed", { training: "t1" })
    const two = seen("2024-07-02", "redeemed", { training: "t2" })
    expect(fresh([one], two)).toEqual([two.id])
  })

  it("does not grow for two things that stand on the page together and disagree", () => {
    const yes = seen("2024-07-01", "wallet-severable")
    const no = seen("2024-07-02", "wallet-not-linked")
    expect(
      fresh([yes, no], seen("2024-07-03", "wallet-severable"), seen("2024-07-03", "wallet-not-linked")),
    ).toEqual([])
  })
})
