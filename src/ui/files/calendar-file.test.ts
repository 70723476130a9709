import fc from "fast-check"
import ICAL from "ical.js"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { described, said, seen, wib } from "../../../tests/fixtures/facts"
import { clock, history, TITLES } from "../../../tests/fixtures/histories"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { accepted, bought } from "../../../tests/fixtures/trainings"
import type { Fact, Particulars } from "../../journey/facts"
import { foldJourney } from "../../journey/fold"
import type { Overview } from "../../messages/overview"
import { programmes } from "../../programmes/registry"
import { MODES } from "../../programmes/steps"
import { calendarFile } from "./calendar-file"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

beforeEach(resetOwnPage)

const programme = programmes[0] as (typeof programmes)[number]
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const overviewOf = (facts: readonly Fact[], now: string): Overview => ({
  ...overviewFixtures.fresh.overview,
  journey: foldJourney(facts, programme, now),
})
const fileOf = (facts: readonly Fact[], now: string) => calendarFile(overviewOf(facts, now), Date.parse(now))

interface Parsed {
  uid: string
  sequence: number
  summary: string
  description: string
  start: ICAL.Time
  end: number
  alarms: number[]
  component: ICAL.Component
}

function parse(text: string): Parsed[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component)
    const start = event.startDate
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      start,
      end: event.endDate.toJSDate().getTime(),
      alarms: component.getAllSubcomponents("valarm").map((alarm) => {
        const trigger = alarm.getFirstPropertyValue("trigger") as ICAL.Duration
        return start.toJSDate().getTime() + trigger.toSeconds() * 1000
      }),
      component,
    }
  })
}
const eventOf = (events: Parsed[], key: string) => {
  const found = events.filter(({ uid }) => uid.endsWith(`.${key}@jejak`))
  expect([key, found.length]).toEqual([key, 1])
  return found[0] as Parsed
}
const instants = (...times: string[]) => times.map((time) => Date.parse(wib(time)))

