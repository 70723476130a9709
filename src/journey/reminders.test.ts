import { describe, expect, it } from "vitest"
import { described, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact } from "./facts"
import { foldJourney } from "./fold"
import { type OwnClock, snoozesAt } from "./reminder-clock"
import { plannedReminders } from "./reminders"

const [programme] = programmes
if (!programme) throw new Error("no programme")
const WIB = "Asia/Jakarta"
const WIT = "Asia/Jayapura"
const QUIET = { from: "21:00", to: "07:00" }

/** "warning at" of every reminder that is planned at `now`, in WIB. */
function plan(facts: readonly Fact[], now: string, { zone = WIB, quiet = QUIET }: Partial<OwnClock> = {}) {
  if (!programme) throw new Error("no programme")
  return plannedReminders(foldJourney(facts, programme, wib(now)), programme, { zone, quiet })
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ warning, at, kind }) => `${warning} ${kind} ${inWib(at)}`)
}
const inWib = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16)
const of = (warning: string, lines: readonly string[]) => lines.filter((line) => line.startsWith(warning))

const accepted = said("2024-07-01T08:00", "accepted", { on: "2024-07-01" })
const linked = said("2024-07-02T08:00", "wallet")
const bought = said("2024-07-05T08:00", "purchase", { training: "t1", on: "2024-07-05" })
const webinar = (startsAt: string) =>
  described("2024-07-05T08:01", "t1", {
    title: "Dasar Pembukuan",
    mode: "webinar",
    startsAt,
    endsAt: startsAt,
  })

describe("a last day", () => {
  it("is reminded of 7, 3 and 1 days before and on its morning", () => {
    expect(of("first-purchase", plan([accepted], "2024-07-01T09:00"))).toEqual([
      "first-purchase before 2024-07-08T08:00",
      "first-purchase before 2024-07-12T08:00",
      "first-purchase before 2024-07-14T08:00",
      "first-purchase before 2024-07-15T08:00",
    ])
  })

  it("is named by the programme's calendar and reminded of on the person's clock", () => {
    const east = of("first-purchase", plan([accepted], "2024-07-01T09:00", { zone: WIT }))
    expect(east.at(-1)).toBe("first-purchase before 2024-07-15T06:00")
    // There the last day ends before the morning of the same date, so that the last morning is a day earlier.
    const honolulu = of("first-purchase", plan([accepted], "2024-07-01T09:00", { zone: "Pacific/Honolulu" }))
    expect(honolulu.at(-1)).toBe("first-purchase before 2024-07-15T01:00")
  })

  it("has no reminders once its step is done or has been missed", () => {
    expect(of("first-purchase", plan([accepted, bought], "2024-07-06T09:00"))).toEqual([])
    expect(of("first-purchase", plan([accepted], "2024-07-17T09:00"))).toEqual([])
  })

  it("keeps the same ids whatever the person's zone and quiet hours", () => {
    if (!programme) throw new Error("no programme")
    const journey = foldJourney([accepted, linked], programme, wib("2024-07-01T09:00"))
    const ids = (clock: OwnClock) => plannedReminders(journey, programme, clock).map(({ id }) => id)
    expect(new Set(ids({ zone: WIB, quiet: null })).size).toBe(ids({ zone: WIB, quiet: null }).length)
    expect(ids({ zone: "America/Los_Angeles", quiet: QUIET })).toEqual(ids({ zone: WIB, quiet: null }))
  })
})

describe("a redeem window", () => {
  const ready = [accepted, linked, bought]

  it("is reminded of when it opens and a quarter of an hour before it closes", () => {
    expect(of("redeem-window", plan([...ready, webinar("2024-07-20T13:00")], "2024-07-06T09:00"))).toEqual([
      "redeem-window opening 2024-07-20T12:00",
      "redeem-window closing 2024-07-20T13:45",
    ])
  })

  it.each([
    ["closing at 21.30", "2024-07-20T20:30", ["2024-07-20T19:30", "2024-07-20T21:15"]],
    ["closing at 06.30", "2024-07-20T05:30", ["2024-07-20T04:30", "2024-07-20T06:15"]],
    ["opening at 06.30", "2024-07-20T07:30", ["2024-07-20T07:00", "2024-07-20T08:15"]],
  ])("%s heeds quiet hours only where that is not too late", (_, startsAt, times) => {
    expect(of("redeem-window", plan([...ready, webinar(startsAt)], "2024-07-06T09:00"))).toEqual([
      `redeem-window opening ${times[0]}`,
      `redeem-window closing ${times[1]}`,
    ])
  })

  it("is planned before the warning is raised, and no longer once it has closed", () => {
    const facts = [...ready, webinar("2024-07-20T13:00")]
    if (!programme) throw new Error("no programme")
    const ids = (now: string) => foldJourney(facts, programme, wib(now)).warnings.map(({ id }) => id)
    expect(ids("2024-07-06T09:00")).not.toContain("redeem-window")
    expect(of("redeem-window", plan(facts, "2024-07-20T14:01"))).toEqual([])
  })

  it("of a self-paced training lasts days and is reminded of like one", () => {
    const selfPaced = described("2024-07-05T08:01", "t1", { title: "Pembukuan", mode: "self-paced" })
    expect(of("redeem-window", plan([...ready, selfPaced], "2024-07-06T09:00"))).toEqual([
      "redeem-window before 2024-07-12T08:00",
      "redeem-window before 2024-07-16T08:00",
      "redeem-window before 2024-07-18T08:00",
      "redeem-window before 2024-07-19T08:00",
    ])
  })
})

