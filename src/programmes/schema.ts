import * as z from "zod/mini"
import { civilDate, host, httpsUrl, packId, shownText, source } from "./schema-basics"
import type { Site, Watching } from "./schema-sites"
import { MODES, SEVERITIES, STEP_IDS, WARNING_IDS } from "./steps"

/*
 * A programme pack: everything the code may know of a programme, as data. Words are lower-case
 * phrases in the pack's page language; see `phrase` for their few wildcards.
 */

const monthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/))
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const rupiah = z.int().check(z.nonnegative(), z.maximum(1_000_000_000))
/** Of days, or of minutes: as many as a rule can mean. */
const within = (most: number) => z.int().check(z.minimum(-most), z.maximum(most))
const MOST_DAYS = 1000
const MOST_MINUTES = 100_000
const wave = z.int().check(z.positive(), z.maximum(999))
const step = z.enum(STEP_IDS)
const scope = z.enum(["person", "training"])

/** A day or instant that happened in a journey, from which a deadline is counted. */
const anchor = z.enum([
  "announced",
  "bought",
  "starts",
  "meeting",
  // Every meeting but the first: one deadline for each.
  "further-meeting",
  "last-meeting",
  "redeemed",
  "finished",
  "rated",
  "scheduled",
  "received",
  "survey-announced",
  "entered",
])

/**
 * One way of counting to a moment.
 * `day: n` is the n-th day with the anchor's own day as day 1; `plusDays` and `plusWorkingDays` leave the
 * anchor's day out; `plusMinutes` is counted from the anchor's instant; `plusAnnouncedDays` adds the number
 * that the page itself named; `yearEnd` is a fixed day of the anchor's year.
 */
const counting = z.union([
  z.strictObject({ from: anchor, day: z.int().check(z.positive(), z.maximum(MOST_DAYS)) }),
  z.strictObject({ from: anchor, plusDays: within(MOST_DAYS) }),
  z.strictObject({ from: anchor, plusWorkingDays: z.int().check(z.positive(), z.maximum(MOST_DAYS)) }),
  z.strictObject({ from: anchor, plusMinutes: within(MOST_MINUTES) }),
  z.strictObject({ from: anchor, plusAnnouncedDays: z.literal(true) }),
  z.strictObject({ from: anchor, yearEnd: monthDay }),
])

/** The earliest of `countings`, at `at` o'clock in the programme's zone (minutes keep their own clock). */
const moment = z.strictObject({
  earliestOf: z.array(counting).check(z.minLength(1), z.maxLength(10)),
  at: z.optional(clock),
})

const deadline = z.strictObject({
  id: packId,
  steps: z.array(step).check(z.minLength(1)),
  scope,
  modes: z.optional(z.array(z.enum(MODES))),
  opens: z.optional(moment),
  closes: z.optional(moment),
  /** The step turns `missed` when it has closed. */
  final: z.boolean(),
  /** The step stays `locked` until it opens. */
  gates: z.optional(z.boolean()),
  /** What may be done until then and need not be: it presses nobody. */
  right: z.optional(z.boolean()),
  /** Whom to ask once it has come, beside those that the warning names. */
  contacts: z.optional(z.array(packId)),
  /** Where to go once it has come, in place of the warning's link. */
  link: z.optional(packId),
  source,
})

/** When a reminder of a warning is due. Days are counted to its last moment, 0 being the last day itself. */
const remind = z.strictObject({
  daysBefore: z.optional(
    z.array(z.int().check(z.nonnegative(), z.maximum(MOST_DAYS))).check(z.maxLength(10)),
  ),
  /** At the deadline's opening. */
  atOpening: z.optional(z.boolean()),
  /** Minutes before the deadline's last moment. */
  minutesBefore: z.optional(
    z.array(z.int().check(z.positive(), z.maximum(MOST_DAYS))).check(z.maxLength(10)),
  ),
  /** Days after that on which the warning's step was first seen to be open, for what has no last moment. */
  daysAfter: z.optional(z.array(z.int().check(z.positive(), z.maximum(MOST_DAYS))).check(z.maxLength(10))),
})

