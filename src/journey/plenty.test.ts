import { describe, expect, it } from "vitest"
import { programmes } from "../programmes/registry"
import type { Fact, SeenFact } from "./facts"
import { MOST_FACTS, MOST_TRAININGS, toldIn, withinPlenty } from "./plenty"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const DAY = 86_400_000
const at = (day: number) => new Date(Date.parse("2024-07-01T00:00:00.000Z") + day * DAY).toISOString()
const seen = (id: string, day: number, changes: Partial<SeenFact> = {}): SeenFact => ({
  id,
  participant: "p",
  at: at(day),
  by: "page",
  site: "dashboard",
  host: "dashboard.prakerja.go.id",
  signal: "training-bought",
  words: "Kode Redeem",
  place: { kind: "badge" },
  ...changes,
})
const card = (name: string, day: number, changes: Partial<SeenFact> = {}) =>
  seen(`f-${name}`, day, { training: name, particulars: { title: name }, ...changes })
const invented = (day: number, count: number, changes: Partial<SeenFact> = {}) =>
  Array.from({ length: count }, (_, n) => card(`invented-${day}-${n}`, day, changes))
const noted = (known: readonly Fact[], fresh: readonly SeenFact[]) =>
  withinPlenty(known, fresh, programme, toldIn(known, programme, fresh[0]?.at ?? at(0)))

describe("how much of one site is noted", () => {
  it("is all that a person's pages show", () => {
    const fresh = invented(0, MOST_TRAININGS.aDay)
    expect(noted([], fresh)).toEqual({ facts: fresh, isOverfull: false })
    expect(noted([], [])).toEqual({ facts: [], isOverfull: false })
  })

  it("is so many new trainings a day, and all else that stands on the page", () => {
    const known = [card("bought", 0)]
    const [fakes, own] = [invented(1, 180), seen("own", 1, { signal: "balance", words: "Saldo Pelatihan" })]
    const again = card("bought", 1, { id: "again", signal: "certificate", words: "Lihat Sertifikat" })
    const { facts, isOverfull } = noted(known, [...fakes, own, again])
    expect(isOverfull).toBe(true)
    expect(facts).toEqual([...fakes.slice(0, MOST_TRAININGS.aDay), own, again])
  })

  it("takes all that is said of a new training, and goes on the next day", () => {
    const fresh = invented(0, 60).flatMap((one) => [one, { ...one, id: `${one.id}.2`, signal: "redeemed" }])
    const first = noted([], fresh).facts
    expect(first).toEqual(fresh.slice(0, 2 * MOST_TRAININGS.aDay))
    expect(noted(first, fresh.slice(2 * MOST_TRAININGS.aDay)).facts).toEqual([])
    const tomorrow = fresh.slice(2 * MOST_TRAININGS.aDay).map((one) => ({ ...one, at: at(1.5) }))
    expect(noted(first, tomorrow)).toEqual({ facts: tomorrow, isOverfull: false })
  })

  it("ends, for hours and days of invented trainings, and leaves room for other sites", () => {
    const known: SeenFact[] = []
    for (let read = 0; read < 400; read += 1) {
      const fresh = invented(read / 10, 200).map((one) => ({ ...one, id: `${one.id}-${read}` }))
      known.push(...noted(known, fresh).facts)
    }
    expect(known).toHaveLength(MOST_TRAININGS.ever)
    const elsewhere = invented(40, 5, { site: "pintar", host: "skills.pintar.co" })
    expect(noted(known, elsewhere)).toEqual({ facts: elsewhere, isOverfull: false })
  })

  it("ends for ever new words on one training too", () => {
    const known: SeenFact[] = [card("bought", 0)]
    for (let read = 0; read < 100; read += 1)
      known.push(
        ...noted(
          known,
          Array.from({ length: 200 }, (_, n) =>
            card("bought", 0.5, { id: `${read}.${n}`, words: `${read} ${n}` }),
          ),
        ).facts,
      )
    expect(known).toHaveLength(MOST_FACTS.aDay)
  })

  it("counts neither what the person has said, nor what came before a clock was set", () => {
    const said = Array.from({ length: 50 }, (_, n): Fact => {
      const common = { id: `s${n}`, participant: "p", at: at(0), by: "person" as const }
      return { ...common, kind: "training", training: `own-${n}`, particulars: { title: `${n}` } }
    })
    const future = invented(365, MOST_TRAININGS.aDay)
    const fresh = invented(0, MOST_TRAININGS.aDay)
    expect(noted([...said, ...future], fresh)).toEqual({ facts: fresh, isOverfull: false })
    const about = said.map((_, n) => card(`own-${n}`, 0))
    expect(noted(said, about)).toEqual({ facts: about, isOverfull: false })
  })
})