describe("quiet hours", () => {
  it("that reach beyond the morning move it to their end", () => {
    const late = { from: "22:00", to: "09:30" }
    expect(of("first-purchase", plan([accepted], "2024-07-01T09:00", { quiet: late }))[0]).toBe(
      "first-purchase before 2024-07-08T09:30",
    )
  })

  it("within one day count too", () => {
    const siesta = { from: "07:30", to: "08:30" }
    expect(of("first-purchase", plan([accepted], "2024-07-01T09:00", { quiet: siesta }))[0]).toBe(
      "first-purchase before 2024-07-08T08:30",
    )
  })
})

describe("what has no last moment", () => {
  const certified = seen("2024-07-20T19:00", "review-outstanding", { training: "t1" })
  const facts = [accepted, linked, bought, certified]

  it("is reminded of on the days after it was first seen", () => {
    expect(of("review-missing", plan(facts, "2024-07-20T19:01"))).toEqual([
      "review-missing after 2024-07-21T08:00",
      "review-missing after 2024-07-23T08:00",
      "review-missing after 2024-07-27T08:00",
      "review-missing after 2024-08-03T08:00",
    ])
    const reviewed = said("2024-07-22T08:00", "review", { training: "t1" })
    expect(of("review-missing", plan([...facts, reviewed], "2024-07-22T08:01"))).toEqual([])
  })

  it("counts from the step before where only that was seen", () => {
    const told = said("2024-07-20T19:00", "certificate", { training: "t1", on: "2024-07-20" })
    expect(of("review-missing", plan([accepted, linked, bought, told], "2024-07-20T19:01"))[0]).toBe(
      "review-missing after 2024-07-21T08:00",
    )
  })
})

describe("what only opens", () => {
  const received = said("2024-08-01T08:00", "incentive", { on: "2024-08-01" })
  const reviewed = said("2024-07-20T08:00", "review", { training: "t1", on: "2024-07-20" })

  it("is reminded of on the morning on which it opens, planned while it is still locked", () => {
    const facts = [accepted, linked, bought, reviewed, received]
    expect(of("survey-open opening", plan(facts, "2024-08-01T08:01"))[0]).toBe(
      "survey-open opening 2024-08-30T08:00",
    )
  })

  it("is an incentive that is late, on the morning after its last day", () => {
    const scheduled = seen("2024-07-22T09:00", "payment-scheduled", {
      values: { amount: 600_000, ordinal: 1, date: "2024-07-22" },
    })
    expect(
      of("incentive-late", plan([accepted, linked, bought, reviewed, scheduled], "2024-07-22T10:00")),
    ).toEqual(["incentive-late opening 2024-07-30T08:00"])
  })
})

describe("the wait after too many wrong codes", () => {
  it("ends with a reminder", () => {
    const wrong: Fact = {
      id: "w1",
      participant: "p1",
      at: wib("2024-07-03T10:00"),
      by: "person",
      kind: "wrong-codes",
    }
    const videos = said("2024-07-02T08:00", "videos")
    expect(
      plan([accepted, videos, wrong], "2024-07-03T10:01").filter((line) => line.includes(" wait ")),
    ).toEqual([expect.stringMatching(/ wait 2024-07-03T11:00$/)])
  })
})

describe("putting off", () => {
  const at = (now: string, due?: string) =>
    snoozesAt(wib(now), WIB, due && wib(due)).map(({ until, at }) => `${until} ${inWib(at)}`)

  it("offers an hour, the evening and the next morning", () => {
    expect(at("2024-07-08T09:00")).toEqual([
      "hour 2024-07-08T10:00",
      "evening 2024-07-08T18:00",
      "morning 2024-07-09T08:00",
    ])
    expect(at("2024-07-08T17:30")).toEqual(["hour 2024-07-08T18:30", "morning 2024-07-09T08:00"])
  })

  it("never offers what would come after the last moment", () => {
    expect(at("2024-07-08T09:00", "2024-07-08T23:59")).toEqual([
      "hour 2024-07-08T10:00",
      "evening 2024-07-08T18:00",
    ])
    expect(at("2024-07-08T09:00", "2024-07-08T09:30")).toEqual([])
  })
})
