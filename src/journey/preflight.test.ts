import { describe, expect, it } from "vitest"
import { retracted, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Programme } from "../programmes/schema"
import type { Fact, SaidFact } from "./facts"
import { foldJourney } from "./fold"

const programme = programmes[0] as Programme
const ALL = ["active-own-name", "same-nik", "same-number", "upgraded", "room"]

let next = 0
function person(at: string, more: Pick<SaidFact, "kind"> & Record<string, unknown>): Fact {
  next += 1
  return { id: `c${next}`, participant: "p1", at: wib(at), by: "person", ...more } as Fact
}
const checked = (at: string, prerequisite: string, met: boolean, provider?: string) =>
  person(at, { kind: "check", prerequisite, met, ...(provider && { provider }) })
const chosen = (at: string, provider: string, met = true) => checked(at, "supported-provider", met, provider)
const wrongCodes = (at: string) => person(at, { kind: "wrong-codes" })
const journeyAt = (now: string, ...facts: Fact[]) => foldJourney(facts, programme, wib(now))
const preflight = (...facts: Fact[]) => journeyAt("2024-07-20", ...facts).preflight

describe("the points of the preflight", () => {
  it("are all open to begin with", () => {
    expect(preflight()).toEqual({ met: [], open: ALL, unmet: [] })
  })

  it.each(programme.wallets.map(({ id, kind }) => [id, kind] as const))("of %s, a %s", (id, kind) => {
    const open = kind === "bank" ? ALL.filter((point) => point !== "upgraded") : ALL
    expect(preflight(chosen("2024-07-01", id))).toEqual({ provider: id, met: [], open, unmet: [] })
  })

  it("are met or not by the newest word, whatever the order of arrival", () => {
    const facts = [
      chosen("2024-07-01", "dana"),
      checked("2024-07-02", "same-nik", false, "dana"),
      checked("2024-07-03", "room", true, "dana"),
      checked("2024-07-04", "same-nik", true, "dana"),
      checked("2024-07-05", "room", false, "dana"),
    ]
    const expected = {
      provider: "dana",
      met: ["same-nik"],
      open: ["active-own-name", "same-number", "upgraded"],
      unmet: ["room"],
    }
    expect(preflight(...facts)).toEqual(expected)
    expect(preflight(...facts.toReversed())).toEqual(expected)
  })

  it("are open again for another wallet, and as they were for the first one", () => {
    const facts = [
      chosen("2024-07-01", "dana"),
      ...ALL.map((id) => checked("2024-07-02", id, true, "dana")),
      chosen("2024-07-03", "gopay"),
    ]
    expect(preflight(...facts)).toMatchObject({ provider: "gopay", met: [], open: ALL })
    expect(preflight(...facts, chosen("2024-07-04", "dana"))).toMatchObject({ provider: "dana", met: ALL })
  })

  it("know no wallet that the pack does not have, and no choice that was taken back", () => {
    const dana = chosen("2024-07-01", "dana")
    const gopay = chosen("2024-07-02", "gopay")
    expect(preflight(dana, chosen("2024-07-02", "nowhere")).provider).toBe("dana")
    expect(preflight(dana, gopay, retracted("2024-07-03", gopay)).provider).toBe("dana")
    expect(preflight(dana, chosen("2024-07-03", "dana", false)).provider).toBeUndefined()
  })

  it("say nothing of a wallet that was said before one was chosen", () => {
    const early = checked("2024-07-01", "same-nik", true)
    expect(preflight(early).met).toEqual(["same-nik"])
    expect(preflight(early, chosen("2024-07-02", "bca")).met).toEqual([])
  })
})

