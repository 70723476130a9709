import * as z from "zod/mini"
import { MODES, STEP_IDS } from "../programmes/steps"
import {
  civilDateSchema as civilDate,
  civilDateOrTimeSchema as civilDateOrTime,
  civilDateTimeSchema as civilDateTime,
} from "./civil"
import { instant } from "./instant"

/*
 * What is stored: an append-only list of facts. A page's fact keeps what was seen and leaves its meaning
 * to the pack; a person's fact keeps what was said. Nothing is ever edited: an undo is one more fact.
 */

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const id = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/))

export const particularsSchema = z.strictObject({
  title: z.optional(shortText(200)),
  provider: z.optional(shortText(120)),
  mode: z.optional(z.enum(MODES)),
  startsAt: z.optional(civilDateOrTime),
  endsAt: z.optional(civilDateOrTime),
  boughtOn: z.optional(civilDate),
  /** Only what the person enters: the last day of a skills demonstration set by the institution. */
  skillsDemoBy: z.optional(civilDateOrTime),
  /** When each meeting begins, "2024-03-01T09:00", where that is known. */
  meetings: z.optional(z.array(civilDateTime).check(z.maxLength(60))),
})
/** A training's particulars; civil dates and clocks are in the programme's zone. */
export type Particulars = z.infer<typeof particularsSchema>

const card = z.strictObject({
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32,64}$/)),
  lastFour: z.string().check(z.regex(/^\d{4}$/)),
})

const common = {
  id,
  participant: id,
  at: instant,
  /** The fact that was the last when this one came, where the clock says that it was the later: it had been set back. */
  after: z.optional(id),
}

const seen = z.strictObject({
  ...common,
  by: z.literal("page"),
  site: shortText(40),
  host: shortText(120),
  signal: shortText(60),
  training: z.optional(id),
  particulars: z.optional(particularsSchema),
  values: z.optional(
    z.strictObject({
      amount: z.optional(z.int().check(z.nonnegative(), z.maximum(1_000_000_000))),
      date: z.optional(civilDate),
      days: z.optional(z.int().check(z.nonnegative(), z.maximum(1000))),
      n: z.optional(z.int().check(z.nonnegative(), z.maximum(1000))),
      ordinal: z.optional(z.int().check(z.positive(), z.maximum(1000))),
      provider: z.optional(shortText(40)),
      card: z.optional(card),
    }),
  ),
  words: shortText(120),
  place: z.strictObject({
    kind: z.enum(["control", "heading", "badge", "address"]),
    section: z.optional(shortText(120)),
  }),
})

const saidOfStep = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("step"),
  step: z.enum(STEP_IDS),
  training: z.optional(id),
  state: z.enum(["done", "open"]),
  on: z.optional(civilDate),
})

/** A yes or no to what a page's fact proposes. */
const answer = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("answer"),
  fact: id,
  /** The step of which it was asked: a no is about that one only, a yes about all that the fact says. */
  step: z.optional(z.enum(STEP_IDS)),
  yes: z.boolean(),
})

/** A training added or corrected by hand; what is given replaces what was known, what is not given stays. */
const described = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("training"),
  training: id,
  particulars: particularsSchema,
})

/** Takes back an earlier fact of the person. */
const retraction = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("retract"),
  fact: id,
})

/** Whether a training known from one site is one known from another. A yes makes `as` stand for both. */
const sameTraining = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("same"),
  training: id,
  as: id,
  yes: z.boolean(),
})

/** A training on a platform that has nothing to do with the programme. */
const notMine = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("not-mine"),
  training: id,
})

/** A point of the wallet's preflight that the person has looked at. Numbers are never kept, only the outcome. */
const check = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("check"),
  prerequisite: shortText(40),
  /** The wallet's id in the pack. */
  provider: z.optional(shortText(40)),
  met: z.boolean(),
})

/** Too many wrong codes were entered at `at`: the programme makes one wait. */
const wrongCodes = z.strictObject({ ...common, by: z.literal("person"), kind: z.literal("wrong-codes") })

/** A page's fact that is wrong: nothing of it counts, and the same words are not believed again by themselves. */
const rejection = z.strictObject({ ...common, by: z.literal("person"), kind: z.literal("reject"), fact: id })

/**
 * Takes apart what was taken for one training: these facts of it, and whatever these sites say of it, are of another,
 * `into`, an id that was never used.
 */
const split = z.strictObject({
  ...common,
  by: z.literal("person"),
  kind: z.literal("split"),
  training: id,
  into: id,
  facts: z.array(id).check(z.maxLength(1000)),
  /** Keys of sites, as `seenOn` gives them. */
  sites: z.array(shortText(200)).check(z.maxLength(20)),
})

export const factSchema = z.union([
  seen,
  saidOfStep,
  answer,
  described,
  retraction,
  sameTraining,
  notMine,
  check,
  wrongCodes,
  rejection,
  split,
])

export type Fact = z.infer<typeof factSchema>
export type SeenFact = z.infer<typeof seen>
export type SaidFact = Exclude<Fact, SeenFact>
