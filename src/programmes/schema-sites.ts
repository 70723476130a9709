import * as z from "zod/mini"
import { host, httpsUrl, packId, shownText, source } from "./schema-basics"
import { STEP_IDS } from "./steps"

/**
 * A phrase of a page in lower case. Wildcards: `{amount}` (Rp600.000), `{days}` and `{n}` (a whole number),
 * `{percent}` (as `{n}`, from 0 to 99), `{any}` (one to eight words), `{card}` (sixteen digits, grouped or not),
 * `{name}` (one to six words without digits and without marks that end a name) and `{email}` (an address).
 */
const phrase = z.string().check(z.regex(/^[^A-Z<>]{2,90}$/), z.refine(isSimple))

/** The name by which each wildcard is taken: none may be taken twice. */
const TAKEN_AS: Readonly<Record<string, string>> = {
  ...{ amount: "amount", days: "days", n: "n", percent: "n", any: "any", name: "name", email: "email" },
  card: "card",
}

/** Those that may stand for several words: two of them could be told apart in too many ways. */
const WIDE = ["any", "name", "email"]

function isSimple(words: string): boolean {
  const wildcards = [...words.matchAll(/\{([^}]*)(\}?)/g)].map(([, name = "", end]) => (end ? name : "?"))
  const taken = wildcards.map((name) => (Object.hasOwn(TAKEN_AS, name) ? TAKEN_AS[name] : undefined))
  return (
    !taken.includes(undefined) &&
    new Set(taken).size === taken.length &&
    wildcards.filter((name) => WIDE.includes(name)).length <= 1
  )
}

/** A word in the spelling of pages, and a path on a site or its beginning. */
const word = z.string().check(z.regex(/^[^A-Z<>]{1,60}$/))
const path = z.string().check(z.regex(/^\/[\w./~-]{0,120}$/))

/** What a signal says of a step. Only `done` can take a warning away; everything else is believed at once. */
const claim = z.strictObject({
  step: z.union([z.enum(STEP_IDS), z.enum(["by-amount", "by-number"])]),
  state: z.enum([
    "done",
    "open",
    "failed",
    "scheduled",
    "processing",
    "announced",
    "flagged",
    "face-failed",
    "face-passed",
  ]),
  /** Weaker than the signal itself, e.g. a conclusion drawn from it. */
  strength: z.optional(z.enum(["strong", "weak"])),
})

const packParameter = z.string().check(z.regex(/^[\w-]{1,60}$/))

const signalFields = {
  id: packId,
  /**
   * `training` and `payment` are read inside one card; `person` anywhere on a progress page. `account` claims nothing and
   * only says whose page it is; it becomes no fact.
   */
  scope: z.enum(["person", "training", "payment", "account"]),
  where: z.array(z.enum(["control", "heading", "badge", "address"])).check(z.minLength(1)),
  /** None for what is told by the address alone. */
  words: z.array(phrase).check(z.maxLength(60)),
  /** For `where: ["address"]`: the path, and a parameter that its query must have. Parameters' values are never read. */
  address: z.optional(z.strictObject({ path, parameter: z.optional(packParameter) })),
  /** Counts only where the address's path begins with one of these. */
  paths: z.optional(z.array(path).check(z.maxLength(20))),
  /** Says nothing on a card on which one of these signals stands as well. */
  unless: z.optional(z.array(packId)),
  /** `training` scope: counts outside a card too; then it speaks of the training that the person is at. */
  alone: z.optional(z.boolean()),
  /** What must be found with the words, or they say nothing. `provider` is one of the site's `providers`. */
  needs: z.optional(z.array(z.enum(["amount", "card", "provider", "title", "name", "email"]))),
  /** What is noted if it is there. */
  takes: z.optional(z.array(z.enum(["amount", "date", "days", "n", "provider"]))),
  /** The nearest section heading must be one of these. */
  section: z.optional(z.array(phrase).check(z.maxLength(20))),
  strength: z.enum(["strong", "weak"]),
  claims: z.array(claim),
  source,
}
const signal = z
  .strictObject(signalFields)
  .check(z.refine(({ scope, claims }) => (scope === "account") === (claims.length === 0)))

/** Each id once, and what is left out beside another names one that is there. */
function areToldApart(signals: readonly z.infer<typeof signal>[]): boolean {
  const ids = new Set(signals.map(({ id }) => id))
  return ids.size === signals.length && signals.every(({ unless = [] }) => unless.every((id) => ids.has(id)))
}

const labels = z.array(phrase).check(z.maxLength(40))

const reading = {
  id: packId,
  /** Path prefixes on which nothing at all is read. */
  silentPaths: z.array(path).check(z.maxLength(60)),
  /** Headings of consent, face and code screens: while one is shown, nothing is read. */
  silentHeadings: z.array(phrase).check(z.maxLength(60)),
  /** Each list's first word stands for all of them. */
  spelling: z.array(z.array(word).check(z.minLength(2), z.maxLength(20))).check(z.maxLength(60)),
  months: z.array(z.array(word).check(z.maxLength(10))).check(z.length(12)),
  /** Minutes to add to a clock that is followed by this word, to come to the programme's zone. */
  clocks: z.optional(z.record(word, z.int().check(z.minimum(-1440), z.maximum(1440)))),
  /** Names of banks and wallets as shown beside their controls, by wallet id. */
  providers: z.record(packId, labels),
  /** The labels by which a training's card tells its particulars. */
  card: z.strictObject({
    sections: labels,
    provider: labels,
    schedule: labels,
    boughtOn: labels,
    modes: z.strictObject({ webinar: labels, "self-paced": labels, offline: labels }),
  }),
  signals: z.array(signal).check(z.maxLength(200), z.refine(areToldApart)),
  source,
}

/** A site of the programme, as data: where it lies, its words, and what they say. */
export const site = z.strictObject({
  ...reading,
  name: shownText(60),
  hosts: z.array(host).check(z.minLength(1), z.maxLength(20)),
  home: httpsUrl,
  /** `install`: asked for at install; `optional`: when the person chooses it; `never`: official, but not to be read. */
  access: z.enum(["install", "optional", "never"]),
  /** Id of the contact that helps with this site. */
  contact: z.optional(packId),
  /** What its `account` signals find that tells nothing of who is logged in, in lower case. */
  nobody: z.optional(
    z.strictObject({
      /** By which everybody is greeted. */
      names: z.array(word),
      /** Of offices, with all below them. The contacts' own addresses tell nothing either. */
      domains: z.array(host),
      /** What stands before the "@" of an office's address. */
      mailboxes: z.array(word),
      source,
    }),
  ),
})

/** How any learning site that the person has chosen is read: nothing that it says is believed without being asked. */
export const watching = z.strictObject({
  ...reading,
  /** Never offered on these hosts and those below them, nor where a label of the host is one of `labels`. */
  never: z.strictObject({ hosts: z.array(host), labels: z.array(word), source }),
})

export type Site = z.infer<typeof site>
export type Watching = z.infer<typeof watching>
export type Signal = z.infer<typeof signal>
export type Claim = z.infer<typeof claim>
