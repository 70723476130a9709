import * as z from "zod/mini"
import { civilDateSchema as civilDate } from "../journey/civil"
import { particularsSchema } from "../journey/facts"
import { STEP_IDS } from "../programmes/steps"
import { isKdf, type Kdf } from "../sealing/kdf"
import { faultSchema } from "./faults"
import { MOST_OF_A_BACKUP } from "./limits"
import { preferencesSchema } from "./preferences"

/*
 * Every message of our own pages. A handler sees a message only after it was parsed, here or in `page-messages.ts`, and only
 * when its sender is of the trust that the message's group asks for.
 */

const id = z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/))
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** How long a reminder is put off. */
const SNOOZES = ["hour", "evening", "morning"] as const

/** Thirty-two bytes, in base64. */
const key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))

const participantFields = {
  displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  wave: z.int().check(z.positive(), z.maximum(999)),
  announcedOn: civilDate,
}

/** From a page of our own. */
export const ownMessageSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("overview") }),
  z.strictObject({
    type: z.literal("add-participant"),
    ...participantFields,
    /** The `AccountQuestion` to which this participant is the answer. */
    account: z.optional(id),
  }),
  z.strictObject({ type: z.literal("change-participant"), participant: id, ...participantFields }),
  z.strictObject({
    type: z.literal("say-step"),
    participant: id,
    step: z.enum(STEP_IDS),
    training: z.optional(id),
    state: z.enum(["done", "open"]),
    on: z.optional(civilDate),
  }),
  z.strictObject({
    type: z.literal("answer"),
    participant: id,
    fact: id,
    step: z.optional(z.enum(STEP_IDS)),
    yes: z.boolean(),
  }),
  z.strictObject({ type: z.literal("retract"), participant: id, fact: id }),
  z.strictObject({
    type: z.literal("describe-training"),
    participant: id,
    /** Absent: a new training. */
    training: z.optional(id),
    particulars: particularsSchema,
  }),
  z.strictObject({ type: z.literal("judge-address"), url: z.string().check(z.maxLength(4000)) }),
  z.strictObject({ type: z.literal("export-backup") }),
  z.strictObject({
    type: z.literal("import-backup"),
    backup: z.string().check(z.maxLength(MOST_OF_A_BACKUP)),
  }),
  z.strictObject({ type: z.literal("say-same"), participant: id, training: id, as: id, yes: z.boolean() }),
  z.strictObject({ type: z.literal("not-mine"), participant: id, training: id }),
  z.strictObject({
    type: z.literal("check"),
    participant: id,
    prerequisite: text(40),
    provider: z.optional(text(40)),
    met: z.boolean(),
  }),
  z.strictObject({ type: z.literal("wrong-codes"), participant: id }),
  /** Watch a platform of the pack; sent in the click that asks the browser for its access. */
  z.strictObject({ type: z.literal("choose-site"), site: text(40) }),
  /** Watch any other https host, for one training or for a new one. */
  z.strictObject({
    type: z.literal("watch-site"),
    participant: id,
    host: text(253),
    training: z.optional(id),
  }),
  /** No longer watch a site: its `SiteHealth.id`. The access is given back. */
  z.strictObject({ type: z.literal("leave-site"), site: text(300) }),
  z.strictObject({ type: z.literal("change-preferences"), preferences: preferencesSchema }),
  z.strictObject({ type: z.literal("reminder"), reminder: text(300) }),
  z.strictObject({ type: z.literal("snooze"), reminder: text(300), until: z.enum(SNOOZES) }),
  z.strictObject({ type: z.literal("switch-participant"), participant: id }),
  /** With everything that is known of them. */
  z.strictObject({ type: z.literal("remove-participant"), participant: id }),
  /** Encrypts a participant's facts, or changes the passphrase that opens them. `key` is derived from it by `kdf`. */
  z.strictObject({ type: z.literal("protect"), participant: id, kdf: z.custom<Kdf>(isKdf), key }),
  /** Takes the passphrase away; `key` proves that it is known. */
  z.strictObject({ type: z.literal("unprotect"), participant: id, key }),
  z.strictObject({ type: z.literal("unlock"), participant: id, key }),
  z.strictObject({ type: z.literal("lock"), participant: id }),
  /** Whose account it is that the programme's own site shows: a participant's, or (null) somebody's who is none. */
  z.strictObject({ type: z.literal("answer-account"), account: id, participant: z.nullable(id) }),
  /** Takes back all that is known of whose account is the participant's. */
  z.strictObject({ type: z.literal("forget-accounts"), participant: id }),
  /** A page's fact is wrong. */
  z.strictObject({ type: z.literal("reject"), participant: id, fact: id }),
  z.strictObject({
    type: z.literal("split-training"),
    participant: id,
    training: id,
    facts: z.array(id).check(z.maxLength(1000)),
    sites: z.array(text(200)).check(z.maxLength(20)),
  }),
  z.strictObject({ type: z.literal("history"), participant: id }),
  z.strictObject({
    type: z.literal("preview-backup"),
    backup: z.string().check(z.maxLength(MOST_OF_A_BACKUP)),
  }),
  z.strictObject({ type: z.literal("safety-copies") }),
  /** Puts back everything as it was when a safety copy was made. */
  z.strictObject({ type: z.literal("restore-copy"), copy: id }),
  /** The shape of the page in a tab, with everything that could be anybody's taken out. */
  z.strictObject({ type: z.literal("page-shape"), tab: z.int().check(z.nonnegative()) }),
  /** The programme's rules, step by step. */
  z.strictObject({ type: z.literal("guide") }),
  /** Forgets everybody and everything, settings too. */
  z.strictObject({ type: z.literal("delete-everything") }),
  /** What went wrong in Jejak itself, the newest first. */
  z.strictObject({ type: z.literal("faults") }),
  /** Something went wrong in a page of ours. */
  z.strictObject({ type: z.literal("note-fault"), page: text(40), fault: faultSchema }),
  /** The person just gave or took a permission. */
  z.strictObject({ type: z.literal("permissions-changed") }),
])
export type OwnMessage = z.infer<typeof ownMessageSchema>

/** Why a message was not carried out; each has its own sentence in `locales/` (`failure_…`). */
export const FAILURES = [
  "not-understood",
  "not-allowed",
  "unknown-participant",
  "storage-full",
  "storage-unavailable",
  "storage-newer",
  "too-much",
  "backup-damaged",
  "backup-from-the-future",
  "backup-too-large",
  "backup-locked",
  "locked",
  "wrong-passphrase",
  "facts-unreadable",
  "rules-unreadable",
  "page-unreachable",
  "page-private",
  "internal",
] as const
export type Failure = (typeof FAILURES)[number]

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }
