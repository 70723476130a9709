import { LANGUAGES } from "../messages/languages"
import type { Overview } from "../messages/overview"
import { MODES, SEVERITIES, STEP_IDS } from "../programmes/steps"

/*
 * The overview as it lies in the browser's storage, checked by hand: Zod would cost more than the rest of
 * the page, and this is painted before anything else. What does not pass is not shown; a fresh one follows.
 */

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === "string"
const number: Check = (value) => typeof value === "number" && Number.isFinite(value)
const flag: Check = (value) => typeof value === "boolean"
const instant: Check = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value))
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const dictionary =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check)
function shape(checks: Record<string, Check>): Check {
  const members = Object.entries(checks)
  return (value) => isRecord(value) && members.every(([key, check]) => check(value[key]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const step = oneOf(STEP_IDS)
const source = shape({ of: text, checkedOn: text, url: maybe(text) })
const evidence = shape({
  fact: text,
  by: oneOf(["page", "person"]),
  at: instant,
  site: maybe(text),
  host: maybe(text),
  words: maybe(text),
})
const deadline = shape({
  id: text,
  step,
  opens: maybe(instant),
  due: maybe(instant),
  right: maybe(flag),
  from: shape({ anchor: text, on: instant, assumed: flag }),
  source,
})
const stepView = shape({
  id: step,
  state: oneOf(["locked", "open", "proposed", "done", "missed"]),
  on: maybe(instant),
  evidence: maybe(evidence),
  question: maybe(shape({ fact: text, step, asks: oneOf(["done", "open"]), evidence })),
  reported: maybe(shape({ state: text, on: maybe(instant), evidence })),
  deadlines: list(deadline),
  saidBy: maybe(text),
  waiting: flag,
  link: maybe(text),
  source,
})
const particulars = shape({
  title: maybe(text),
  provider: maybe(text),
  mode: maybe(text),
  startsAt: maybe(instant),
  endsAt: maybe(instant),
  boughtOn: maybe(instant),
  skillsDemoBy: maybe(instant),
  meetings: maybe(list(instant)),
})
const training = shape({
  id: text,
  title: maybe(text),
  particulars,
  first: flag,
  optional: flag,
  tentative: flag,
  seenOn: list(text),
  judged: list(shape({ title: text, same: flag, fact: text })),
  disputed: list(shape({ field: text, said: text, shown: text, evidence })),
  steps: list(stepView),
})
const warning = shape({
  id: text,
  severity: oneOf(SEVERITIES),
  step,
  trainingTitle: maybe(text),
  due: maybe(instant),
  opens: maybe(instant),
  deadline: maybe(text),
  values: dictionary((value) => text(value) || number(value)),
  evidence: maybe(evidence),
  link: maybe(text),
  contacts: list(text),
  causes: list(text),
  source,
})
const question = shape({
  training: text,
  title: text,
  as: shape({ training: text, title: text, seenOn: list(text) }),
  evidence,
})
const preflight = shape({
  provider: maybe(text),
  met: list(text),
  open: list(text),
  unmet: list(text),
  failure: maybe(text),
  failureEvidence: maybe(evidence),
  wait: maybe(shape({ until: instant, fact: text })),
})
const next = shape({
  step,
  trainingTitle: maybe(text),
  due: maybe(instant),
  dueOf: maybe(text),
  opens: maybe(instant),
  waiting: flag,
  trouble: maybe(text),
  link: maybe(text),
})
const journey = shape({
  zone: text,
  zoneLabel: text,
  computedAt: instant,
  changesAt: maybe(instant),
  next: maybe(next),
  warnings: list(warning),
  person: list(stepView),
  trainings: list(training),
  questions: list(question),
  hidden: list(shape({ training: text, title: text, fact: text })),
  preflight,
  money: shape({
    payments: list(
      shape({
        step,
        amount: number,
        state: oneOf(["received", "scheduled", "to-earn", "lost"]),
        on: maybe(instant),
      }),
    ),
    received: number,
    scheduled: number,
    toEarn: number,
    most: number,
    balance: maybe(number),
  }),
  card: maybe(shape({ lastFour: text })),
  wallet: maybe(shape({ provider: text, name: text })),
})
const overview = shape({
  version: oneOf([3]),
  stamp: maybe(text),
  keeping: shape({ where: oneOf(["disk", "memory", "read-only"]), fullSince: maybe(instant) }),
  people: list(
    shape({
      id: text,
      displayName: text,
      wave: number,
      current: flag,
      locked: flag,
      hasAccount: maybe(flag),
      kdf: maybe(shape({ name: text, salt: text, memory: number, passes: number, lanes: number })),
    }),
  ),
  accountQuestion: maybe(
    shape({
      id: text,
      site: text,
      host: text,
      at: instant,
      belongsTo: maybe(shape({ id: text, displayName: text })),
      nobody: maybe(flag),
    }),
  ),
  participant: maybe(shape({ id: text, displayName: text, wave: number, announcedOn: text })),
  journey: maybe(journey),
  unreadable: maybe(text),
  programme: shape({ name: text, checkedOn: text, zone: text, zoneLabel: text }),
  sites: list(
    shape({
      site: text,
      kind: oneOf(["home", "platform", "watched"]),
      chosen: flag,
      patterns: list(text),
      reads: list(step),
      training: maybe(text),
      name: text,
      host: text,
      lastRead: maybe(instant),
      unreadSince: maybe(instant),
      overfull: maybe(instant),
      access: flag,
      fault: maybe(shape({ at: instant, count: number })),
    }),
  ),
  links: dictionary(text),
  contacts: list(
    shape({
      id: text,
      name: text,
      phone: maybe(text),
      whatsapp: maybe(text),
      email: maybe(text),
      url: maybe(text),
    }),
  ),
  prerequisites: list(shape({ id: text, check: flag, eWalletOnly: flag, source })),
  wallets: list(shape({ id: text, name: text, kind: text, tier: maybe(text), contact: text })),
  linkingFailures: list(shape({ id: text, label: text, prerequisites: list(text), source })),
  advice: list(
    shape({
      id: text,
      steps: list(step),
      modes: maybe(list(oneOf(MODES))),
      values: dictionary(number),
      source,
    }),
  ),
  preferences: shape({
    reminders: flag,
    quiet: (value) => value === null || shape({ from: text, to: text })(value),
    badge: flag,
    hints: flag,
    language: oneOf(["browser", ...LANGUAGES]),
    zone: (value) => value === null || text(value),
  }),
  missingAccess: list(text),
  waves: shape({
    first: number,
    last: number,
    years: list(shape({ from: number, to: number, year: number })),
  }),
})

/** The overview that was stored, or undefined when it is not one that this version can show. */
export function storedOverview(value: unknown): Overview | undefined {
  return overview(value) ? (value as Overview) : undefined
}
