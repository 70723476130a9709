import { describe, expect, it } from "vitest"
import { described, notMine, retracted, said, same, seen, split, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { StepId } from "../programmes/steps"
import type { Fact, Particulars } from "./facts"
import { foldJourney } from "./fold"
import type { Card } from "./identify"
import { identitiesOf } from "./identities"
import type { Journey } from "./journey"
import { newFacts } from "./novelty"
import { subjectsOf } from "./subjects"

const programme = programmes[0] as (typeof programmes)[number]
const HOSTS: Record<string, string> = {
  dashboard: "dashboard.prakerja.go.id",
  pintar: "skills.pintar.co",
  karier: "app.karier.mu",
  watched: "belajar.example",
}
const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const fold = (...facts: Fact[]) => foldJourney(facts, programme, wib("2024-07-20"))
const idsIn = ({ trainings }: Journey) => trainings.map(({ id }) => id)
const trainingIn = ({ trainings }: Journey, id: string) => trainings.find((training) => training.id === id)
const stepIn = (journey: Journey, step: StepId, id: string) =>
  trainingIn(journey, id)?.steps.find((view) => view.id === step)
const on = (
  site: string,
  at: string,
  training: string,
  title = TITLE,
  more: Particulars = {},
  signal?: string,
) =>
  seen(at, signal ?? (site === "dashboard" ? "training-bought" : "learning"), {
    site,
    host: HOSTS[site] ?? "",
    training,
    particulars: { title, ...more },
  })
function read(site: string, facts: Fact[], cards: Card[], picked?: string) {
  let count = 0
  const drafts = cards.map((card) => ({
    signal: site === "dashboard" ? "training-bought" : "learning",
    words: "Kode Redeem",
    card,
  }))
  const newId = () => {
    count += 1
    return `new-${count}`
  }
  const where = { site, host: HOSTS[site] ?? "", picked, at: wib("2024-07-15"), newId }
  return subjectsOf(drafts, facts, programme, where)
}

const announced = said("2024-07-01", "accepted", { on: "2024-07-01" })
const home = on("dashboard", "2024-07-03", "t")
/** Taken for the same by its title when it was read. */
const platform = on("pintar", "2024-07-04", "t", TITLE, {}, "finished")
const apart = split("2024-07-05", "t", "s", { sites: ["pintar"] })
const facts = [announced, home, platform]

describe("a training that is two", () => {
  it("gives away what a site says of it, before and after", () => {
    expect(fold(...facts).trainings).toMatchObject([{ id: "t", seenOn: ["Dashboard Prakerja", "Pintar"] }])
    const later = on("pintar", "2024-07-06", "t", TITLE, { startsAt: "2024-07-09" })
    const journey = fold(...facts, apart, later)
    expect(journey.trainings).toMatchObject([
      { id: "t", seenOn: ["Dashboard Prakerja"] },
      { id: "s", seenOn: ["Pintar"], tentative: true, particulars: { startsAt: "2024-07-09" } },
    ])
    expect(stepIn(journey, "attend", "t")?.question).toBeUndefined()
  })

  it("gives away the facts that are named, also the person's, and no others'", () => {
    const ticked = said("2024-07-04", "redeem", { training: "t" })
    const other = on("karier", "2024-07-04", "far", "Menjahit")
    const named = split("2024-07-05", "t", "s", { facts: [platform, ticked, other] })
    const journey = fold(...facts, ticked, other, named)
    expect(stepIn(journey, "redeem", "s")?.state).toBe("done")
    expect(stepIn(journey, "redeem", "t")?.state).toBe("open")
    expect(trainingIn(journey, "far")?.seenOn).toHaveLength(1)
  })

  it("is one again when that is taken back, with what was noted of it since", () => {
    expect(fold(...facts, apart, retracted("2024-07-06", apart))).toEqual(fold(...facts))
    const since = on("pintar", "2024-07-06", "s", TITLE, { startsAt: "2024-07-09" })
    const journey = fold(...facts, apart, since, retracted("2024-07-07", apart))
    expect(idsIn(journey)).toEqual(["t"])
    expect(trainingIn(journey, "t")?.particulars.startsAt).toBe("2024-07-09")
  })

  it("is not asked about again, and is told so that it can be taken back", () => {
    const second = on("pintar", "2024-07-04", "t", "Dasar Pembukuan bagi Usaha Mikro")
    const journey = fold(announced, home, second, apart)
    expect(journey.questions).toEqual([])
    expect(trainingIn(journey, "s")?.judged).toEqual([{ title: TITLE, same: false, fact: apart.id }])
    const asked = on("pintar", "2024-07-04", "p", "Dasar Pembukuan bagi Usaha Mikro")
    expect(fold(announced, home, asked).questions).toHaveLength(1)
  })

  it("is found again by each site's own name, and nothing of it is new", () => {
    const all = [...facts, apart]
    expect(read("pintar", all, [{ title: TITLE }])).toEqual(["s"])
    expect(read("dashboard", all, [{ title: TITLE }])).toEqual(["t"])
    expect(newFacts(all, [on("pintar", "2024-07-15", "s", TITLE, {}, "finished")], programme)).toEqual([])
  })

  it("is not put together again by a title that the site changes", () => {
    expect(read("pintar", [announced, home], [{ title: `${TITLE}!` }])).toEqual(["t"])
    const renamed = [announced, home, on("pintar", "2024-07-04", "t", "Pembukuan Kelas Malam"), apart]
    expect(read("pintar", renamed, [{ title: TITLE }])).toEqual(["new-1"])
    expect(read("karier", renamed, [{ title: TITLE }])).toEqual(["t"])
  })

  it("keeps a host that is watched for it with what the host says", () => {
    const watched = on("watched", "2024-07-04", "t", "Kelas Malam", {}, "redeemed")
    const moved = split("2024-07-05", "t", "s", { sites: ["host:belajar.example"] })
    expect(read("watched", [announced, home, watched, moved], [{ title: "Kelas Malam B" }], "t")).toEqual([
      "s",
    ])
    expect(identitiesOf([announced, home, watched, moved], programme).idOf("t", "host:belajar.example")).toBe(
      "s",
    )
    expect(identitiesOf([announced, home, watched, moved], programme).idOf("t")).toBe("t")
  })

  it("can be split again, and put together with others, each taken back by itself", () => {
    const karier = on("karier", "2024-07-04", "t")
    const all = [...facts, karier]
    const further = split("2024-07-06", "t", "u", { sites: ["karier"] })
    expect(idsIn(fold(...all, apart, further)).sort()).toEqual(["s", "t", "u"])
    const together = same("2024-07-07", "u", "s")
    expect(idsIn(fold(...all, apart, further, together)).sort()).toEqual(["s", "t"])
    expect(idsIn(fold(...all, apart, further, together, retracted("2024-07-08", together))).sort()).toEqual([
      "s",
      "t",
      "u",
    ])
    expect(
      fold(
        ...all,
        apart,
        further,
        together,
        retracted("2024-07-08", apart),
        retracted("2024-07-08", further),
        retracted("2024-07-08", together),
      ),
    ).toEqual(fold(...all))
  })

  it("of which one site has two by one name is told from the other by its days", () => {
    const early = on("dashboard", "2024-07-03", "t", TITLE, { startsAt: "2024-07-09" })
    const late = on("dashboard", "2024-07-04", "t", TITLE, { startsAt: "2024-07-19" })
    const all = [announced, early, late, split("2024-07-05", "t", "s", { facts: [late] })]
    expect(read("dashboard", all, [{ title: TITLE, startsAt: "2024-07-19T09:00" }])).toEqual(["s"])
    expect(read("dashboard", all, [{ title: TITLE, startsAt: "2024-07-09" }])).toEqual(["t"])
  })

  it("leaves what was put to it since where it was put", () => {
    const v = on("pintar", "2024-07-06", "v", "Menjahit")
    const together = same("2024-07-07", "v", "t")
    const later = on("pintar", "2024-07-08", "t", "Menjahit", { startsAt: "2024-07-09" })
    const journey = fold(...facts, apart, v, together, later)
    expect(idsIn(journey)).toEqual(["t", "s"])
    expect(trainingIn(journey, "t")).toMatchObject({
      seenOn: ["Dashboard Prakerja", "Pintar"],
      particulars: { startsAt: "2024-07-09" },
    })
  })

  it("takes from all that was one by then", () => {
    const p = on("pintar", "2024-07-03", "p", "Pembukuan Dasar")
    const together = same("2024-07-04", "p", "t")
    const journey = fold(announced, home, p, together, apart)
    expect(journey.trainings).toMatchObject([
      { id: "t", title: TITLE },
      { id: "s", title: "Pembukuan Dasar" },
    ])
    expect(idsIn(fold(announced, home, p, together, apart, retracted("2024-07-06", together)))).toEqual([
      "t",
      "p",
    ])
  })

  it("stays away with what was put away before, and does not lend its id", () => {
    const away = notMine("2024-07-04T13:00", "t")
    expect(fold(...facts, away, apart).trainings.map(({ id }) => id)).toEqual(["first", "s"])
  })
})

describe("two trainings that are one", () => {
  it("may be of one site, with or without a title, or the person's own", () => {
    const second = on("dashboard", "2024-07-03T13:00", "u", "Menjahit")
    const merged = fold(announced, home, second, same("2024-07-05", "u", "t"))
    expect(idsIn(merged)).toEqual(["t"])
    expect(trainingIn(merged, "t")?.judged).toMatchObject([{ title: "Menjahit", same: true }])
    expect(
      read(
        "dashboard",
        [announced, home, second, same("2024-07-05", "u", "t")],
        [{ title: "Menjahit" }, { title: TITLE }],
      ),
    ).toEqual(["t", "t"])
    const ticked = said("2024-07-02", "purchase", { training: "first", on: "2024-07-02" })
    const yes = same("2024-07-05", "first", "t")
    const untitled = fold(announced, ticked, home, yes)
    expect(idsIn(untitled)).toEqual(["t"])
    expect(trainingIn(untitled, "t")?.judged).toEqual([{ title: "", same: true, fact: yes.id }])
    const hand = described("2024-07-02", "hand", { title: "Pembukuan", mode: "webinar" })
    expect(trainingIn(fold(announced, hand, home, same("2024-07-05", "t", "hand")), "hand")).toMatchObject({
      title: "Pembukuan",
      particulars: { mode: "webinar" },
      seenOn: ["Dashboard Prakerja"],
    })
  })

  it("give the first purchase, its deadlines and the payment to what they are together", () => {
    const own = [
      announced,
      on("dashboard", "2024-07-03", "a", "Menjahit", { boughtOn: "2024-07-03", mode: "self-paced" }),
      on("dashboard", "2024-07-06", "b", TITLE, { boughtOn: "2024-07-06", mode: "self-paced" }),
      said("2024-07-10", "redeem", { training: "b", on: "2024-07-10" }),
      said("2024-07-15", "review", { training: "b", on: "2024-07-15" }),
      said("2024-07-15T13:00", "skills-demo", { training: "b" }),
    ]
    const two = fold(...own)
    expect(two.trainings.filter(({ first }) => first).map(({ id }) => id)).toEqual(["a"])
    expect(two.person.find(({ id }) => id === "incentive")?.state).toBe("locked")
    const one = fold(...own, same("2024-07-16", "b", "a"))
    expect(one.trainings.filter(({ optional }) => !optional).map(({ id, first }) => [id, first])).toEqual([
      ["a", true],
    ])
    expect(stepIn(one, "redeem", "a")?.state).toBe("done")
    expect(one.person.find(({ id }) => id === "incentive")?.state).toBe("open")
    expect(
      one.trainings.find(({ optional }) => optional)?.steps.flatMap(({ deadlines }) => deadlines),
    ).toMatchObject([{ id: "next-purchase", from: { on: "2024-07-15" } }])
  })
})
