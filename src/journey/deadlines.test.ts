import { describe } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import { missedDeadlines, ruleCases } from "../../tests/fixtures/rule-cases"
import { accepted, bought, done, known } from "../../tests/fixtures/trainings"
import type { StepState } from "../programmes/steps"

/* Every deadline of the pack, from facts to its moments, and how the step stands just before and just after. */

const cases = ruleCases("deadline")
const { shows } = cases

const MEETINGS = ["2024-03-05T13:00", "2024-03-01T09:00", "2024-03-03T09:00"]

describe("deadlines of buying and linking", () => {
  const first = {
    due: "2024-03-13T23:59:00+07:00",
    from: { anchor: "announced" as const, on: "2024-02-28", assumed: false },
  }
  shows(
    "deadline first-purchase: the 15th day, the announcement's being the first",
    [accepted("2024-02-28")],
    [
      ["2024-02-28", [{ ...first, state: "locked" }]],
      ["2024-03-13T23:59", [{ ...first, state: "locked" }]],
      ["2024-03-14T00:00", [{ ...first, state: "missed" }]],
    ],
  )
  shows("deadline first-purchase: over with the first purchase", bought("2024-03-01", "webinar"), [
    ["2024-03-01", []],
  ])

  const next = { due: "2024-03-15T23:59:00+07:00", training: "next-1" }
  shows(
    "deadline next-purchase: the 15th day, the last review's being the first",
    [...bought("2024-02-01", "webinar"), done("2024-03-01", "review")],
    [
      ["2024-03-01", [{ ...next, state: "open" }]],
      ["2024-03-15T23:59", [{ ...next, state: "open" }]],
      ["2024-03-16T00:00", [{ ...next, state: "missed" }]],
    ],
  )
  shows("deadline next-purchase: not before the review", bought("2024-02-01", "webinar"), [
    ["2024-03-01", []],
  ])

  const link = { due: "2024-12-03T23:59:00+07:00", step: "wallet" as const }
  shows(
    "deadline link-account: 3 December of the announcement's year",
    [accepted("2024-02-28"), said("2024-02-28", "videos")],
    [
      ["2024-02-28", [{ ...link, state: "open" }]],
      ["2024-12-03T23:59", [{ ...link, state: "open" }]],
      ["2024-12-04T00:00", [{ ...link, state: "missed" }]],
    ],
  )

  for (const mode of ["webinar", "self-paced"] as const)
    shows(
      "deadline buy-before-start-online: the day before an online training starts",
      known("2024-03-01", mode, { startsAt: "2024-03-10" }),
      [
        ["2024-03-01", [{ due: "2024-03-09T23:59:00+07:00", state: "open" }]],
        ["2024-03-10T00:00", [{ due: "2024-03-09T23:59:00+07:00", state: "open" }]],
      ],
    )
  shows(
    "deadline buy-before-start-online: counted from the first meeting, and over once bought",
    bought("2024-03-01", "webinar", { startsAt: "2024-03-10" }),
    [["2024-03-02", []]],
  )
  shows(
    "deadline buy-before-start-offline: three days before a training in person starts",
    known("2024-02-20", "offline", { meetings: MEETINGS }),
    [
      ["2024-02-20", [{ due: "2024-02-27T23:59:00+07:00", state: "open" }]],
      ["2024-02-28T00:00", [{ due: "2024-02-27T23:59:00+07:00", state: "open" }]],
    ],
  )
  shows(
    "deadline buy-before-start-offline: of no online training",
    known("2024-02-20", "webinar", { meetings: MEETINGS }),
    [["2024-02-20", []]],
  )

  shows(
    "deadline cancel: three days after buying and three before the start, whichever is first",
    bought("2023-07-19", "webinar", { startsAt: "2023-07-31" }),
    [
      [
        "2023-07-20",
        [{ opens: "2023-07-19T00:00:00+07:00", due: "2023-07-22T23:59:00+07:00", state: "open" }],
      ],
      ["2023-07-23T00:00", [{ due: "2023-07-22T23:59:00+07:00", state: "open" }]],
    ],
  )
  shows(
    "deadline cancel: none when the start is too near",
    bought("2023-07-19", "webinar", { startsAt: "2023-07-20" }),
    [["2023-07-19", []]],
  )
  shows(
    "deadline cancel: the start counts even when it comes first",
    bought("2023-07-19", "webinar", { startsAt: "2023-07-23" }),
    [["2023-07-19", [{ due: "2023-07-20T23:59:00+07:00" }]]],
  )
})

