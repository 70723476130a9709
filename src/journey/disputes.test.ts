import { describe, expect, it } from "vitest"
import { described, rejected, retracted, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact, Particulars } from "./facts"
import { foldJourney } from "./fold"

const programme = programmes[0] as (typeof programmes)[number]
const journeyOf = (...facts: Fact[]) => foldJourney(facts, programme, wib("2024-07-20"))
const trainingOf = (...facts: Fact[]) => journeyOf(...facts).trainings.find(({ id }) => id === "t")
const asked = (...facts: Fact[]) =>
  trainingOf(...facts)?.disputed.map(({ field, said: word, shown }) => [field, word, shown])

const listed = (at: string, more: Particulars = {}) =>
  seen(at, "training-bought", { training: "t", particulars: { title: "Dasar Pembukuan", ...more } })
const onPintar = (at: string, more: Particulars) =>
  seen(at, "learning", { site: "pintar", host: "skills.pintar.co", training: "t", particulars: more })

describe("what a page says against the person's word on a training", () => {
  const first = listed("2024-07-03", { startsAt: "2024-07-10" })
  const word = described("2024-07-04", "t", { startsAt: "2024-07-12" })
  const later = listed("2024-07-05", { startsAt: "2024-07-15" })

  it("is asked when it is new, with its evidence, while the person's word stands", () => {
    expect(asked(first, word, later)).toEqual([["startsAt", "2024-07-12", "2024-07-15"]])
    const training = trainingOf(first, word, later)
    expect(training?.particulars.startsAt).toBe("2024-07-12")
    expect(training?.disputed[0]?.evidence).toMatchObject({ fact: later.id, site: "Dashboard Prakerja" })
  })

  it("is not asked where it stood before the person's word, agrees, or the person said nothing", () => {
    expect(asked(first, word, listed("2024-07-05", { startsAt: "2024-07-10" }))).toEqual([])
    expect(asked(first, word, listed("2024-07-05", { startsAt: "2024-07-12T09:00" }))).toEqual([])
    expect(asked(first, later)).toEqual([])
    expect(asked(first, word, later, retracted("2024-07-06", word))).toEqual([])
    const named = described("2024-07-04", "t", { title: "Dasar  pembukuan!", provider: "Lembaga Contoh" })
    expect(asked(named, listed("2024-07-05", { provider: "PT Lembaga Contoh" }))).toEqual([])
  })

  it("is settled by a yes and by a no, which are the person's word again", () => {
    const yes = described("2024-07-06", "t", { startsAt: "2024-07-15" })
    expect(asked(first, word, later, yes)).toEqual([])
    expect(trainingOf(first, word, later, yes)?.particulars.startsAt).toBe("2024-07-15")
    const no = described("2024-07-06", "t", { startsAt: "2024-07-12" })
    expect(asked(first, word, later, no)).toEqual([])
    const certificate = seen("2024-07-07", "certificate", {
      training: "t",
      particulars: { title: "Dasar Pembukuan", startsAt: "2024-07-15" },
    })
    expect(asked(first, word, later, no, certificate)).toEqual([])
    const another = listed("2024-07-08", { startsAt: "2024-07-18" })
    expect(asked(first, word, later, no, another)).toEqual([["startsAt", "2024-07-12", "2024-07-18"]])
  })

  it("goes away when the page returns to what the person said, or the fact is called wrong", () => {
    expect(asked(first, word, later, listed("2024-07-06", { startsAt: "2024-07-12" }))).toEqual([])
    expect(asked(first, word, later, rejected("2024-07-06", later))).toEqual([])
  })

  it("is asked once for each field, of the weightiest site that says it", () => {
    const platform = onPintar("2024-07-06", { title: "Dasar Pembukuan", startsAt: "2024-07-16" })
    expect(asked(first, word, later, platform)).toEqual([["startsAt", "2024-07-12", "2024-07-15"]])
    expect(asked(first, word, platform)).toEqual([["startsAt", "2024-07-12", "2024-07-16"]])
    const all = described("2024-07-04", "t", {
      title: "Pembukuan",
      provider: "A",
      mode: "webinar",
      endsAt: "2024-07-13",
      boughtOn: "2024-07-03",
    })
    const against = listed("2024-07-05", {
      provider: "B",
      mode: "offline",
      endsAt: "2024-07-14",
      boughtOn: "2024-07-02",
    })
    expect(asked(all, against)?.map(([field]) => field)).toEqual([
      "title",
      "provider",
      "mode",
      "endsAt",
      "boughtOn",
    ])
  })
})

describe("the day of a step", () => {
  it("of the purchase is the person's wherever it was entered, and a page's other day is asked about", () => {
    const bought = said("2024-07-04", "purchase", { training: "t", on: "2024-07-02" })
    const shown = listed("2024-07-05", { boughtOn: "2024-07-03" })
    const training = trainingOf(bought, shown)
    expect(training?.steps.find(({ id }) => id === "purchase")).toMatchObject({
      on: "2024-07-02",
      assumed: false,
    })
    expect(asked(bought, shown)).toEqual([["boughtOn", "2024-07-02", "2024-07-03"]])
  })

  it("that the person gave stands against any later page", () => {
    const paid = programme.sites[0]?.signals.find(
      ({ claims, takes }) =>
        takes?.includes("date") && claims.some(({ step, state }) => step === "by-amount" && state === "done"),
    )
    if (!paid) throw new Error("no payment")
    const word = said("2024-07-10", "incentive", { on: "2024-07-08" })
    const row = seen("2024-07-12", paid.id, { values: { amount: 600_000, date: "2024-07-11" } })
    const step = journeyOf(listed("2024-07-03"), word, row).person.find(({ id }) => id === "incentive")
    expect(step).toMatchObject({ state: "done", on: "2024-07-08", assumed: false })
  })
})
