import { describe } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import { missedWarnings, ruleCases } from "../../tests/fixtures/rule-cases"
import { accepted, bought, done, known, until } from "../../tests/fixtures/trainings"

/* Every warning about the account and about buying, as time goes by and when it is over. */

const cases = ruleCases("warning")
const { shows } = cases

describe("warnings about the account", () => {
  const flagged = seen("2024-03-01", "account-flagged", { words: "ditandai" })
  shows(
    "warning account-flagged: urgent while the dashboard says so, with its words and the form",
    [accepted("2024-02-28"), flagged],
    [
      [
        "2024-03-01",
        [
          {
            severity: "urgent",
            link: "complaint",
            contacts: ["prakerja"],
            evidence: { words: "ditandai" } as never,
          },
        ],
      ],
      ["2024-06-01", [{ severity: "urgent" }]],
    ],
  )
  shows(
    "warning account-flagged: over when the person says so",
    [accepted("2024-02-28"), flagged, accepted("2024-03-02")],
    [["2024-03-02", []]],
  )

  const open = [accepted("2024-02-28"), said("2024-02-28", "videos")]
  const link = until("2024-12-03T23:59:00+07:00")
  shows("warning link-account: soon, urgent in its last three days, late on 4 December", open, [
    link("2024-02-28", "soon"),
    link("2024-11-29T23:59", "soon"),
    link("2024-11-30T00:00", "urgent"),
    link("2024-12-03T23:59", "urgent"),
    link("2024-12-04T00:00", "late"),
  ])
  shows(
    "warning link-account: not before the videos, nor once linked",
    [accepted("2024-02-28")],
    [["2024-03-01", []]],
  )
  shows(
    "warning link-account: over once linked",
    [...open, said("2024-03-01", "wallet")],
    [["2024-03-01", []]],
  )
  shows(
    "warning link-account: soon, even where nothing is known but that it is open",
    [seen("2024-03-01", "wallet-not-linked")],
    [["2024-03-01", [{ severity: "soon" }]]],
  )

  const refused = seen("2024-03-01T10:00", "wallet-refused", { words: "Verifikasi NIK Gagal" })
  shows(
    "warning wallet-prerequisites: a hint while the account is to be linked, urgent once linking has failed",
    [...open, refused],
    [["2024-03-01T10:00", [{ severity: "urgent", evidence: { words: "Verifikasi NIK Gagal" } as never }]]],
  )
  shows(
    "warning wallet-prerequisites: a failure outweighs the button that stands beside it",
    [...open, refused, seen("2024-03-01T10:00", "wallet-not-linked")],
    [["2024-03-01T10:00", [{ severity: "urgent" }]]],
  )
  shows("warning wallet-prerequisites: no more than a hint before", open, [
    ["2024-03-01", [{ severity: "info" }]],
  ])
  shows(
    "warning wallet-prerequisites: over once linked",
    [...open, refused, said("2024-03-02", "wallet")],
    [["2024-03-02", []]],
  )
})

describe("warnings about buying", () => {
  const first = until("2024-03-13T23:59:00+07:00")
  shows(
    "warning first-purchase: info, soon in its last week, urgent in its last three days, late",
    [accepted("2024-02-28")],
    [
      first("2024-02-28", "info"),
      first("2024-03-05T23:59", "info"),
      first("2024-03-06T00:00", "soon"),
      first("2024-03-09T23:59", "soon"),
      first("2024-03-10T00:00", "urgent"),
      first("2024-03-13T23:59", "urgent"),
      first("2024-03-14T00:00", "late"),
    ],
  )
  shows("warning first-purchase: over with the purchase", bought("2024-03-01", "webinar"), [
    ["2024-03-01", []],
  ])

  const reviewed = [...bought("2024-02-01", "webinar"), done("2024-03-01", "review")]
  const next = until("2024-03-15T23:59:00+07:00")
  shows("warning next-purchase: while it can be made, then no more", reviewed, [
    next("2024-03-01", "info"),
    next("2024-03-08", "soon"),
    next("2024-03-15T23:59", "urgent"),
    ["2024-03-16T00:00", []],
  ])
  shows(
    "warning next-purchase: not when the page has said that no balance is left",
    [...reviewed, seen("2024-03-02", "balance", { values: { amount: 0 } })],
    [["2024-03-02", []]],
  )

  const inTime = until("2024-03-09T23:59:00+07:00")
  shows(
    "warning buy-before-start: in the last week in which that schedule can be bought",
    known("2024-02-28", "webinar", { startsAt: "2024-03-10" }),
    [
      ["2024-03-01T23:59", []],
      inTime("2024-03-02T00:00", "soon"),
      inTime("2024-03-09T23:59", "urgent"),
      ["2024-03-10T00:00", []],
    ],
  )
  shows(
    "warning buy-before-start: three days before for a training in person",
    known("2024-02-28", "offline", { startsAt: "2024-03-10" }),
    [until("2024-03-07T23:59:00+07:00")("2024-03-07T23:59", "urgent"), ["2024-03-08T00:00", []]],
  )
  shows(
    "warning buy-before-start: over once bought",
    bought("2024-03-01", "webinar", { startsAt: "2024-03-10" }),
    [["2024-03-05", []]],
  )

  const cancel = until("2023-07-22T23:59:00+07:00")
  const cancellable = bought("2023-07-19", "webinar", { startsAt: "2023-07-31" })
  shows("warning cancel-window: a right that presses nobody, while it lasts", cancellable, [
    cancel("2023-07-19T00:00", "info"),
    cancel("2023-07-22T23:59", "info"),
    ["2023-07-23T00:00", []],
  ])
  shows(
    "warning cancel-window: not once the training has begun",
    [...cancellable, done("2023-07-20", "redeem")],
    [["2023-07-20", []]],
  )
  shows(
    "warning cancel-window: not before the day of buying",
    bought("2023-07-19", "webinar", { startsAt: "2023-07-31" }),
    [["2023-07-18", []]],
  )
})

missedWarnings(cases)
