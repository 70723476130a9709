import { describe, expect, it } from "vitest"
import { answered, described, retracted, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { StepId } from "../programmes/steps"
import type { Fact } from "./facts"
import { foldJourney } from "./fold"
import type { Journey } from "./journey"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const fold = (facts: Fact[], now: string) => foldJourney(facts, programme, wib(now))
const stateOf = (journey: Journey, step: StepId, training?: string) =>
  (training
    ? journey.trainings.find(({ id }) => id === training)?.steps
    : [...journey.person, ...(journey.trainings[0]?.steps ?? [])]
  )?.find(({ id }) => id === step)?.state
const viewOf = (journey: Journey, step: StepId) =>
  [...journey.person, ...journey.trainings.flatMap(({ steps }) => steps)].find(({ id }) => id === step)
const warningIds = (journey: Journey) => journey.warnings.map(({ id }) => id)

const announced = said("2024-07-01T08:00", "accepted", { on: "2024-07-01" })
const CARD = { fingerprint: "a".repeat(64), lastFour: "0016" }
const cardShown = seen("2024-07-02", "card-number", { values: { card: CARD } })
const listed = (at: string, training = "t1", title = "Dasar Pembukuan") =>
  seen(at, "training-bought", { training, particulars: { title } })

describe("the way from accepted to paid", () => {
  it("begins with the videos, and says how long the first purchase has", () => {
    const journey = fold([announced], "2024-07-01")
    expect(journey.next).toMatchObject({
      step: "videos",
      dueOf: "first-purchase",
      due: "2024-07-15T23:59:00+07:00",
    })
    expect(stateOf(journey, "wallet")).toBe("locked")
    expect(stateOf(journey, "purchase")).toBe("locked")
    expect(warningIds(journey)).toEqual(["first-purchase"])
  })

  it("opens the wallet as soon as the page says that nothing is linked, with what must be true first", () => {
    const journey = fold([announced, seen("2024-07-01", "wallet-not-linked")], "2024-07-01")
    expect(stateOf(journey, "wallet")).toBe("open")
    expect(warningIds(journey)).toEqual(
      expect.arrayContaining(["link-account", "wallet-prerequisites", "first-purchase"]),
    )
  })

  it("takes a shown card number as proof of videos and linking", () => {
    const journey = fold([announced, cardShown], "2024-07-02")
    expect(stateOf(journey, "videos")).toBe("done")
    expect(stateOf(journey, "wallet")).toBe("done")
    expect(journey.next).toMatchObject({ step: "purchase", due: "2024-07-15T23:59:00+07:00" })
    expect(journey.card).toEqual({ lastFour: "0016" })
  })

  it("asks for the review once its button is there, and only proposes the certificate", () => {
    const journey = fold(
      [
        announced,
        cardShown,
        listed("2024-07-03"),
        seen("2024-07-20", "review-outstanding", { training: "t1" }),
      ],
      "2024-07-20",
    )
    expect(journey.next).toMatchObject({ step: "review", training: "t1" })
    expect(stateOf(journey, "certificate", "t1")).toBe("proposed")
    expect(stateOf(journey, "post-test", "t1")).toBe("proposed")
    expect(warningIds(journey)).toContain("review-missing")
  })

  it("turns one yes into every step that it implies", () => {
    const review = seen("2024-07-20", "review-outstanding", { training: "t1" })
    const journey = fold(
      [announced, cardShown, listed("2024-07-03"), review, answered("2024-07-21", review, true)],
      "2024-07-21",
    )
    for (const step of ["redeem", "attend", "post-test", "skills-demo", "certificate"] as const)
      expect(stateOf(journey, step, "t1")).toBe("done")
    expect(stateOf(journey, "review", "t1")).toBe("open")
  })

  it("leaves everything as it was after a no, and does not ask for the same words again", () => {
    const first = seen("2024-07-20", "certificate", { training: "t1" })
    const again = seen("2024-07-22", "certificate", { training: "t1" })
    const facts = [
      announced,
      cardShown,
      listed("2024-07-03"),
      first,
      answered("2024-07-21", first, false),
      again,
    ]
    const journey = fold(facts, "2024-07-22")
    expect(stateOf(journey, "certificate", "t1")).toBe("locked")
    expect(viewOf(journey, "certificate")?.question).toBeUndefined()
    expect(stateOf(journey, "redeem", "t1")).toBe("open")
  })

  it("makes room for the next purchase when only the first one's payment has shown its review", () => {
    const waiting = seen("2024-07-20", "payment-waiting", { values: { amount: 600_000, ordinal: 1 } })
    const asked = [announced, cardShown, listed("2024-07-03"), waiting]
    expect(fold(asked, "2024-07-20").trainings).toHaveLength(1)

    const journey = fold([...asked, answered("2024-07-20", waiting, true)], "2024-07-20")
    expect(stateOf(journey, "review", "t1")).toBe("done")
    expect(journey.trainings).toHaveLength(2)
    expect(warningIds(journey)).toContain("next-purchase")
  })

  it("waits for the money, then for the survey's opening day, then asks for the survey", () => {
    const base = [
      announced,
      cardShown,
      listed("2024-07-03"),
      said("2024-07-20", "review", { training: "t1", on: "2024-07-20" }),
    ]
    const waiting = fold(base, "2024-07-20")
    expect(waiting.next).toMatchObject({ step: "incentive", waiting: true })
    const scheduled = seen("2024-07-21", "payment-scheduled", {
      values: { amount: 600_000, date: "2024-07-25", ordinal: 1 },
    })
    const failed = seen("2024-07-26", "payment-failed", { values: { amount: 600_000, ordinal: 1 } })
    expect(fold([...base, scheduled, failed], "2024-07-26").next).toMatchObject({
      step: "incentive",
      waiting: false,
      trouble: "incentive-failed",
    })
    expect(fold([...base, scheduled], "2024-07-21").money).toMatchObject({
      received: 0,
      scheduled: 600_000,
      toEarn: 100_000,
    })
    expect(warningIds(fold([...base, scheduled], "2024-08-02"))).toContain("incentive-late")
    const received = said("2024-07-29", "incentive", { on: "2024-07-29" })
    const closed = fold([...base, scheduled, received], "2024-07-29")
    expect(closed.next).toMatchObject({ step: "survey-1", opens: "2024-08-27T00:00:00+07:00", waiting: true })
    expect(closed.money).toMatchObject({ received: 600_000, scheduled: 0, toEarn: 100_000 })
    const open = fold([...base, scheduled, received], "2024-08-27")
    expect(open.next).toMatchObject({ step: "survey-1", due: "2024-12-10T23:59:00+07:00", waiting: false })
    expect(warningIds(open)).toContain("survey-open")
  })

  it("has no next step once everything owed is done, and still tells of the leftover balance", () => {
    const all = (["review", "incentive", "survey-1", "survey-2"] as const).map((step) =>
      said("2024-07-20", step, { on: "2024-07-20", ...(step === "review" && { training: "t1" }) }),
    )
    const journey = fold([announced, cardShown, listed("2024-07-03"), ...all], "2024-07-20")
    expect(journey.next).toBeUndefined()
    expect(warningIds(journey)).toEqual(["next-purchase"])
  })

  it("counts a survey's payment as money only when the page says that it came", () => {
    const base = [
      announced,
      said("2024-07-29", "incentive", { on: "2024-07-29" }),
      said("2024-09-01", "survey-1"),
    ]
    const row = (signal: string) =>
      seen("2024-09-05", signal, { values: { amount: 50_000, ordinal: 1, date: "2024-09-06" } })
    expect(fold([...base, row("payment-scheduled")], "2024-09-05").money).toMatchObject({
      received: 600_000,
      scheduled: 50_000,
    })
    expect(fold([...base, row("payment-received")], "2024-09-07").money).toMatchObject({
      received: 650_000,
      toEarn: 50_000,
    })
  })
})

describe("who is believed", () => {
  const done = [announced, cardShown, listed("2024-07-03")]

  it("asks, and does not assume, when a page contradicts the person", () => {
    const ticked = said("2024-07-20T09:00", "review", { training: "t1" })
    const shown = seen("2024-07-21", "review-outstanding", { training: "t1" })
    const journey = fold([...done, ticked, shown], "2024-07-21")
    expect(stateOf(journey, "review", "t1")).toBe("done")
    expect(viewOf(journey, "review")?.question).toMatchObject({ asks: "open", fact: shown.id })
    const corrected = fold(
      [...done, ticked, shown, answered("2024-07-21T13:00", shown, true)],
      "2024-07-21T14:00",
    )
    expect(stateOf(corrected, "review", "t1")).toBe("open")
  })

  it("believes a newer page over an older one at once when it opens a step again", () => {
    const journey = fold([...done, seen("2024-07-10", "wallet-not-linked")], "2024-07-10")
    expect(stateOf(journey, "wallet")).toBe("open")
    expect(warningIds(journey)).toContain("link-account")
  })

  it("goes by when things were seen, whatever their ids", () => {
    const linked = seen("2024-07-05", "wallet-severable", { id: "z" })
    const unlinked = seen("2024-07-06", "wallet-not-linked", { id: "a" })
    expect(stateOf(fold([unlinked, linked], "2024-07-06"), "wallet")).toBe("open")
  })

  it("asks when even strong words say done what the person said is not", () => {
    const undone = said("2024-07-03T13:00", "wallet", { state: "open" })
    const shown = seen("2024-07-04", "wallet-severable")
    const journey = fold([announced, undone, shown], "2024-07-04")
    expect(stateOf(journey, "wallet")).toBe("proposed")
    expect(
      stateOf(fold([announced, undone, shown, answered("2024-07-05", shown, true)], "2024-07-05"), "wallet"),
    ).toBe("done")
  })

  it("is not moved by a page that merely shows less", () => {
    const journey = fold(
      [...done, seen("2024-07-10", "balance", { values: { amount: 3_500_000 } })],
      "2024-07-10",
    )
    expect(stateOf(journey, "purchase", "t1")).toBe("done")
  })

  it("takes back what the person takes back", () => {
    const ticked = said("2024-07-01T10:00", "videos")
    expect(stateOf(fold([announced, ticked], "2024-07-01"), "videos")).toBe("done")
    expect(
      stateOf(fold([announced, ticked, retracted("2024-07-01T11:00", ticked)], "2024-07-01"), "videos"),
    ).toBe("open")
  })

  it("keeps a flag until the person says that it is gone", () => {
    const flag = seen("2024-07-05", "account-flagged")
    expect(
      warningIds(
        fold([...done, flag, seen("2024-07-06", "balance", { values: { amount: 1 } })], "2024-07-06"),
      ),
    ).toContain("account-flagged")
    expect(
      warningIds(fold([...done, flag, said("2024-07-07", "accepted", { on: "2024-07-01" })], "2024-07-07")),
    ).not.toContain("account-flagged")
  })

  it("keeps the person's particulars against a later page", () => {
    const facts = [...done, described("2024-07-04", "t1", { title: "Pembukuan" }), listed("2024-07-05")]
    expect(fold(facts, "2024-07-05").trainings[0]?.title).toBe("Pembukuan")
  })
})

describe("how pressing it is", () => {
  it("frightens nobody over a step that a later button shows to be done", () => {
    const journey = fold(
      [
        announced,
        cardShown,
        listed("2024-07-03"),
        described("2024-07-03", "t1", { mode: "webinar", startsAt: "2024-07-10T09:00" }),
        seen("2024-07-20", "review-outstanding", { training: "t1" }),
      ],
      "2024-07-20",
    )
    expect(stateOf(journey, "redeem", "t1")).toBe("proposed")
    expect(journey.warnings.find(({ id }) => id === "redeem-window")).toMatchObject({ severity: "soon" })
  })

  it("says from when a window is open, not only until when", () => {
    const meeting = described("2024-07-03", "t1", { mode: "webinar", startsAt: "2024-07-10T09:00" })
    expect(fold([announced, cardShown, listed("2024-07-03"), meeting], "2024-07-05").next).toMatchObject({
      step: "redeem",
      opens: "2024-07-10T08:00:00+07:00",
      due: "2024-07-10T10:00:00+07:00",
    })
  })

  it("tells of the right to cancel without pressing", () => {
    const bought = described("2024-07-03", "t1", {
      mode: "webinar",
      boughtOn: "2024-07-03",
      startsAt: "2024-07-31",
    })
    const journey = fold([announced, cardShown, listed("2024-07-03"), bought], "2024-07-06")
    expect(journey.warnings.find(({ id }) => id === "cancel-window")).toMatchObject({ severity: "info" })
  })
})

describe("what is missed", () => {
  it("says so when the first purchase was not made in time", () => {
    const journey = fold([announced, cardShown], "2024-07-16T00:00")
    expect(stateOf(journey, "purchase")).toBe("missed")
    expect(journey.warnings[0]).toMatchObject({ id: "first-purchase", severity: "late" })
    expect(journey.next?.step).not.toBe("purchase")
  })

  it("counts the last day until 23.59 WIB", () => {
    expect(stateOf(fold([announced, cardShown], "2024-07-15T23:59"), "purchase")).toBe("open")
  })
})

describe("several trainings", () => {
  const two = [
    announced,
    cardShown,
    listed("2024-07-03", "t1"),
    listed("2024-07-04", "t2", "Desain Dasar"),
    seen("2024-07-20", "review-outstanding", { training: "t2" }),
  ]

  it("reads each by itself", () => {
    const journey = fold(two, "2024-07-20")
    expect(stateOf(journey, "review", "t2")).toBe("open")
    expect(stateOf(journey, "review", "t1")).toBe("locked")
    expect(stateOf(journey, "redeem", "t1")).toBe("open")
  })

  it("pays for the first training's review only", () => {
    const second = said("2024-07-21", "review", { training: "t2" })
    expect(stateOf(fold([...two, second], "2024-07-21"), "incentive")).toBe("locked")
    const first = said("2024-07-22", "review", { training: "t1" })
    expect(stateOf(fold([...two, second, first], "2024-07-22"), "incentive")).toBe("open")
  })

  it("warns of the leftover balance once everything bought is reviewed", () => {
    const journey = fold(
      [
        ...two,
        said("2024-07-21", "review", { training: "t2", on: "2024-07-21" }),
        said("2024-07-22", "review", { training: "t1", on: "2024-07-22" }),
      ],
      "2024-07-22",
    )
    expect(journey.warnings.find(({ id }) => id === "next-purchase")).toMatchObject({
      due: "2024-08-05T23:59:00+07:00",
    })
    expect(journey.next?.step).toBe("incentive")
  })
})

describe("a clock that was set back", () => {
  it("hides no review that is asked for after a payment was seen", () => {
    const scheduled = seen("2024-07-21", "payment-scheduled", {
      values: { amount: 600_000, ordinal: 1, date: "2024-07-25" },
    })
    const outstanding = seen("2024-07-20", "review-outstanding", { training: "t1" })
    const journey = fold(
      [announced, cardShown, listed("2024-07-05"), scheduled, { ...outstanding, after: scheduled.id }],
      "2024-07-20",
    )
    expect(stateOf(journey, "review", "t1")).toBe("open")
    expect(warningIds(journey)).toContain("review-missing")
  })

  it("takes nothing that is seen at the same moment again for what stood beside what was seen then", () => {
    const unlinked = seen("2024-07-02", "wallet-not-linked")
    const linked = seen("2024-07-02", "wallet-connected", { values: { provider: "DANA" } })
    expect(stateOf(fold([announced, unlinked, linked], "2024-07-02"), "wallet")).toBe("open")
    const videos = said("2024-07-03", "videos")
    const again = { ...linked, after: videos.id }
    expect(stateOf(fold([announced, unlinked, videos, again], "2024-07-02"), "wallet")).toBe("done")
  })
})
