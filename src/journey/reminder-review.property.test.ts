import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { described, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Fact } from "./facts"
import { foldJourney } from "./fold"
import type { Journey } from "./journey"
import type { OwnClock } from "./reminder-clock"
import { type NotedReminder, type Review, reviewReminders, settle } from "./reminder-review"
import { plannedReminders } from "./reminders"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CLOCK: OwnClock = { zone: "Asia/Jakarta", quiet: { from: "21:00", to: "07:00" } }
const ZONES = [
  "Asia/Jakarta",
  "Asia/Jayapura",
  "Europe/Amsterdam",
  "America/Los_Angeles",
  "Pacific/Kiritimati",
]

/** A whole journey from the announcement to the second survey, with a webinar and a training bought later. */
const facts: Fact[] = [
  said("2024-07-01T08:00", "accepted", { on: "2024-07-01" }),
  said("2024-07-10T20:00", "wallet"),
  described("2024-07-11T09:00", "t1", {
    title: "Dasar Pembukuan",
    mode: "webinar",
    startsAt: "2024-07-20T05:30",
    endsAt: "2024-07-22T20:30",
    boughtOn: "2024-07-11",
  }),
  said("2024-07-11T09:01", "purchase", { training: "t1", on: "2024-07-11" }),
  said("2024-07-20T05:40", "redeem", { training: "t1", on: "2024-07-20" }),
  said("2024-08-10T19:00", "post-test", { training: "t1" }),
  said("2024-08-11T19:00", "skills-demo", { training: "t1" }),
  seen("2024-08-25T19:00", "review-outstanding", { training: "t1" }),
  said("2024-09-02T19:00", "review", { training: "t1", on: "2024-09-02" }),
  seen("2024-09-03T09:00", "payment-scheduled", {
    values: { amount: 600_000, ordinal: 1, date: "2024-09-04" },
  }),
  said("2024-09-20T08:00", "incentive", { on: "2024-09-19" }),
  said("2024-10-22T08:00", "survey-1", { on: "2024-10-22" }),
]
const START = Date.parse(wib("2024-07-01T08:00"))
const END = Date.parse(wib("2024-10-25T00:00"))

let folded: { from: number; until: number; journey: Journey } | undefined

/** The journey at `now`; computed anew only when a fact or, as it tells itself, the clock alone has changed it. */
function journeyAt(now: number): Journey {
  if (!programme) throw new Error("no programme")
  const at = new Date(now).toISOString()
  if (!folded || now < folded.from || now >= folded.until) {
    const journey = foldJourney(
      facts.filter((fact) => Date.parse(fact.at) <= now),
      programme,
      at,
    )
    const nextFact = Math.min(...facts.map((fact) => Date.parse(fact.at)).filter((moment) => moment > now))
    folded = { from: now, until: Math.min(nextFact, Date.parse(journey.changesAt ?? at)), journey }
  }
  return { ...folded.journey, computedAt: at }
}

/** A browser that keeps what the reviews tell it to. */
class Simulation {
  readonly records = new Map<string, NotedReminder>()
  /** One list of ids for each time that something was shown. */
  readonly shown: string[][] = []

  /** What is looked at at `now` (milliseconds). @param killed the browser ends us between showing and settling */
  review(
    now: number,
    {
      clock = CLOCK,
      wanted = true,
      killed = false,
      plan = programme && plannedReminders(journeyAt(now), programme, clock),
    } = {},
  ): Review {
    if (!plan) throw new Error("no programme")
    const at = new Date(now).toISOString()
    const review = reviewReminders([...this.records.values()], plan, { now: at, clock, wanted })
    for (const id of review.forget) this.records.delete(id)
    for (const record of review.note) this.records.set(record.id, record)
    if (review.due.length > 0) this.shown.push(review.due.map(({ id }) => id))
    if (killed) return review
    for (const { id } of review.due) {
      const record = this.records.get(id)
      if (record) this.records.set(id, settle(record, "shown", at))
    }
    return review
  }

  ids(): string[] {
    return this.shown.flat()
  }
}

const hours = (from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / HOUR) }, (_, index) => from + index * HOUR)

describe("a whole journey", () => {
  const hourly = new Simulation()
  /** What came in hours that are quiet. */
  const inQuiet: string[] = []
  beforeAll(() => {
    for (const now of hours(START, END)) {
      const before = hourly.shown.length
      hourly.review(now)
      const clock = new Date(now + 7 * HOUR).getUTCHours()
      if (clock >= 21 || clock < 7) inQuiet.push(...hourly.shown.slice(before).flat())
    }
  }, 120_000)

  it("looked at every hour shows no reminder twice, and in quiet hours nothing but windows that close in them", () => {
    const ids = hourly.ids()
    expect(new Set(ids).size).toBe(ids.length)
    expect(inQuiet.length).toBeGreaterThan(0)
    expect(inQuiet.filter((id) => !id.startsWith("redeem-window|"))).toEqual([])
    for (const warning of [
      "first-purchase",
      "redeem-window",
      "review-missing",
      "incentive-late",
      "survey-open",
    ])
      expect(ids.filter((id) => id.startsWith(`${warning}|`))).not.toEqual([])
  })

  it("looked at only when that was asked for loses nothing", () => {
    const browser = new Simulation()
    const changes = facts.map(({ at }) => Date.parse(at))
    for (let now = START; now < END; ) {
      const { next } = browser.review(now)
      const following = [...changes, next ? Date.parse(next) : END].filter((moment) => moment > now)
      now = Math.min(END, ...following)
    }
    expect(browser.ids()).toEqual(expect.arrayContaining(hourly.ids()))
  })
})

/** Looks at irregular intervals of up to a few days, as somebody does whose computer is off most of the time. */
const pauses = fc.array(fc.integer({ min: 1, max: 5 * 24 * 60 }), { minLength: 20, maxLength: 60 })

describe("whatever the browser does", () => {
  it("nothing is shown twice, and each thing at most once at a time", () => {
    fc.assert(
      fc.property(pauses, fc.constantFrom(...ZONES), (minutes, zone) => {
        const browser = new Simulation()
        let now = START
        for (const pause of minutes) {
          now += pause * 60_000
          browser.review(now, { clock: { ...CLOCK, zone } })
        }
        expect(new Set(browser.ids()).size).toBe(browser.ids().length)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it("travelling between zones repeats nothing", () => {
    fc.assert(
      fc.property(
        pauses,
        fc.array(fc.constantFrom(...ZONES), { minLength: 60, maxLength: 60 }),
        (minutes, zones) => {
          const browser = new Simulation()
          let now = START
          minutes.forEach((pause, index) => {
            now += pause * 60_000
            browser.review(now, { clock: { ...CLOCK, zone: zones[index] ?? CLOCK.zone } })
          })
          expect(new Set(browser.ids()).size).toBe(browser.ids().length)
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it("being ended before something is settled repeats the very same, which the browser replaces", () => {
    fc.assert(
      fc.property(pauses, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (minutes, kills) => {
        const browser = new Simulation()
        let now = START
        minutes.forEach((pause, index) => {
          now += pause * 60_000
          const killed = kills[index] ?? false
          const first = browser.review(now, { killed })
          if (!killed) return
          const again = browser.review(now)
          expect(again.due).toEqual(first.due)
          expect(browser.review(now).due).toEqual([])
        })
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})

describe("a clock", () => {
  const july8 = Date.parse(wib("2024-07-08T08:00"))

  it("that is set forward a year and back again loses nothing that is ahead", () => {
    const browser = new Simulation()
    browser.review(START)
    browser.review(START + 365 * DAY)
    browser.review(START + HOUR)
    browser.review(july8)
    expect(browser.ids().filter((id) => id.startsWith("first-purchase|"))).toHaveLength(1)
  })

  it("that is set back a day plans again what it had settled in its future", () => {
    const browser = new Simulation()
    browser.review(START)
    browser.review(july8 + HOUR)
    expect(browser.ids()).toHaveLength(1)
    browser.review(july8 + HOUR - DAY)
    expect(browser.ids()).toHaveLength(1)
    browser.review(july8)
    expect(browser.ids()).toHaveLength(2)
    browser.review(july8 + HOUR)
    expect(browser.ids()).toHaveLength(2)
  })

  it("that is put right by a minute repeats nothing", () => {
    const browser = new Simulation()
    browser.review(START)
    browser.review(july8)
    browser.review(july8 - 60_000)
    browser.review(july8)
    expect(browser.ids()).toHaveLength(1)
  })
})

describe("a clock that is a year off for some hours", () => {
  const LOOK = 3 * HOUR
  const DAYS = 20
  const YEAR = 365 * DAY
  const spells = fc.array(
    fc.record({
      from: fc.integer({ min: 8, max: DAYS * 8 - 1 }),
      looks: fc.integer({ min: 1, max: 16 }),
      off: fc.constantFrom(-YEAR, YEAR),
    }),
    { minLength: 1, maxLength: 3 },
  )

  /** The journey that this browser shows: what was noted is there whatever the clock says. */
  const planAt = (real: number, clock: number) => {
    if (!programme) throw new Error("no programme")
    const known = facts.filter(({ at }) => Date.parse(at) <= real)
    return plannedReminders(foldJourney(known, programme, new Date(clock).toISOString()), programme, CLOCK)
  }

  /** What is told while the clock is right, with the look at which it is. */
  const told = (offAt: (look: number) => number) => {
    const browser = new Simulation()
    const at: [id: string, look: number][] = []
    for (let look = 0; look < DAYS * 8; look += 1) {
      const real = START + look * LOOK
      const { due } = browser.review(real + offAt(look), { plan: planAt(real, real + offAt(look)) })
      if (offAt(look) === 0) at.push(...due.map(({ id }): [string, number] => [id, look]))
    }
    return at
  }
  const straight = told(() => 0)

  it("tells nothing twice once it is right, and loses nothing that still stands then", () => {
    fc.assert(
      fc.property(spells, (chosen) => {
        const offAt = (look: number) =>
          chosen.find(({ from, looks }) => look >= from && look < from + looks)?.off ?? 0
        const jumping = told(offAt)
        const ids = jumping.map(([id]) => id)
        expect(ids).toEqual([...new Set(ids)])
        for (const [id, look] of straight) {
          let right = look
          while (offAt(right) !== 0) right += 1
          const real = START + right * LOOK
          const stands = planAt(real, real).some((planned) => planned.id === id)
          if (right < DAYS * 8 - 4 && stands) expect(ids).toContain(id)
          if (right === look) expect(jumping).toContainEqual([id, look])
        }
      }),
      { numRuns: 10 },
    )
  }, 120_000)

  it("is known to have been right before when it is right again: what was told is not told again", () => {
    const browser = new Simulation()
    const july8 = Date.parse(wib("2024-07-08T08:00"))
    browser.review(START)
    browser.review(july8)
    expect(browser.ids()).toHaveLength(1)
    const backThen = july8 + HOUR - YEAR
    browser.review(backThen, { plan: planAt(july8 + HOUR, backThen) })
    browser.review(july8 + 2 * HOUR)
    browser.review(july8 + 3 * HOUR)
    expect(browser.ids()).toHaveLength(1)
  })

  it("has told in time nobody whom it told when it was a year ahead", () => {
    const browser = new Simulation()
    const july8 = Date.parse(wib("2024-07-08T08:00"))
    browser.review(START)
    const [id = ""] = browser.review(july8).due.map((due) => due.id)
    browser.records.set(id, {
      id,
      at: wib("2024-07-08T08:00"),
      state: "shown",
      settledAt: wib("2025-07-08T07:00"),
    })
    expect(browser.review(july8 + HOUR).due.map((due) => due.id)).toEqual([id])
    expect(browser.review(july8 + 2 * HOUR).due).toEqual([])
  })

  it("keeps nothing put off for a year", () => {
    const browser = new Simulation()
    const july8 = Date.parse(wib("2024-07-08T08:00"))
    browser.review(START)
    browser.review(july8)
    const [id = ""] = browser.ids()
    browser.records.set(id, { id, at: wib("2025-07-08T18:00"), state: "planned", snoozed: true })
    expect(browser.review(july8 + HOUR).due.map((due) => due.id)).toEqual([id])
  })
})

describe("being away", () => {
  it("for a week brings all that still stands at once, and only once", () => {
    const browser = new Simulation()
    browser.review(START)
    const { due } = browser.review(START + 12 * DAY)
    expect(due.filter(({ warning }) => warning === "redeem-window")).toEqual([])
    browser.review(START + 12 * DAY + HOUR)
    expect(browser.shown.length).toBeLessThanOrEqual(1)
  })

  it("does not flood when much is discovered late", () => {
    const browser = new Simulation()
    expect(browser.review(Date.parse(wib("2024-07-09T12:00"))).due).toEqual([])
    expect([...browser.records.values()].some(({ state }) => state === "skipped")).toBe(true)
    expect([...browser.records.values()].some(({ state }) => state === "planned")).toBe(true)
  })
})

describe("a reminder that is not wanted", () => {
  it("is skipped when it comes due, so that wanting it again brings nothing old", () => {
    const browser = new Simulation()
    browser.review(START)
    browser.review(Date.parse(wib("2024-07-08T09:00")), { wanted: false })
    browser.review(Date.parse(wib("2024-07-08T10:00")))
    expect(browser.shown).toEqual([])
  })
})

describe("a reminder that was put off", () => {
  it("comes at its new moment, in quiet hours too, and is forgotten once it is done", () => {
    const browser = new Simulation()
    browser.review(START)
    browser.review(Date.parse(wib("2024-07-08T08:00")))
    const [id = ""] = browser.ids()
    const at = wib("2024-07-08T21:30")
    browser.records.set(id, { id, at, state: "planned", snoozed: true })
    expect(browser.review(Date.parse(wib("2024-07-08T20:00"))).due).toEqual([])
    expect(browser.review(Date.parse(at)).due.map((due) => due.id)).toEqual([id])

    browser.records.set(id, { id, at: wib("2024-07-12T09:00"), state: "planned", snoozed: true })
    browser.review(Date.parse(wib("2024-07-11T10:00")))
    expect(browser.records.has(id)).toBe(false)
  })
})
