import { describe, expect, it } from "vitest"
import { answered, described, notMine, retracted, said, same, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { StepId } from "../programmes/steps"
import type { Fact, Particulars } from "./facts"
import { foldJourney } from "./fold"
import type { Journey } from "./journey"

const programme = programmes[0] as (typeof programmes)[number]

const NOW = "2024-07-20"
const fold = (facts: Fact[], now = NOW) => foldJourney(facts, programme, wib(now))
const announced = said("2024-07-01T08:00", "accepted", { on: "2024-07-01" })
const ids = ({ trainings }: Journey) => trainings.map(({ id }) => id)
const stepOf = (journey: Journey, step: StepId, training: string) =>
  journey.trainings.find(({ id }) => id === training)?.steps.find(({ id }) => id === step)

const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const OTHER = "Dasar Pembukuan bagi Usaha Mikro"
const listed = (at: string, training = "home", title = TITLE, more: Particulars = {}) =>
  seen(at, "training-bought", { training, particulars: { title, ...more } })
const onPintar = (at: string, training: string, title: string, signal = "learning", more: Particulars = {}) =>
  seen(at, signal, { site: "pintar", host: "skills.pintar.co", training, particulars: { title, ...more } })
const onWatched = (at: string, signal: string, training: string) =>
  seen(at, signal, { site: "watched", host: "belajar.example", training })

describe("a training that only a platform shows", () => {
  it("may be none of the programme's, and comes after those that are", () => {
    const journey = fold([announced, onPintar("2024-07-02", "p", "Menjahit"), listed("2024-07-03")])
    expect(
      journey.trainings.map(({ id, first, tentative, seenOn }) => [id, first, tentative, seenOn]),
    ).toEqual([
      ["home", true, false, ["Dashboard Prakerja"]],
      ["p", false, true, ["Pintar"]],
    ])
  })

  it("leaves the place of the first purchase, with its clock, to whatever is bought", () => {
    const journey = fold(
      [announced, said("2024-07-02", "wallet"), onPintar("2024-07-02", "p", "Menjahit")],
      "2024-07-03",
    )
    expect(ids(journey)).toEqual(["first", "p"])
    expect(journey.next).toMatchObject({ step: "purchase", training: "first" })
    expect(journey.warnings.filter(({ id }) => id === "first-purchase")).toMatchObject([
      { training: "first" },
    ])
  })

  it("is one of the programme's once it is bought, ticked, described or confirmed", () => {
    const card = onPintar("2024-07-02", "p", "Menjahit", "finished")
    const tentative = (...facts: Fact[]) =>
      fold([announced, card, ...facts]).trainings.find(({ id }) => id === "p")?.tentative
    expect(tentative()).toBe(true)
    expect(tentative(said("2024-07-03", "redeem", { training: "p" }))).toBe(false)
    expect(tentative(described("2024-07-03", "p", { mode: "webinar" }))).toBe(false)
    expect(tentative(answered("2024-07-03", card, true))).toBe(false)
    expect(tentative(answered("2024-07-03", card, false))).toBe(true)
    expect(tentative(onPintar("2024-07-03", "p", "Menjahit", "redeemed"))).toBe(false)
  })

  it("never holds back the next purchase, nor is the next step while another training has one", () => {
    const reviewed = said("2024-07-10", "review", { training: "home", on: "2024-07-10" })
    const redeem = onPintar("2024-07-12", "p", "Menjahit", "redeem-pending")
    const journey = fold([announced, listed("2024-07-03"), reviewed, redeem])
    expect(ids(journey)).toEqual(["home", "next-1", "p"])
    expect(stepOf(journey, "redeem", "p")?.state).toBe("open")
    expect(journey.next).toMatchObject({ step: "incentive" })
    expect(fold([announced, listed("2024-07-03"), redeem]).next).toMatchObject({ training: "home" })
    expect(journey.warnings.some(({ training, severity }) => training === "p" && severity !== "soon")).toBe(
      false,
    )
  })

  it("goes away when the person says so, with everything about it, and comes back", () => {
    const before = [announced, listed("2024-07-03")]
    const card = onPintar("2024-07-04", "p", OTHER)
    const away = notMine("2024-07-05", "p")
    const journey = fold([...before, card, away])
    expect({ ...journey, hidden: [] }).toEqual(fold(before))
    expect(journey.hidden).toEqual([{ training: "p", title: OTHER, fact: away.id }])
    expect(fold([...before, card, away, retracted("2024-07-06", away)])).toEqual(fold([...before, card]))
  })

  it("does not lend its place's id to the next purchase when it is put away", () => {
    const first = onPintar("2024-07-02", "first", "Menjahit")
    expect(ids(fold([announced, first, notMine("2024-07-03", "first")]))).toEqual(["first-2"])
  })
})

describe("whether two are one", () => {
  const home = listed("2024-07-03")
  const card = onPintar("2024-07-04", "p", OTHER, "finished")
  const facts = [announced, home, card]

  it("is asked once, of the likeliest, with where each was seen", () => {
    const [question, ...more] = fold([
      ...facts,
      listed("2024-07-03", "far", "Merawat Pendingin Ruangan"),
    ]).questions
    expect(more).toEqual([])
    expect(question).toMatchObject({
      training: "p",
      title: OTHER,
      as: { training: "home", title: TITLE, seenOn: ["Dashboard Prakerja"] },
      evidence: { site: "Pintar", host: "skills.pintar.co" },
    })
  })

  it("puts all of both under one after a yes, which can be taken back", () => {
    const yes = same("2024-07-05", "p", "home")
    const journey = fold([...facts, yes])
    expect(ids(journey)).toEqual(["home"])
    expect(journey.questions).toEqual([])
    expect(journey.trainings[0]).toMatchObject({
      title: TITLE,
      seenOn: ["Dashboard Prakerja", "Pintar"],
      judged: [{ title: OTHER, same: true, fact: yes.id }],
    })
    expect(stepOf(journey, "attend", "home")?.state).toBe("proposed")
    expect(fold([...facts, yes, retracted("2024-07-06", yes)])).toEqual(fold(facts))
  })

  it("remembers a no, asks about the next likeliest, and can be asked again", () => {
    const nearly = listed("2024-07-03", "second", "Dasar Pembukuan untuk Usaha Besar")
    const all = [...facts, nearly]
    const no = same("2024-07-05", "p", "home", false)
    expect(fold(all).questions).toMatchObject([{ as: { training: "home" } }])
    const asked = fold([...all, no])
    expect(asked.questions).toMatchObject([{ training: "p", as: { training: "second" } }])
    expect(asked.trainings.find(({ id }) => id === "p")?.judged).toEqual([
      { title: TITLE, same: false, fact: no.id },
    ])
    expect(fold([...all, no, same("2024-07-06", "p", "second", false)]).questions).toEqual([])
    expect(fold([...all, no, retracted("2024-07-06", no)])).toEqual(fold(all))
  })

  it("follows a yes through others and round in circles", () => {
    const third = seen("2024-07-04", "learning", {
      site: "karier",
      host: "app.karier.mu",
      training: "k",
      particulars: { title: TITLE },
    })
    const circle = [
      same("2024-07-05", "k", "p"),
      same("2024-07-06", "p", "home"),
      same("2024-07-07", "home", "k"),
    ]
    expect(ids(fold([...facts, third, ...circle]))).toEqual(["home"])
    expect(ids(fold([...facts, third, circle[0] as Fact])).sort()).toEqual(["home", "p"])
  })

  it("is not asked of two that one site shows, nor of two that are nothing alike", () => {
    expect(fold([announced, home, listed("2024-07-04", "b", OTHER)]).questions).toEqual([])
    expect(
      fold([announced, onPintar("2024-07-03", "a", TITLE), onPintar("2024-07-04", "b", OTHER)]).questions,
    ).toEqual([])
    expect(fold([announced, home, onPintar("2024-07-04", "p", "Menjahit")]).questions).toEqual([])
    expect(
      fold([
        announced,
        home,
        onPintar("2024-07-04", "p", `${TITLE} 2`),
        listed("2024-07-04", "h1", `${TITLE} 1`),
      ]).questions,
    ).toMatchObject([{ as: { training: "home" } }])
  })

  it("is asked of one that the person added by hand", () => {
    const added = described("2024-07-02", "hand", { title: TITLE })
    expect(fold([announced, added, onPintar("2024-07-04", "p", OTHER)]).questions).toMatchObject([
      { training: "p", as: { training: "hand", seenOn: [] } },
    ])
    expect(fold([announced, added, listed("2024-07-04", "home", OTHER)]).questions).toMatchObject([
      { training: "home", as: { training: "hand" } },
    ])
  })
})

describe("a training's particulars", () => {
  it("are the person's, then the programme's own site's, then a platform's, then another site's", () => {
    const watched = seen("2024-07-09", "learning", {
      site: "watched",
      host: "belajar.example",
      training: "t",
      particulars: { title: "W", provider: "W", mode: "offline", startsAt: "2024-07-09" },
    })
    const facts = [
      announced,
      watched,
      onPintar("2024-07-05", "t", "P", "learning", { provider: "P", mode: "webinar" }),
      listed("2024-07-03", "t", "H", { provider: "H" }),
      described("2024-07-02", "t", { title: "Milikku" }),
      onPintar("2024-07-10", "t", "P2", "learning", { provider: "P2" }),
    ]
    expect(fold(facts).trainings[0]?.particulars).toEqual({
      title: "Milikku",
      provider: "H",
      mode: "webinar",
      startsAt: "2024-07-09",
    })
  })
})

describe("what a site says that is only asked about", () => {
  const home = listed("2024-07-03", "t")

  it("finishes nothing, however strong the pack calls its words", () => {
    const journey = fold([announced, home, onWatched("2024-07-05", "redeemed", "t")])
    expect(stepOf(journey, "redeem", "t")).toMatchObject({ state: "proposed", question: { asks: "done" } })
  })

  it("neither opens a finished step nor keeps another from being concluded, but asks", () => {
    const redeemed = seen("2024-07-04", "redeemed", { training: "t" })
    const attended = said("2024-07-05", "attend", { training: "t" })
    const again = onWatched("2024-07-06", "learning", "t")
    const journey = fold([announced, home, redeemed, attended, again])
    expect(stepOf(journey, "attend", "t")).toMatchObject({ state: "done", question: { asks: "open" } })
    const yes = answered("2024-07-07", again, true)
    expect(stepOf(fold([announced, home, redeemed, attended, again, yes]), "attend", "t")?.state).toBe("open")
    const platform = onPintar("2024-07-06", "t", TITLE, "redeem-pending")
    expect(stepOf(fold([announced, home, redeemed, platform]), "redeem", "t")?.state).toBe("open")

    const later = seen("2024-07-08", "redeemed", { training: "t" })
    const early = onWatched("2024-07-07", "learning", "t")
    expect(stepOf(fold([announced, home, early, later]), "attend", "t")?.state).toBe("open")
    expect(stepOf(fold([announced, home, early]), "attend", "t")?.state).toBe("locked")
  })

  it("reports a failure without opening or undoing anything", () => {
    const refused = onWatched("2024-07-06", "redeem-refused", "t")
    const journey = fold([announced, home, refused])
    expect(stepOf(journey, "redeem", "t")).toMatchObject({ state: "open", reported: { state: "failed" } })
    const redeemed = seen("2024-07-04", "redeemed", { training: "t" })
    expect(stepOf(fold([announced, home, redeemed, refused]), "redeem", "t")).toMatchObject({ state: "done" })
    const alone = described("2024-07-02", "u", { title: "Menjahit" })
    const locked = fold([announced, alone, onWatched("2024-07-06", "redeem-refused", "u")])
    expect(stepOf(locked, "redeem", "u")?.state).toBe("locked")
  })
})

it("takes nothing that a platform shows for the review, the certificate, the incentive or a survey", () => {
  const own: StepId[] = ["certificate", "review", "incentive", "survey-1", "survey-2"]
  const ready = [
    announced,
    listed("2024-07-03", "t"),
    said("2024-07-04", "skills-demo", { training: "t" }),
    seen("2024-07-05", "review-outstanding", { training: "t" }),
  ]
  const steps = ({ person, trainings }: Journey) =>
    [...person, ...trainings.flatMap((training) => training.steps)]
      .filter(({ id }) => own.includes(id))
      .map(({ deadlines: _, ...step }) => step)
  const others = [...programme.sites.filter(({ access }) => access === "optional"), programme.watching]
  for (const [index, site] of others.entries())
    for (const { id } of site.signals)
      for (const amount of [undefined, ...programme.money.payments.map((payment) => payment.amount)]) {
        const shown = seen(`2024-07-06T10:${10 + index}`, id, {
          site: site.id,
          host: "hosts" in site ? (site.hosts[0] ?? "") : "belajar.example",
          training: "t",
          values: { n: 1, date: "2024-07-06", ordinal: 1, ...(amount !== undefined && { amount }) },
        })
        expect([site.id, id, steps(fold([...ready, shown]))]).toEqual([site.id, id, steps(fold(ready))])
      }
})