describe("deadlines of a training", () => {
  const on1March = (due: string) =>
    [
      ["2024-02-20", [{ opens: "2024-03-01T08:00:00+07:00", due, step: "redeem", state: "open" }]],
      ["2024-03-02T00:00", [{ opens: "2024-03-01T08:00:00+07:00", due, state: "open" }]],
    ] as const
  shows(
    "deadline redeem-webinar: an hour before to an hour after the first meeting's beginning",
    bought("2024-02-20", "webinar", { startsAt: "2024-02-28T09:00", meetings: MEETINGS }),
    on1March("2024-03-01T10:00:00+07:00"),
  )
  shows(
    "deadline redeem-webinar: by the card's schedule while no meeting is known",
    bought("2024-02-20", "webinar", { startsAt: "2024-03-01T09:00" }),
    on1March("2024-03-01T10:00:00+07:00"),
  )
  shows(
    "deadline redeem-webinar: none without a clock",
    bought("2024-02-20", "webinar", { startsAt: "2024-03-01" }),
    [["2024-02-20", []]],
  )
  shows(
    "deadline redeem-offline: an hour before to two hours after the first meeting's beginning",
    bought("2024-02-20", "offline", { meetings: MEETINGS }),
    on1March("2024-03-01T11:00:00+07:00"),
  )
  shows(
    "deadline redeem-self-paced: the 15th day, the purchase's being the first",
    bought("2024-03-01", "self-paced"),
    [
      ["2024-03-01", [{ due: "2024-03-15T23:59:00+07:00", state: "open" }]],
      ["2024-03-15T23:59", [{ due: "2024-03-15T23:59:00+07:00", state: "open" }]],
      ["2024-03-16T00:00", [{ due: "2024-03-15T23:59:00+07:00", state: "missed" }]],
    ],
  )

  const redeemed = said("2024-03-01T08:30", "redeem", { training: "t", on: "2024-03-01" })
  const second = { opens: "2024-03-03T08:00:00+07:00", step: "attend" as const, state: "open" as const }
  const third = { opens: "2024-03-05T12:00:00+07:00", step: "attend" as const, state: "open" as const }
  shows(
    "deadline attend-webinar: a window of its own for every further meeting, until it is over",
    [...bought("2024-02-20", "webinar", { meetings: MEETINGS }), redeemed],
    [
      [
        "2024-03-01",
        [
          { ...second, due: "2024-03-03T10:00:00+07:00" },
          { ...third, due: "2024-03-05T14:00:00+07:00" },
        ],
      ],
      ["2024-03-03T10:00", [second, third]],
      ["2024-03-03T10:01", [third]],
      ["2024-03-05T14:01", []],
    ],
  )
  shows(
    "deadline attend-webinar: none where there is one meeting only",
    [...bought("2024-02-20", "webinar", { meetings: ["2024-03-01T09:00"] }), redeemed],
    [["2024-03-01", []]],
  )
  shows(
    "deadline attend-offline: until two hours after each further meeting's beginning",
    [...bought("2024-02-20", "offline", { meetings: MEETINGS }), redeemed],
    [
      [
        "2024-03-03T11:00",
        [
          { ...second, due: "2024-03-03T11:00:00+07:00" },
          { ...third, due: "2024-03-05T15:00:00+07:00" },
        ],
      ],
      ["2024-03-03T11:01", [third]],
    ],
  )

  const until30April = [
    ["2024-04-01", [{ due: "2024-04-30T23:59:00+07:00", state: "locked" }]],
    ["2024-04-30T23:59", [{ due: "2024-04-30T23:59:00+07:00", state: "locked" }]],
    ["2024-05-01T00:00", [{ due: "2024-04-30T23:59:00+07:00", state: "missed" }]],
  ] as const
  shows(
    "deadline post-test-webinar: the 30th day, the last meeting's being the first",
    bought("2024-03-20", "webinar", {
      meetings: ["2024-04-01T09:00", "2024-03-25T09:00"],
      endsAt: "2024-04-09",
    }),
    until30April,
  )
  shows(
    "deadline post-test-webinar: by the card's last day while no meeting is known",
    bought("2024-03-20", "webinar", { startsAt: "2024-03-25T09:00", endsAt: "2024-04-01T11:00" }),
    until30April,
  )
  shows(
    "deadline post-test-self-paced: the 60th day, the redeem's being the first",
    [
      ...bought("2024-03-20", "self-paced"),
      said("2024-04-01", "redeem", { training: "t", on: "2024-04-01" }),
    ],
    [
      ["2024-05-30T23:59", [{ due: "2024-05-30T23:59:00+07:00", state: "locked" }]],
      ["2024-05-31T00:00", [{ due: "2024-05-30T23:59:00+07:00", state: "missed" }]],
    ],
  )
  shows(
    "deadline post-test-offline: on the day of the last meeting, however early that begins",
    bought("2024-02-20", "offline", { meetings: MEETINGS }),
    [
      ["2024-03-05T23:59", [{ due: "2024-03-05T23:59:00+07:00", state: "locked" }]],
      ["2024-03-06T00:00", [{ due: "2024-03-05T23:59:00+07:00", state: "missed" }]],
    ],
  )
  shows(
    "deadline post-test-offline: at its end, where that is known",
    bought("2024-02-20", "offline", { meetings: MEETINGS, endsAt: "2024-03-05T16:00" }),
    [
      ["2024-03-05T16:00", [{ due: "2024-03-05T16:00:00+07:00", state: "locked" }]],
      ["2024-03-05T16:01", [{ due: "2024-03-05T16:00:00+07:00", state: "missed" }]],
    ],
  )
  shows(
    "deadline skills-demo: the day that the person entered",
    bought("2024-03-01", "webinar", { skillsDemoBy: "2024-03-20" }),
    [
      ["2024-03-20", [{ due: "2024-03-20T23:59:00+07:00", state: "locked" }]],
      ["2024-03-21T00:00", [{ due: "2024-03-20T23:59:00+07:00", state: "locked" }]],
    ],
  )
  shows(
    "deadline skills-demo: by its clock, where that is known",
    bought("2024-03-01", "webinar", { skillsDemoBy: "2024-03-20T17:00" }),
    [["2024-03-20", [{ due: "2024-03-20T17:00:00+07:00" }]]],
  )
  const finished = [
    ...bought("2024-06-19", "webinar"),
    said("2024-07-01", "skills-demo", { training: "t", on: "2024-07-01" }),
  ]
  shows("deadline certificate-ask-provider: seven working days after the last task", finished, [
    ["2024-07-01", [{ opens: "2024-07-10T00:00:00+07:00", state: "open" }]],
  ])
  shows("deadline certificate-ask-management: fourteen working days after the last task", finished, [
    ["2024-07-01", [{ opens: "2024-07-19T00:00:00+07:00", state: "open" }]],
  ])
})