const warning = z.strictObject({
  id: z.enum(WARNING_IDS),
  when: z.strictObject({
    steps: z.array(step).check(z.minLength(1)),
    states: z.array(z.enum(["locked", "open", "proposed", "done", "missed"])).check(z.minLength(1)),
    /** The newest thing a page said of the step, e.g. `failed`. */
    reported: z.optional(packId),
    modes: z.optional(z.array(z.enum(MODES))),
  }),
  /** The first of these that the journey knows gives the last moment. */
  deadlines: z.optional(z.array(packId)),
  /** Shown also while none of `deadlines` is known. */
  evenWithout: z.optional(z.boolean()),
  /** Shown only when these are done, the person's own or the same training's. */
  needsDone: z.optional(z.array(step)),
  /** Not shown once the page has said that no training balance is left. */
  needsBalance: z.optional(z.boolean()),
  /** Shown only once the deadline's opening has come. */
  afterOpening: z.optional(z.boolean()),
  /** Shown only when at most this many days are left; below zero, only once the last moment is over. */
  leadDays: z.optional(within(MOST_DAYS)),
  /** Goes away when the last moment is over, instead of turning `late`. */
  expires: z.optional(z.boolean()),
  /** The severity when there is no last moment, and the mildest when there is one. */
  atLeast: z.enum(SEVERITIES),
  /** Takes the place of `atLeast` while a page's newest word of the step is this. */
  worseWhen: z.optional(z.strictObject({ reported: packId, atLeast: z.enum(SEVERITIES) })),
  /** The most pressing it gets, for what is a right and no duty. */
  atMost: z.optional(z.enum(SEVERITIES)),
  /** Not shown beside this one about the same thing. */
  unless: z.optional(z.enum(WARNING_IDS)),
  link: z.optional(packId),
  contacts: z.optional(z.array(packId)),
  /** Whom to ask is also the platform on which the training was seen. */
  askPlatform: z.optional(z.boolean()),
  /** Ids of `prerequisites` that are the likely causes, likeliest first. */
  causes: z.optional(z.array(packId)),
  remind: z.optional(remind),
  source,
})

const stepRule = z.strictObject({
  id: step,
  scope,
  /** Locked until these are done. */
  after: z.array(step),
  /** What its being done proves done as well; without it, what it comes after. */
  proves: z.optional(z.array(step)),
  /** Nothing for the person to do but wait. */
  waiting: z.optional(z.boolean()),
  /** Id of a link or a contact that leads to where the step is taken. */
  link: z.optional(packId),
  source,
})

const contact = z.strictObject({
  id: packId,
  name: shownText(60),
  phone: z.optional(z.string().check(z.regex(/^\+?\d{3,15}$/))),
  whatsapp: z.optional(z.string().check(z.regex(/^\+\d{6,15}$/))),
  email: z.optional(z.string().check(z.maxLength(160), z.regex(/^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/))),
  url: z.optional(httpsUrl),
  source,
})

/** A small card within a page, shown while its warning stands. The first that fits is the one that is shown. */
const hint = z.strictObject({
  id: packId,
  warning: z.enum(WARNING_IDS),
  /** Shown only while the page shows one of these signals; without it, on every page of the site that is read. */
  seen: z.optional(z.array(packId)),
  /** Shown only when at most this many days are left to the warning's last moment. */
  leadDays: z.optional(z.int().check(z.nonnegative(), z.maximum(MOST_DAYS))),
  /** Lists the points of the wallet's preflight that are still open. */
  preflight: z.optional(z.boolean()),
  source,
})

/** What a dashboard writes when linking fails; what to do about it stands in `locales/` (`linking_<id>_…`). */
const linkingFailure = z.strictObject({
  id: packId,
  /** The words as they stand on the page. */
  label: shownText(90),
  signal: packId,
  /** The prerequisites that it speaks of. */
  prerequisites: z.array(packId),
  source,
})

const wallet = z.strictObject({
  id: packId,
  name: shownText(60),
  kind: z.enum(["bank", "e-wallet"]),
  /** The wallet's own name for an upgraded account. */
  tier: z.optional(shownText(60)),
  contact: packId,
  source,
})

/** Letters of a host's name: they are put together to a pattern. */
const hostWord = z.string().check(z.regex(/^[a-z]{2,30}$/))
const hostWords = z.array(hostWord).check(z.maxLength(200))

