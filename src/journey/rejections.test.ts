import { describe, expect, it } from "vitest"
import { answered, rejected, retracted, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { StepId } from "../programmes/steps"
import type { Fact, Particulars } from "./facts"
import { foldJourney } from "./fold"
import { newFacts } from "./novelty"
import { subjectsOf } from "./subjects"

const programme = programmes[0] as (typeof programmes)[number]
const fold = (...facts: Fact[]) => foldJourney(facts, programme, wib("2024-07-30"))
const stepOf = (step: StepId, ...facts: Fact[]) => {
  const { person, trainings } = fold(...facts)
  return [...person, ...trainings.flatMap(({ steps }) => steps)].find(({ id }) => id === step)
}

const announced = said("2024-07-01", "accepted", { on: "2024-07-01" })
const TITLE = "Dasar Pembukuan"
const onCard = (at: string, signal: string, more: Particulars = {}) =>
  seen(at, signal, { training: "t", particulars: { title: TITLE, ...more } })
const listed = onCard("2024-07-03", "training-bought")

describe("a page's fact that is wrong", () => {
  const redeemed = onCard("2024-07-05", "redeemed")
  const wrong = rejected("2024-07-06", redeemed)

  it("finishes nothing, and does again once that is taken back", () => {
    expect(stepOf("redeem", announced, listed, redeemed)?.state).toBe("done")
    expect(fold(announced, listed, redeemed, wrong)).toEqual(fold(announced, listed))
    expect(fold(announced, listed, redeemed, wrong, retracted("2024-07-07", wrong))).toEqual(
      fold(announced, listed, redeemed),
    )
  })

  it("asks nothing, whatever was answered", () => {
    const certificate = onCard("2024-07-20", "certificate")
    const yes = answered("2024-07-21", certificate, true)
    const no = answered("2024-07-21", certificate, false)
    const without = fold(announced, listed)
    const wrongly = rejected("2024-07-22", certificate)
    expect(stepOf("certificate", announced, listed, certificate)?.state).toBe("proposed")
    expect(fold(announced, listed, certificate, wrongly)).toEqual(without)
    expect(fold(announced, listed, certificate, yes, wrongly)).toEqual(without)
    expect(fold(announced, listed, certificate, no, wrongly)).toEqual(without)
  })

  it("counts for no balance, card, wallet, failure or name", () => {
    const card = { fingerprint: "a".repeat(64), lastFour: "0016" }
    const pages = [
      seen("2024-07-02", "balance", { values: { amount: 3_500_000 } }),
      seen("2024-07-02", "card-number", { values: { card } }),
      seen("2024-07-02", "wallet-refused-nik"),
      seen("2024-07-02", "wallet-severable", { values: { provider: "dana" } }),
      onCard("2024-07-04", "learning", { startsAt: "2024-07-09", provider: "Lembaga Contoh" }),
    ]
    expect(fold(announced, listed, ...pages)).not.toEqual(fold(announced, listed))
    const all = pages.map((page) => rejected("2024-07-10", page))
    expect(fold(announced, listed, ...pages, ...all)).toEqual(fold(announced, listed))
    const [less, more] = [
      seen("2024-07-03", "balance", { values: { amount: 1_000_000 } }),
      seen("2024-07-02", "balance", { values: { amount: 3_500_000 } }),
    ]
    expect(fold(announced, more, less, rejected("2024-07-04", less)).money.balance).toBe(3_500_000)
  })

  it("takes its training along when there is nothing else of it", () => {
    expect(fold(announced, listed).trainings.map(({ id }) => id)).toEqual(["t"])
    expect(fold(announced, listed, rejected("2024-07-04", listed)).trainings).toMatchObject([{ id: "first" }])
  })

  it("is no more right for standing on the page twice, before or after", () => {
    const twice = onCard("2024-07-05T13:00", "redeemed", { startsAt: "2024-07-05" })
    const again = onCard("2024-07-07", "redeemed", { endsAt: "2024-07-09" })
    for (const target of [redeemed, twice])
      expect(
        stepOf("redeem", announced, listed, redeemed, twice, again, rejected("2024-07-06", target))?.state,
      ).toBe("open")
  })

  it("is asked about, and not believed, when it is back after the page said otherwise", () => {
    const pending = onCard("2024-07-08", "redeem-pending")
    const platform = { ...pending, site: "pintar", host: "skills.pintar.co" }
    const again = onCard("2024-07-09", "redeemed")
    expect(stepOf("redeem", announced, listed, redeemed, wrong, platform)?.state).toBe("open")
    expect(stepOf("redeem", announced, listed, redeemed, wrong, platform, again)).toMatchObject({
      state: "proposed",
      question: { fact: again.id, asks: "done" },
    })
    const yes = answered("2024-07-10", again, true)
    expect(stepOf("redeem", announced, listed, redeemed, wrong, platform, again, yes)?.state).toBe("done")
  })

  it("that opens a step is asked about when it is back", () => {
    const unlinked = seen("2024-07-05", "wallet-not-linked")
    const linked = seen("2024-07-07", "wallet-severable")
    const again = seen("2024-07-08", "wallet-not-linked")
    const facts = [announced, unlinked, rejected("2024-07-06", unlinked), linked]
    expect(stepOf("wallet", ...facts, again)).toMatchObject({ state: "done", question: { asks: "open" } })
    expect(stepOf("wallet", announced, unlinked, linked, again)?.state).toBe("open")
  })

  it("does not hold back what other words say", () => {
    const linked = seen("2024-07-05", "wallet-severable")
    const told = programme.sites[0]?.signals.find(
      ({ id, strength, claims }) =>
        id !== "wallet-severable" &&
        strength === "strong" &&
        claims.some(({ step, state }) => step === "wallet" && state === "done"),
    )
    if (!told) throw new Error("no other words")
    const other = seen("2024-07-07", told.id)
    expect(stepOf("wallet", announced, linked, rejected("2024-07-06", linked), other)?.state).toBe("done")
  })
})

describe("a read after a rejection", () => {
  const redeemed = onCard("2024-07-05", "redeemed")
  const wrong = rejected("2024-07-06", redeemed)
  const known = [announced, listed, redeemed, wrong]
  const fresh = (facts: Fact[], ...read: ReturnType<typeof seen>[]) =>
    newFacts(facts, read, programme).map(({ id }) => id)

  it("brings the same words back only after another page said otherwise", () => {
    const again = onCard("2024-07-09", "redeemed")
    expect(fresh(known, again)).toEqual([])
    const pending = onCard("2024-07-08", "redeem-pending")
    expect(fresh([...known, pending], again)).toEqual([again.id])
    expect(fresh([...known, pending, rejected("2024-07-08T13:00", pending)], again)).toEqual([])
    const open = said("2024-07-08", "redeem", { state: "open", training: "t" })
    expect(fresh([...known, open], again)).toEqual([])
    expect(fresh([announced, listed, redeemed, open], again)).toEqual([again.id])
  })

  it("finds the training of a card that went away with it", () => {
    const facts = [announced, listed, rejected("2024-07-04", listed)]
    const drafts = [{ signal: "training-bought", words: "Kode Redeem", card: { title: TITLE } }]
    const read = {
      site: "dashboard",
      host: "dashboard.prakerja.go.id",
      at: wib("2024-07-09"),
      newId: () => "new",
    }
    const [id] = subjectsOf(drafts, facts, programme, read)
    expect(id).toBe("t")
    expect(fresh(facts, onCard("2024-07-09", "training-bought"))).toEqual([])
  })
})