describe("deadlines of the money", () => {
  const scheduled = seen("2024-04-04", "payment-scheduled", {
    values: { amount: 600_000, date: "2024-04-05" },
  })
  // 8-12 April and 15 April 2024 were public holidays or joint leave.
  const payout = {
    due: "2024-04-22T23:59:00+07:00",
    from: { anchor: "scheduled" as const, on: "2024-04-05", assumed: false },
  }
  shows(
    "deadline incentive-payout: five working days after the scheduled date",
    [accepted("2024-02-28"), scheduled],
    [
      ["2024-04-05", [{ ...payout, state: "open" }]],
      ["2024-04-23T00:00", [{ ...payout, state: "open" }]],
    ],
  )
  shows(
    "deadline incentive-payout: what was scheduled stays so while the page says that it is being processed",
    [
      accepted("2024-02-28"),
      scheduled,
      seen("2024-04-06", "payment-processing", { values: { amount: 600_000, date: "2024-04-06" } }),
    ],
    [["2024-04-06", [payout]]],
  )
  shows(
    "deadline incentive-payout: none once it has failed",
    [
      accepted("2024-02-28"),
      scheduled,
      seen("2024-04-06", "payment-failed", { values: { amount: 600_000 } }),
    ],
    [["2024-04-06", []]],
  )

  const received = [accepted("2024-01-10"), said("2024-03-01", "incentive", { on: "2024-03-01" })]
  const surveys = (opens: string, first: StepState, second: StepState) => [
    { step: "survey-1" as const, opens, state: first },
    { step: "survey-2" as const, opens, state: second },
  ]
  const opening = "2024-03-30T00:00:00+07:00"
  shows("deadline survey-opens: the 30th day, that of the money's arrival being the first", received, [
    ["2024-03-29T23:59", surveys(opening, "locked", "locked")],
    ["2024-03-30T00:00", surveys(opening, "open", "locked")],
  ])
  shows(
    "deadline survey-opens: not before the money has come",
    [accepted("2024-01-10")],
    [["2024-03-30", []]],
  )
  shows(
    "deadline survey-announced: the number of days that the page named",
    [
      ...received,
      said("2024-04-01", "survey-1", { on: "2024-04-01" }),
      seen("2024-04-02", "survey-announced", { values: { n: 2, days: 12 } }),
    ],
    [
      ["2024-04-13T23:59", [{ step: "survey-2", opens: "2024-04-14T00:00:00+07:00", state: "locked" }]],
      ["2024-04-14T00:00", [{ step: "survey-2", opens: "2024-04-14T00:00:00+07:00", state: "open" }]],
    ],
  )
  const closing = { due: "2024-12-10T23:59:00+07:00" }
  shows("deadline survey-closes: 10 December of the announcement's year", received, [
    [
      "2024-12-10T23:59",
      [
        { ...closing, state: "open" },
        { ...closing, state: "locked" },
      ],
    ],
    [
      "2024-12-11T00:00",
      [
        { ...closing, state: "missed" },
        { ...closing, state: "missed" },
      ],
    ],
  ])
})

missedDeadlines(cases)
