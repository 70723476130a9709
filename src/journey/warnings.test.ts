import { describe, expect, it } from "vitest"
import { described, said, seen } from "../../tests/fixtures/facts"
import { nearlyRight, pack, ruleCases } from "../../tests/fixtures/rule-cases"
import type { Mode, Severity } from "../programmes/steps"
import type { Particulars } from "./facts"

/* Every warning that the pack's rules raise, from facts to what is shown, as time goes by and when it is over. */

const { shows, fails } = ruleCases("warning")

const accepted = (on: string) => said(on, "accepted", { on })
const known = (on: string, mode: Mode, more: Particulars = {}) => [
  accepted(on),
  said(on, "wallet", { on }),
  described(on, "t", { title: "Belajar", provider: "Lembaga Contoh", mode, ...more }),
]
const bought = (on: string, mode: Mode, more: Particulars = {}) => [
  ...known(on, mode, { boughtOn: on, ...more }),
  said(on, "purchase", { training: "t", on }),
]
const done = (on: string, step: Parameters<typeof said>[1]) => said(on, step, { training: "t", on })
/** One moment at which the warning stands this pressingly, with the same last moment. */
const at = (due: string) => (now: string, severity: Severity) => [now, [{ severity, due }]] as const

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
  const link = at("2024-12-03T23:59:00+07:00")
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
  const first = at("2024-03-13T23:59:00+07:00")
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
  const next = at("2024-03-15T23:59:00+07:00")
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

  const inTime = at("2024-03-09T23:59:00+07:00")
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
    [at("2024-03-07T23:59:00+07:00")("2024-03-07T23:59", "urgent"), ["2024-03-08T00:00", []]],
  )
  shows(
    "warning buy-before-start: over once bought",
    bought("2024-03-01", "webinar", { startsAt: "2024-03-10" }),
    [["2024-03-05", []]],
  )

  const cancel = at("2023-07-22T23:59:00+07:00")
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

  const test = at("2024-04-30T23:59:00+07:00")
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

  const demo = at("2024-03-20T23:59:00+07:00")
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

describe("the cases of a warning", () => {
  it.each(pack.warnings.map((rule) => [`${rule.id} (${rule.when.steps.join(", ")})`, rule] as const))(
    "fail without %s",
    (_id, rule) => {
      expect(fails(rule.id, { ...pack, warnings: pack.warnings.filter((other) => other !== rule) })).toBe(
        true,
      )
    },
  )

  it.each(
    pack.warnings.flatMap((rule) =>
      [...nearlyRight(rule), ...withoutOne(rule)].map(
        ({ what, rule: bent }) => [rule.id, what, rule, bent] as const,
      ),
    ),
  )("fail with %s: %s", (id, _what, rule, bent) => {
    const warnings = pack.warnings.map((other) => (other === rule ? bent : other))
    expect(fails(id, { ...pack, warnings })).toBe(true)
  })
})

/** A rule with one of the things left out by which it is told from a simpler one. */
function withoutOne(rule: (typeof pack.warnings)[number]) {
  return (
    [
      "deadlines",
      "leadDays",
      "expires",
      "needsDone",
      "needsBalance",
      "worseWhen",
      "unless",
      "causes",
      "evenWithout",
      "atMost",
    ] as const
  )
    .filter((key) => rule[key] !== undefined)
    .map((key) => {
      const { [key]: _, ...rest } = rule
      return { what: `without ${key}`, rule: rest }
    })
}
