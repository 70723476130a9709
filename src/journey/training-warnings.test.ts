import { describe } from "vitest"
import { seen } from "../../tests/fixtures/facts"
import { missedWarnings, ruleCases } from "../../tests/fixtures/rule-cases"
import { bought, done, known, until } from "../../tests/fixtures/trainings"
import type { Severity } from "../programmes/steps"

/* Every warning about a training, as time goes by and when it is over. */

const cases = ruleCases("warning")
const { shows } = cases

describe("warnings about a training", () => {
  const MEETINGS = ["2024-03-10T09:00", "2024-03-12T09:00", "2024-03-14T09:00"]
  const webinar = bought("2024-02-20", "webinar", { meetings: MEETINGS })
  const window = (now: string, severity: Severity) =>
    [
      now,
      [
        {
          step: "redeem" as const,
          severity,
          opens: "2024-03-10T08:00:00+07:00",
          due: "2024-03-10T10:00:00+07:00",
        },
      ],
    ] as const
  shows(
    "warning redeem-window: a week ahead, urgent in the last three days, late after its last minute",
    webinar,
    [
      ["2024-03-02T23:59", []],
      window("2024-03-03T00:00", "soon"),
      window("2024-03-07T00:00", "urgent"),
      window("2024-03-10T10:00", "urgent"),
      window("2024-03-10T10:01", "late"),
    ],
  )
  shows(
    "warning redeem-window: an hour longer in person",
    bought("2024-02-20", "offline", { meetings: MEETINGS }),
    [
      ["2024-03-10T11:00", [{ severity: "urgent", due: "2024-03-10T11:00:00+07:00" }]],
      ["2024-03-10T11:01", [{ severity: "late" }]],
    ],
  )
  shows("warning redeem-window: fifteen days, self-paced", bought("2024-03-01", "self-paced"), [
    ["2024-03-07T23:59", []],
    ["2024-03-08T00:00", [{ severity: "soon", due: "2024-03-15T23:59:00+07:00" }]],
    ["2024-03-16T00:00", [{ severity: "late" }]],
  ])
  const present = (now: string, day: number, closes = "10:00") =>
    [
      now,
      [
        {
          step: "attend" as const,
          severity: "urgent" as const,
          opens: `2024-03-${day}T08:00:00+07:00`,
          due: `2024-03-${day}T${closes}:00+07:00`,
        },
      ],
    ] as const
  const redeemed = done("2024-03-10T08:10", "redeem")
  shows(
    "warning redeem-window: the further meeting that is open or comes next, from the day before; none that is over",
    [...webinar, redeemed],
    [
      ["2024-03-10T23:59", []],
      present("2024-03-11T00:00", 12),
      present("2024-03-12T08:00", 12),
      present("2024-03-12T10:00", 12),
      ["2024-03-12T10:01", []],
      present("2024-03-13T00:00", 14),
      ["2024-03-14T10:01", []],
    ],
  )
  shows(
    "warning redeem-window: further meetings in person",
    [...bought("2024-02-20", "offline", { meetings: MEETINGS }), redeemed],
    [present("2024-03-12T11:00", 12, "11:00"), ["2024-03-12T11:01", []]],
  )

  const test = until("2024-04-30T23:59:00+07:00")
  const lastMeeting = { meetings: ["2024-04-01T09:00"] }
  shows(
    "warning post-test: from two weeks before its last day, late after it",
    bought("2024-03-20", "webinar", lastMeeting),
    [
      ["2024-04-15T23:59", []],
      test("2024-04-16T00:00", "info"),
      test("2024-04-23T00:00", "soon"),
      test("2024-04-27T00:00", "urgent"),
      test("2024-04-30T23:59", "urgent"),
      test("2024-05-01T00:00", "late"),
    ],
  )
  shows(
    "warning post-test: not of a training that was not bought",
    known("2024-03-20", "webinar", lastMeeting),
    [["2024-05-01", []]],
  )
  shows(
    "warning post-test: sixty days from the redeem, self-paced",
    [...bought("2024-03-20", "self-paced"), done("2024-04-01", "redeem")],
    [["2024-05-30T23:59", [{ severity: "urgent", due: "2024-05-30T23:59:00+07:00" }]]],
  )
  shows("warning post-test: at the last meeting, in person", bought("2024-03-20", "offline", lastMeeting), [
    ["2024-04-01T23:59", [{ severity: "urgent", due: "2024-04-01T23:59:00+07:00" }]],
  ])

  const demo = until("2024-03-20T23:59:00+07:00")
  const entered = { skillsDemoBy: "2024-03-20" }
  shows(
    "warning skills-demo: in the last week before the day that was entered, late after it",
    bought("2024-03-01", "webinar", entered),
    [
      ["2024-03-12T23:59", []],
      demo("2024-03-13T00:00", "soon"),
      demo("2024-03-17T00:00", "urgent"),
      demo("2024-03-21T00:00", "late"),
    ],
  )
  shows(
    "warning skills-demo: not of a training that was not bought",
    known("2024-03-01", "webinar", entered),
    [["2024-03-20", []]],
  )

  const finished = [...bought("2024-06-19", "webinar"), done("2024-07-01", "skills-demo")]
  const ask = {
    severity: "soon" as const,
    values: { training: "Belajar", provider: "Lembaga Contoh", from: "2024-07-01" },
  }
  shows(
    "warning certificate-late: the institution after seven working days, the management after fourteen",
    finished,
    [
      ["2024-07-09T23:59", []],
      [
        "2024-07-10T00:00",
        [{ ...ask, deadline: "certificate-ask-provider", link: "dashboard", contacts: [] }],
      ],
      ["2024-07-18T23:59", [{ ...ask, deadline: "certificate-ask-provider" }]],
      [
        "2024-07-19T00:00",
        [{ ...ask, deadline: "certificate-ask-management", link: "complaint", contacts: ["prakerja"] }],
      ],
    ],
  )
  const onPlatform = {
    ...seen("2024-06-20", "redeemed", { training: "t", particulars: { title: "Belajar" } }),
    site: "pintar",
    host: "skills.pintar.co",
  }
  shows(
    "warning certificate-late: with whom to ask on the platform on which the training was seen",
    [...finished, onPlatform],
    [
      ["2024-07-10T00:00", [{ contacts: ["pintar"] }]],
      ["2024-07-19T00:00", [{ contacts: ["pintar", "prakerja"] }]],
    ],
  )
  shows(
    "warning certificate-late: over with the certificate",
    [...finished, done("2024-07-12", "certificate")],
    [["2024-07-12", []]],
  )

  const outstanding = [
    ...bought("2024-06-19", "webinar"),
    seen("2024-07-10", "review-outstanding", { training: "t", words: "Beri Ulasan" }),
  ]
  shows("warning review-missing: urgent as soon as the dashboard asks for it, with its words", outstanding, [
    [
      "2024-07-10",
      [{ severity: "urgent", training: "t", link: "dashboard", evidence: { words: "Beri Ulasan" } as never }],
    ],
    ["2024-09-10", [{ severity: "urgent" }]],
  ])
  shows(
    "warning review-missing: over with the review",
    [...outstanding, done("2024-07-11", "review")],
    [["2024-07-11", []]],
  )
})

missedWarnings(cases)