function isZone(zone: string): boolean {
  // The list is there at once; a formatter, which knows other names of the same zones too, takes a while for the first time.
  if (Intl.supportedValuesOf("timeZone").includes(zone)) return true
  try {
    return (
      zone.includes("/") &&
      new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== ""
    )
  } catch {
    return false
  }
}

/** The pack as stored: unknown keys are an error, so that a misspelt rule cannot pass for a missing one. */
const fields = {
  schema: z.literal(1),
  id: packId,
  name: shownText(60),
  checkedOn: civilDate,
  zone: z.string().check(z.refine(isZone)),
  zoneLabel: shownText(20),
  waves: z.strictObject({
    first: wave,
    last: wave,
    years: z.array(
      z.strictObject({ from: wave, to: wave, year: z.int().check(z.minimum(2000), z.maximum(2199)), source }),
    ),
  }),
  holidays: z.strictObject({ dates: z.array(civilDate), source }),
  money: z.strictObject({
    balance: rupiah,
    most: rupiah,
    payments: z.array(
      z.strictObject({
        amount: rupiah,
        /** In the order in which they are paid. */
        steps: z.array(step).check(z.minLength(1)),
        /** A payment's row shows that its step was done; otherwise the step is the arrival of the money. */
        rowMeansDone: z.boolean(),
        source,
      }),
    ),
    source,
  }),
  steps: z.array(stepRule),
  deadlines: z.array(deadline),
  warnings: z.array(warning),
  /** Limits that are told, not computed (tries a day, wrong codes). */
  advice: z.array(
    z.strictObject({
      id: packId,
      /** Where it is told, and in trainings of which mode; without modes in all. */
      steps: z.array(step).check(z.minLength(1)),
      modes: z.optional(z.array(z.enum(MODES))),
      values: z.record(packId, z.int().check(z.nonnegative(), z.maximum(1_000_000))),
      source,
    }),
  ),
  wallets: z.array(wallet),
  prerequisites: z.array(
    z.strictObject({
      id: packId,
      /** Can be ticked on the wallet's page; the others only tell something. */
      check: z.optional(z.boolean()),
      /** Asked of e-wallets only. */
      eWalletOnly: z.optional(z.boolean()),
      source,
    }),
  ),
  linkingFailures: z.array(linkingFailure),
  hints: z.array(hint),
  contacts: z.array(contact),
  links: z.record(packId, httpsUrl),
  hosts: z.strictObject({
    /** A host is official when it is one of these or ends in one of `officialSuffixes`. */
    official: z.array(host),
    officialSuffixes: z.array(z.string().check(z.regex(/^(\.[a-z0-9-]+){2,5}$/))),
    fake: z.array(host),
    /** A host that is not official and holds one of these words only pretends. */
    borrowedNames: z.array(hostWord),
    /** Endings that only public offices are given, e.g. `.go.id`. */
    reservedEndings: z.array(z.string().check(z.regex(/^(\.[a-z]+)+$/))),
    /** Distinctive labels of official hosts, by which a host that only looks like one is told. */
    brands: z.array(
      z.strictObject({
        label: z.string().check(z.regex(/^[a-z0-9-]{2,60}$/)),
        host,
        /** It is too near to ordinary words for a look-alike to be told by a letter that differs. */
        exact: z.optional(z.boolean()),
        /** Other hosts of the same owner, official for nothing here. */
        own: z.optional(z.array(host)),
      }),
    ),
    /**
     * A host that joins one of `names` with one of `lures`, perhaps with `fillers` between them, is a trap, unless it is
     * `real` or below it, or holds one of the `ordinary` phrases in which a name is a common word.
     */
    baits: z.strictObject({
      names: hostWords,
      lures: hostWords,
      fillers: hostWords,
      ordinary: hostWords,
      real: z.array(host),
    }),
    source,
  }),
}

/** A pack without its sites and what holds for watched ones, each of which is read by itself. */
export const rulesSchema = z.strictObject(fields)

export type Programme = z.infer<typeof rulesSchema> & { sites: Site[]; watching: Watching }
export type HintRule = z.infer<typeof hint>
export type DeadlineRule = z.infer<typeof deadline>
export type WarningRule = z.infer<typeof warning>
export type StepRule = z.infer<typeof stepRule>
export type Counting = z.infer<typeof counting>
export type Moment = z.infer<typeof moment>
export type Anchor = z.infer<typeof anchor>
