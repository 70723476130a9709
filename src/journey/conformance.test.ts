import { describe, expect, it } from "vitest"
import { described, said, seen, wib } from "../../tests/fixtures/facts"
import { programmes } from "../programmes/registry"
import type { Mode } from "../programmes/steps"
import type { Fact } from "./facts"
import { foldJourney } from "./fold"
import type { DeadlineView } from "./journey"

/*
 * The official worked examples of the programme's question-and-answer pages (2024): the first day counts as
 * day 1 and the last ends at 23.59 WIB.
 */

const [programme] = programmes
if (!programme) throw new Error("no programme")

function deadline(facts: Fact[], now: string, id: string): DeadlineView | undefined {
  const { person, trainings } = foldJourney(facts, programme as NonNullable<typeof programme>, wib(now))
  return [...person, ...trainings.flatMap(({ steps }) => steps)]
    .flatMap(({ deadlines }) => deadlines)
    .find((view) => view.id === id)
}

const accepted = (on: string) => said(on, "accepted", { on })
const bought = (on: string, mode: Mode, startsAt?: string) => [
  accepted(on),
  described(on, "t", { title: "Belajar", mode, boughtOn: on, ...(startsAt && { startsAt }) }),
  said(on, "purchase", { training: "t", on }),
]

describe("official worked examples", () => {
  it("announced 28 Feb 2024: first purchase by 13 Mar 2024", () => {
    expect(deadline([accepted("2024-02-28")], "2024-02-28", "first-purchase")?.due).toBe(
      "2024-03-13T23:59:00+07:00",
    )
  })

  it("rated 1 Mar 2024: next purchase by 15 Mar 2024", () => {
    const facts = [
      ...bought("2024-02-01", "webinar"),
      said("2024-03-01", "review", { training: "t", on: "2024-03-01" }),
    ]
    expect(deadline(facts, "2024-03-01", "next-purchase")?.due).toBe("2024-03-15T23:59:00+07:00")
  })

  it("webinar, last meeting 1 Apr 2024: post-test by 30 Apr 2024", () => {
    const facts = [...bought("2024-03-20", "webinar"), described("2024-03-20", "t", { endsAt: "2024-04-01" })]
    expect(deadline(facts, "2024-04-01", "post-test-webinar")?.due).toBe("2024-04-30T23:59:00+07:00")
  })

  it("self-paced, redeemed 1 Apr 2024: post-test by 30 May 2024", () => {
    const facts = [
      ...bought("2024-03-20", "self-paced"),
      said("2024-04-01", "redeem", { training: "t", on: "2024-04-01" }),
    ]
    expect(deadline(facts, "2024-04-01", "post-test-self-paced")?.due).toBe("2024-05-30T23:59:00+07:00")
  })

  it("self-paced, bought 1 Mar 2024: first session and redeem by 15 Mar 2024", () => {
    expect(deadline(bought("2024-03-01", "self-paced"), "2024-03-01", "redeem-self-paced")?.due).toBe(
      "2024-03-15T23:59:00+07:00",
    )
  })

  it.each([
    ["webinar", "2024-03-01T10:00:00+07:00"],
    ["offline", "2024-03-01T11:00:00+07:00"],
  ] as const)("%s meeting 1 Mar 2024 09.00: redeem from 08.00", (mode, closes) => {
    const view = deadline(bought("2024-02-20", mode, "2024-03-01T09:00"), "2024-02-20", `redeem-${mode}`)
    expect(view).toMatchObject({ opens: "2024-03-01T08:00:00+07:00", due: closes })
  })

  it("incentive received 1 Mar 2024: survey opens 30 Mar 2024", () => {
    const facts = [accepted("2024-01-10"), said("2024-03-01", "incentive", { on: "2024-03-01" })]
    expect(deadline(facts, "2024-03-01", "survey-opens")?.opens).toBe("2024-03-30T00:00:00+07:00")
  })

  it.each([
    ["2023-07-22", "2023-07-19"],
    ["2023-07-23", "2023-07-20"],
    ["2023-07-31", "2023-07-22"],
  ])("bought 19 Jul 2023, starts %s: may cancel to %s", (starts, last) => {
    expect(deadline(bought("2023-07-19", "webinar", starts), "2023-07-19", "cancel")).toMatchObject({
      opens: "2023-07-19T00:00:00+07:00",
      due: `${last}T23:59:00+07:00`,
    })
  })

  it("bought 19 Jul 2023, starts 20 Jul 2023: can no longer cancel", () => {
    expect(deadline(bought("2023-07-19", "webinar", "2023-07-20"), "2023-07-19", "cancel")).toBeUndefined()
  })
})

describe("rules without a worked example", () => {
  it.each([
    ["webinar", "online", "2024-03-09"],
    ["self-paced", "online", "2024-03-09"],
    ["offline", "offline", "2024-03-07"],
  ] as const)("a training %s that starts 10 Mar 2024 is bought in time", (mode, rule, last) => {
    const facts = [
      accepted("2024-03-01"),
      described("2024-03-01", "t", { title: "Belajar", mode, startsAt: "2024-03-10" }),
    ]
    expect(deadline(facts, "2024-03-01", `buy-before-start-${rule}`)?.due).toBe(`${last}T23:59:00+07:00`)
  })

  it("an offline post-test ends with the last meeting, by its clock where that is known", () => {
    const on = (endsAt: string) =>
      deadline(
        [...bought("2024-03-01", "offline"), described("2024-03-01", "t", { endsAt })],
        "2024-03-02",
        "post-test-offline",
      )
    expect(on("2024-03-10")?.due).toBe("2024-03-10T23:59:00+07:00")
    expect(on("2024-03-10T16:00")?.due).toBe("2024-03-10T16:00:00+07:00")
  })

  it("the year's last days for linking and for the survey belong to the year of the announcement", () => {
    const facts = [accepted("2024-02-28")]
    expect(deadline(facts, "2024-03-01", "link-account")?.due).toBe("2024-12-03T23:59:00+07:00")
    expect(deadline(facts, "2024-03-01", "survey-closes")?.due).toBe("2024-12-10T23:59:00+07:00")
  })

  it("the payout is late after five working days, holidays left out", () => {
    const facts = [
      accepted("2024-02-28"),
      seen("2024-04-04", "payment-scheduled", { values: { amount: 600_000, date: "2024-04-05" } }),
    ]
    // 8-12 April and 15 April 2024 were public holidays or joint leave.
    expect(deadline(facts, "2024-04-05", "incentive-payout")?.due).toBe("2024-04-22T23:59:00+07:00")
  })

  it("the certificate is asked for after 7 and 14 working days", () => {
    const facts = [
      ...bought("2024-06-19", "webinar"),
      said("2024-07-01", "skills-demo", { training: "t", on: "2024-07-01" }),
    ]
    expect(deadline(facts, "2024-07-01", "certificate-ask-provider")?.opens).toBe("2024-07-10T00:00:00+07:00")
    expect(deadline(facts, "2024-07-01", "certificate-ask-management")?.opens).toBe(
      "2024-07-19T00:00:00+07:00",
    )
  })

  it("an announced survey opens the announced number of days later", () => {
    const facts = [
      accepted("2024-01-10"),
      seen("2024-03-01", "survey-announced", { values: { n: 2, days: 12 } }),
    ]
    expect(deadline(facts, "2024-03-01", "survey-announced")).toMatchObject({
      step: "survey-2",
      opens: "2024-03-13T00:00:00+07:00",
    })
  })
})