describe("a linking failure", () => {
  const accepted = said("2024-07-01", "accepted", { on: "2024-07-01" })
  const refused = (at: string, kind: string) =>
    seen(at, `wallet-refused-${kind}`, { words: `${kind} as it stood there` })

  it.each(
    programme.linkingFailures.map(({ id, signal, prerequisites }) => [id, signal, prerequisites] as const),
  )("%s is told with its words and opens its points again", (id, signal, prerequisites) => {
    const all = ALL.map((point) => checked("2024-07-02", point, true, "dana"))
    const fact = seen("2024-07-03", signal, { words: "as it stood there" })
    const found = preflight(accepted, chosen("2024-07-02", "dana"), ...all, fact)
    expect(found.failure).toBe(id)
    expect(found.failureEvidence).toMatchObject({ fact: fact.id, words: "as it stood there" })
    expect(found.open).toEqual(ALL.filter((point) => prerequisites.includes(point)))
  })

  it("leaves what was said after it, and what was said not to be so", () => {
    const dana = chosen("2024-07-01", "dana")
    const fact = refused("2024-07-03", "nik")
    expect(preflight(dana, fact, checked("2024-07-04", "same-nik", true, "dana")).met).toEqual(["same-nik"])
    expect(preflight(dana, checked("2024-07-02", "same-nik", false, "dana"), fact).unmet).toEqual([
      "same-nik",
    ])
  })

  it("is the newest one", () => {
    const facts = [accepted, refused("2024-07-03", "nik"), refused("2024-07-04", "upgrade")]
    expect(preflight(...facts).failure).toBe("upgrade")
    expect(preflight(...facts, refused("2024-07-05", "nik")).failure).toBe("nik")
  })

  it("is over once something is linked, also when that is unlinked later", () => {
    const linked = seen("2024-07-04", "wallet-connected", { values: { provider: "dana" } })
    const facts = [accepted, refused("2024-07-03", "nik"), linked]
    expect(preflight(...facts).failure).toBeUndefined()
    const unlinked = seen("2024-07-05", "wallet-not-linked")
    expect(preflight(...facts, unlinked).failure).toBeUndefined()
    expect(preflight(...facts, unlinked, refused("2024-07-06", "upgrade")).failure).toBe("upgrade")
    expect(preflight(accepted, refused("2024-07-03", "nik"), said("2024-07-04", "wallet")).failure).toBe(
      undefined,
    )
  })

  it("is none that another site's signal of the same name tells", () => {
    expect(preflight(accepted, { ...refused("2024-07-03", "nik"), site: "elsewhere" }).failure).toBe(
      undefined,
    )
  })

  it("still is a failure of linking where the word was noted under the older signal", () => {
    const { person, preflight } = journeyAt(
      "2024-07-20",
      accepted,
      seen("2024-07-03", "wallet-refused", { words: "Verifikasi NIK Gagal" }),
    )
    expect(person.find(({ id }) => id === "wallet")?.reported?.state).toBe("failed")
    expect(preflight.failure).toBeUndefined()
  })
})

describe("too many wrong codes", () => {
  const minutes = programme.advice.find(({ id }) => id === "wrong-otp")?.values.minutes

  it("make one wait as long as the programme says, to the minute", () => {
    expect(minutes).toBe(60)
    const codes = wrongCodes("2024-07-20T09:00")
    const wait = { until: "2024-07-20T10:00:00+07:00", fact: codes.id }
    expect(journeyAt("2024-07-20T09:00", codes).preflight.wait).toEqual(wait)
    expect(journeyAt("2024-07-20T09:59", codes).preflight.wait).toEqual(wait)
    expect(journeyAt("2024-07-20T10:00", codes).preflight.wait).toBeUndefined()
  })

  it("count from the last time, and no longer once taken back", () => {
    const [first, second] = [wrongCodes("2024-07-20T08:30"), wrongCodes("2024-07-20T09:10")]
    const waiting = (...facts: Fact[]) => journeyAt("2024-07-20T09:15", ...facts).preflight.wait?.fact
    expect(waiting(second, first)).toBe(second.id)
    expect(waiting(first, second, retracted("2024-07-20T09:12", second))).toBe(first.id)
    expect(waiting(first, retracted("2024-07-20T09:12", first))).toBeUndefined()
  })

  it("make nobody wait longer whose clock was set back", () => {
    expect(journeyAt("2024-07-20T08:00", wrongCodes("2024-07-20T09:00")).preflight.wait).toBeUndefined()
  })

  it("change what is shown when the wait is over", () => {
    const { changesAt } = journeyAt("2024-07-20T09:00", wrongCodes("2024-07-20T09:00"))
    expect(Date.parse(changesAt ?? "")).toBe(Date.parse(wib("2024-07-20T10:00")))
  })
})