describe("the calendar file", () => {
  it("holds a last moment as an event's end, with alarms on mornings before it, and says why", () => {
    const { text, fileName, events } = fileOf([accepted("2024-07-01")], wib("2024-07-02"))
    const purchase = eventOf(parse(text), "first.purchase.first-purchase")
    expect(purchase.end).toBe(Date.parse("2024-07-15T23:59:00+07:00"))
    expect(purchase.alarms).toEqual(
      instants("2024-07-08T08:00", "2024-07-12T08:00", "2024-07-14T08:00", "2024-07-15T08:00"),
    )
    expect(purchase.summary).toBe("Batas beli pelatihan pertama")
    expect(purchase.description).toContain("1 Jul 2024")
    expect(purchase.description).toContain("tanya jawab resmi")
    expect(fileName).toBe("jejak-2024-07-02.ics")
    expect(events).toBe(parse(text).length)
  })

  it("holds a window as it is, with alarms at its opening and before it closes, and each meeting", () => {
    const meetings = ["2024-07-10T09:00", "2024-07-11T09:00"]
    const facts = bought("2024-07-03", "webinar", {
      meetings,
      startsAt: meetings[0],
      endsAt: "2024-07-11T11:00",
    } as Particulars)
    const events = parse(fileOf(facts, wib("2024-07-04")).text)
    const redeem = eventOf(events, "t.redeem.redeem-webinar")
    expect([redeem.start.toJSDate().getTime(), redeem.end]).toEqual(
      instants("2024-07-10T08:00", "2024-07-10T10:00"),
    )
    expect(redeem.alarms).toEqual(instants("2024-07-10T08:00", "2024-07-10T09:45"))
    const attend = eventOf(events, "t.attend.attend-webinar.2")
    expect(attend.start.toJSDate().getTime()).toBe(Date.parse(wib("2024-07-11T08:00")))
    const [first, second] = [eventOf(events, "t.meeting.1"), eventOf(events, "t.meeting.2")]
    expect(first.alarms).toEqual(instants("2024-07-09T09:00", "2024-07-10T08:00"))
    expect(first.summary).toBe("Pertemuan 1: Belajar")
    expect([first.end, second.end]).toEqual(instants("2024-07-10T10:00", "2024-07-11T11:00"))
  })

  it("keeps the number of a meeting when those before it are over", () => {
    const meetings = ["2024-07-10T09:00", "2024-07-11T09:00", "2024-07-12T09:00"]
    const facts = bought("2024-07-03", "webinar", { meetings })
    const later = parse(fileOf(facts, wib("2024-07-11T20:00")).text).map(({ uid }) => uid)
    expect(later.filter((uid) => uid.includes(".meeting."))).toEqual(["p1.t.meeting.3@jejak"])
    expect(later.filter((uid) => uid.includes("attend-webinar"))).toEqual([
      "p1.t.attend.attend-webinar.3@jejak",
    ])
  })

  it("holds the opening of a survey and the day of a payment", () => {
    const facts = [
      ...bought("2024-07-03", "self-paced"),
      said("2024-07-20", "review", { training: "t", on: "2024-07-20" }),
      seen("2024-07-21", "incentive-scheduled", { values: { amount: 600_000, date: "2024-07-25" } }),
    ]
    const scheduled = programme.sites[0]?.signals.find(({ claims }) =>
      claims.some(({ step, state }) => step === "by-amount" && state === "scheduled"),
    )
    const paid = facts.map((fact) =>
      fact.by === "page" && scheduled ? { ...fact, signal: scheduled.id } : fact,
    )
    const events = parse(fileOf(paid, wib("2024-07-22")).text)
    const payment = eventOf(events, "person.incentive.scheduled")
    expect(payment.start.isDate).toBe(true)
    expect(payment.start.toString()).toBe("2024-07-25")
    const received = [...facts.slice(0, -1), said("2024-07-26", "incentive", { on: "2024-07-26" })]
    const survey = eventOf(parse(fileOf(received, wib("2024-07-27")).text), "person.survey-1.survey-opens")
    expect(survey.start.toJSDate().toISOString()).toBe(wib("2024-08-24T00:00"))
    expect(survey.alarms).toEqual(instants("2024-08-24T08:00"))
    expect(survey.summary).toBe("Survei mulai terbuka: Isi survei pertama")
  })

  it("leaves out what is done, what is over, what may be none of the programme's, and a purchase without balance", () => {
    const uids = (facts: Fact[], now: string) => parse(fileOf(facts, wib(now)).text).map(({ uid }) => uid)
    const facts = [accepted("2024-07-01")]
    expect(uids(facts, "2024-07-16").filter((uid) => uid.includes("first-purchase"))).toEqual([])
    const done = bought("2024-07-03", "self-paced")
    expect(uids(done, "2024-07-04").filter((uid) => uid.includes("purchase"))).toEqual([])
    const tentative = seen("2024-07-03", "learning", {
      site: "pintar",
      host: "skills.pintar.co",
      training: "p",
      particulars: { title: "Menjahit", mode: "webinar", startsAt: "2024-07-20T09:00" },
    })
    expect(uids([...facts, tentative], "2024-07-04").filter((uid) => uid.startsWith("p1.p."))).toEqual([])
    const reviewed = [...done, said("2024-07-20", "review", { training: "t", on: "2024-07-20" })]
    const broke = seen("2024-07-21", "balance", { values: { amount: 0 } })
    expect(uids(reviewed, "2024-07-22").filter((uid) => uid.includes("next-purchase"))).toHaveLength(1)
    expect(uids([...reviewed, broke], "2024-07-22").filter((uid) => uid.includes("next-purchase"))).toEqual(
      [],
    )
  })

  it("updates an event that has moved: the same UID, a higher SEQUENCE, a new stamp", () => {
    const before = parse(
      fileOf(bought("2024-07-03", "webinar", { meetings: ["2024-07-10T09:00"] }), wib("2024-07-04")).text,
    )
    const after = parse(
      fileOf(bought("2024-07-03", "webinar", { meetings: ["2024-07-12T13:00"] }), wib("2024-07-05")).text,
    )
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort())
    for (const { uid, sequence, component } of after) {
      expect(sequence).toBeGreaterThan(before.find((old) => old.uid === uid)?.sequence ?? Number.NaN)
      expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2024-07-05T05:00:00Z")
      expect(component.getFirstPropertyValue("last-modified")?.toString()).toBe("2024-07-05T05:00:00Z")
    }
    expect(eventOf(after, "t.meeting.1").start.toJSDate().toISOString()).toBe(wib("2024-07-12T13:00"))
  })

  it("is no invitation, and is ours", () => {
    const { text } = fileOf([accepted("2024-07-01")], wib("2024-07-02"))
    expect(text).not.toMatch(/^METHOD|^ORGANIZER|^ATTENDEE/m)
    expect(text).toMatch(/^PRODID:-\/\/Jejak\/\/Jejak\/\/ID\r$/m)
  })

  it("is empty for somebody whose journey is not open", () => {
    const { journey: _, participant: __, ...locked } = overviewFixtures.fresh.overview
    expect(calendarFile(locked, 0).events).toBe(0)
    expect(parse(calendarFile(locked, 0).text)).toEqual([])
  })
})

