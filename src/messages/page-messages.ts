import * as z from "zod/mini"
import { civilDateSchema as civilDate, civilDateOrTimeSchema as civilDateOrTime } from "../journey/civil"
import { MODES } from "../programmes/steps"
import { faultSchema } from "./faults"

/* Every message of a content script, apart from those of our own pages: a background that only notes needs no more. */

/** Shorter than an id: those of the facts are made of it. */
const readId = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,64}$/))
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

const observation = z.strictObject({
  signal: text(60),
  training: z.optional(
    z.strictObject({
      title: text(200),
      provider: z.optional(text(120)),
      mode: z.optional(z.enum(MODES)),
      startsAt: z.optional(civilDateOrTime),
      endsAt: z.optional(civilDateOrTime),
      boughtOn: z.optional(civilDate),
    }),
  ),
  values: z.optional(
    z.strictObject({
      amount: z.optional(z.int().check(z.nonnegative(), z.maximum(1_000_000_000))),
      date: z.optional(civilDate),
      days: z.optional(z.int().check(z.nonnegative(), z.maximum(1000))),
      n: z.optional(z.int().check(z.nonnegative(), z.maximum(1000))),
      ordinal: z.optional(z.int().check(z.positive(), z.maximum(1000))),
      provider: z.optional(text(40)),
      card: z.optional(z.string().check(z.regex(/^\d{16}$/))),
      name: z.optional(text(160)),
      email: z.optional(text(160)),
    }),
  ),
  words: text(120),
  place: z.strictObject({
    kind: z.enum(["control", "heading", "badge", "address"]),
    section: z.optional(text(120)),
  }),
})

/** From a content script on a site of the pack. */
export const pageMessageSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("page-opened") }),
  z.strictObject({
    type: z.literal("page-read"),
    /** One id a read, so that a message sent again is noted once. */
    read: readId,
    kind: z.enum(["unread", "read"]),
    observations: z.array(observation).check(z.maxLength(200)),
    /** Jejak itself went wrong at this read. */
    fault: z.optional(faultSchema),
  }),
  z.strictObject({
    /** What helps in a page whose read was just acknowledged. */
    type: z.literal("page-hint"),
    read: readId,
  }),
  z.strictObject({
    /** What the person did with the card in the page. */
    type: z.literal("hint-answered"),
    hint: text(40),
    answer: z.enum(["open", "tomorrow", "never"]),
  }),
])
export type PageMessage = z.infer<typeof pageMessageSchema>
