import { describe } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import { missedWarnings, ruleCases } from "../../tests/fixtures/rule-cases"
import { accepted } from "../../tests/fixtures/trainings"
import type { Severity } from "../programmes/steps"

/* Every warning about the money, as time goes by and when it is over. */

const cases = ruleCases("warning")
const { shows } = cases

describe("warnings about the money", () => {
  const payment = (on: string, signal: string, more = {}) =>
    seen(on, `payment-${signal}`, { words: signal, values: { amount: 600_000, ...more } })
  const scheduled = payment("2024-04-04", "scheduled", { date: "2024-04-05" })
  // 8-12 April and 15 April 2024 were public holidays or joint leave.
  shows(
    "warning incentive-late: once five working days are over, with the form",
    [accepted("2024-02-28"), scheduled],
    [
      ["2024-04-22T23:59", []],
      [
        "2024-04-23T00:00",
        [
          {
            severity: "late",
            due: "2024-04-22T23:59:00+07:00",
            link: "complaint",
            contacts: ["prakerja"],
            values: { amount: 600_000, from: "2024-04-05", date: "2024-04-05" },
          },
        ],
      ],
    ],
  )
  shows(
    "warning incentive-late: over with the money",
    [accepted("2024-02-28"), scheduled, said("2024-04-24", "incentive")],
    [["2024-04-24", []]],
  )

  const CAUSES = ["same-number", "same-nik", "upgraded", "active-own-name", "room"]
  const failed = payment("2024-04-09", "failed", { date: "2024-04-09" })
  shows(
    "warning incentive-failed: urgent at once, with the likely causes and the form",
    [accepted("2024-02-28"), scheduled, failed],
    [
      [
        "2024-04-09",
        [
          {
            severity: "urgent",
            step: "incentive",
            causes: CAUSES,
            link: "complaint",
            contacts: ["prakerja"],
            evidence: { words: "failed" } as never,
          },
        ],
      ],
      ["2024-05-09", [{ severity: "urgent" }]],
    ],
  )
  shows(
    "warning incentive-failed: of a survey's money too, though the survey is filled in",
    [
      accepted("2024-02-28"),
      seen("2024-06-01", "payment-failed", { values: { amount: 50_000, ordinal: 1 } }),
    ],
    [["2024-06-01", [{ severity: "urgent", step: "survey-1", values: { amount: 50_000 } }]]],
  )
  shows(
    "warning incentive-failed: over when the person says that the money came",
    [accepted("2024-02-28"), failed, said("2024-04-20", "incentive")],
    [["2024-04-20", []]],
  )
  shows(
    "warning incentive-failed: over when it is scheduled again",
    [accepted("2024-02-28"), failed, payment("2024-04-20", "scheduled", { date: "2024-04-22" })],
    [["2024-04-20", []]],
  )

  const received = [accepted("2024-01-10"), said("2024-03-01", "incentive", { on: "2024-03-01" })]
  const closing = "2024-12-10T23:59:00+07:00"
  const survey = (now: string, severity: Severity, step: "survey-1" | "survey-2" = "survey-1") =>
    [now, [{ severity, step, due: closing }]] as const
  shows("warning survey-open: from the 30th day after the money came until the last two weeks", received, [
    ["2024-03-29T23:59", []],
    survey("2024-03-30T00:00", "soon"),
    survey("2024-11-25T23:59", "soon"),
    ["2024-11-26T00:00", []],
  ])
  shows(
    "warning survey-open: at once when the page shows it",
    [...received, seen("2024-03-20", "survey-open", { values: { n: 1 } })],
    [survey("2024-03-20", "soon")],
  )
  shows(
    "warning survey-open: even where its last day is not known",
    [seen("2024-03-20", "survey-open", { values: { n: 1 } })],
    [["2024-03-20", [{ severity: "soon" }]]],
  )
  shows(
    "warning survey-open: then of the second",
    [...received, said("2024-04-02", "survey-1")],
    [survey("2024-04-02", "soon", "survey-2")],
  )
  shows(
    "warning survey-open: over with the surveys",
    [...received, said("2024-04-02", "survey-1"), said("2024-04-02", "survey-2")],
    [["2024-04-02", []]],
  )

  const both = (now: string, severity: Severity) =>
    [
      now,
      [
        { severity, step: "survey-1" as const, due: closing },
        { severity, step: "survey-2" as const, due: closing },
      ],
    ] as const
  shows("warning survey-missing: both, from two weeks before 10 December, late after it", received, [
    ["2024-11-25T23:59", []],
    both("2024-11-26T00:00", "soon"),
    both("2024-12-07T00:00", "urgent"),
    both("2024-12-10T23:59", "urgent"),
    both("2024-12-11T00:00", "late"),
  ])
  shows(
    "warning survey-missing: not before the incentive has come",
    [accepted("2024-01-10")],
    [["2024-12-05", []]],
  )
})

missedWarnings(cases)