const HOSTILE = [
  "BEGIN:VEVENT",
  "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
  "satu\ndua, tiga; empat \\n lima: enam",
  "\u202egnirts\u2066",
  "👩🏽‍🎓 Kelas 🎉".repeat(8),
  "x\u2028y\u0000z\u0085",
  `"=;:,\\`,
  "é".repeat(200),
]

describe("the calendar file of any journey", () => {
  const day = fc
    .integer({ min: 0, max: 90 })
    .map((days) => new Date(Date.parse("2024-03-01") + days * DAY).toISOString().slice(0, 10))
  const hour = fc.integer({ min: 0, max: 23 }).map((at) => `T${String(at).padStart(2, "0")}:30`)
  const moment = fc.tuple(day, hour).map(([on, at]) => on + at)
  const particulars = fc.record(
    {
      title: fc.oneof(
        fc.constantFrom(...HOSTILE),
        fc.string({ minLength: 1, maxLength: 200, unit: "binary" }),
      ),
      mode: fc.constantFrom(...MODES),
      startsAt: fc.oneof(day, moment),
      endsAt: fc.oneof(day, moment),
      boughtOn: day,
      meetings: fc.array(moment, { maxLength: 6 }),
    },
    { requiredKeys: ["title"] },
  )
  const descriptions = fc
    .array(fc.tuple(fc.constantFrom(...Object.keys(TITLES)), particulars), { maxLength: 4 })
    .map((each) => each.map(([id, found]) => described("2024-03-02", id, found as Particulars)))
  const journeys = fc.tuple(history, descriptions).map(([facts, words]) => [...facts, ...words])

  it("is read by another's parser as what it is, every event once, whatever strangers call their trainings", () => {
    let seenEvents = 0
    fc.assert(
      fc.property(journeys, clock, (facts, now) => {
        const overview = overviewOf(facts, now)
        const { text, events } = calendarFile(overview, Date.parse(now))
        const parsed = parse(text)
        seenEvents += parsed.length
        expect(parsed).toHaveLength(events)
        expect(new Set(parsed.map(({ uid }) => uid)).size).toBe(parsed.length)
        for (const line of text.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(text.replace(/\r\n/g, "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        const dues = new Map<string, string>()
        const journey = overview.journey
        for (const { id, steps } of [
          { id: "person", steps: journey?.person ?? [] },
          ...(journey?.trainings ?? []),
        ])
          for (const step of steps)
            for (const { id: of, due, from } of step.deadlines)
              if (due && from.anchor !== "further-meeting") dues.set(`p1.${id}.${step.id}.${of}@jejak`, due)
        for (const { uid, start, end, alarms, component, summary } of parsed) {
          expect(end).toBeGreaterThan(Date.parse(now))
          expect(end).toBeGreaterThan(start.toJSDate().getTime())
          for (const alarm of alarms) expect(alarm).toBeLessThan(end)
          expect(summary).toBe(
            component.getFirstSubcomponent("valarm")?.getFirstPropertyValue("description") ?? summary,
          )
          const due = dues.get(uid)
          if (due) expect(end).toBe(Date.parse(due))
        }
      }),
    )
    expect(seenEvents).toBeGreaterThan(100)
  })

  it("raises every SEQUENCE with time and gives what stays the same UID", () => {
    fc.assert(
      fc.property(journeys, clock, (facts, now) => {
        const later = new Date(Date.parse(now) + 1000).toISOString()
        const [before, after] = [parse(fileOf(facts, now).text), parse(fileOf(facts, later).text)]
        for (const { uid, sequence } of after)
          expect(sequence).toBeGreaterThan(before.find((old) => old.uid === uid)?.sequence ?? Number.NaN)
      }),
      { numRuns: 30 },
    )
  })
})
