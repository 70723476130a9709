import type { History, HistoryEntry } from "../../journey/history"
import type { Journey, PaymentView, StepView, TrainingView, WarningView } from "../../journey/journey"
import type { Overview } from "../../messages/overview"
import { whoSaid } from "../evidence-words"
import { warningWords } from "../journey/warning-words"
import { formatDate, formatDateOrTime, formatInstant, formatMoney } from "../language/formats"
import { say, sayOf } from "../language/words"
import { addressOf } from "../pages"
import type { Summary, SummaryPart, SummaryRow } from "./summary"
import { evidenceLine, stepRow } from "./summary-steps"

/** Whose summary it is, and what they noted; without a history payments are told without their past. */
export interface SummaryMatter {
  overview: Overview & { journey: Journey; participant: NonNullable<Overview["participant"]> }
  history: History | undefined
  /** Milliseconds. */
  now: number
  /** Of the extension. */
  version: string
}

/** The whole record, every part of it. */
export function summaryOf(matter: SummaryMatter): Summary {
  const { overview, now, version } = matter
  const { participant, journey, programme } = overview
  const made = formatInstant(new Date(now).toISOString(), journey)
  const facts = [
    { label: say("summary_name"), text: participant.displayName },
    { label: say("summary_wave"), text: say("wave", { wave: participant.wave }) },
    ...(participant.announcedOn === ""
      ? []
      : [{ label: say("summary_announced"), text: formatDate(participant.announcedOn) }]),
    ...(journey.card
      ? [{ label: say("card"), text: say("card_ends_in", { digits: journey.card.lastFour }) }]
      : []),
    ...(journey.wallet ? [{ label: say("wallet"), text: journey.wallet.name }] : []),
    { label: say("summary_made"), text: made },
  ]
  const parts = [personPart(matter), ...trainingParts(matter), paymentsPart(matter), warningsPart(matter)]
  return {
    heading: say("summary_title", { programme: programme.name }),
    facts,
    parts: parts.filter(({ rows }) => rows.length > 0),
    notes: [say("summary_own_record"), say("summary_made_with", { version })],
  }
}

function personPart({ overview, now }: SummaryMatter): SummaryPart {
  const { journey, participant } = overview
  const paid = new Set(journey.money.payments.map(({ step }) => step))
  const steps = journey.person.filter(({ id }) => !paid.has(id))
  return {
    id: "person",
    heading: say("summary_person"),
    about: [],
    rows: rowsOf(steps, journey, participant.displayName, now),
  }
}

function trainingParts({ overview, now }: SummaryMatter): SummaryPart[] {
  const { journey, participant } = overview
  return journey.trainings.map((training) => ({
    id: `training:${training.id}`,
    heading: training.title ?? say(training.first ? "training_first" : "training_next"),
    about: aboutTraining(training, journey),
    // The place for a purchase that nobody has to make says nothing.
    rows:
      training.title === undefined && training.optional
        ? []
        : rowsOf(training.steps, journey, participant.displayName, now),
  }))
}

function aboutTraining({ particulars, seenOn, tentative, first }: TrainingView, journey: Journey): string[] {
  const { mode, provider, startsAt, endsAt, boughtOn } = particulars
  const dated = (label: Parameters<typeof say>[0], value: string | undefined) =>
    value === undefined ? [] : [say(label, { date: formatDateOrTime(value, journey) })]
  return [
    ...(first ? [say("training_pays")] : []),
    ...(provider === undefined ? [] : [`${say("training_provider")}: ${provider}`]),
    ...(mode === undefined ? [] : [`${say("training_mode")}: ${sayOf("mode", mode) ?? mode}`]),
    ...dated("summary_bought", boughtOn),
    ...dated("summary_starts", startsAt),
    ...dated("summary_ends", endsAt),
    ...(tentative && seenOn.length > 0 ? [say("tentative_seen", { sites: seenOn.join(", ") })] : []),
  ]
}

/** What is still locked says nothing yet, unless something is known of it all the same. */
function rowsOf(steps: readonly StepView[], journey: Journey, name: string, now: number): SummaryRow[] {
  return steps
    .filter(({ state, evidence, reported }) => state !== "locked" || evidence || reported)
    .map((step) => stepRow(step, { journey, name, now }))
}

function paymentsPart({ overview, history, now }: SummaryMatter): SummaryPart {
  const { journey, participant } = overview
  const { money } = journey
  const rows = money.payments.map((payment) => {
    const step = journey.person.find(({ id }) => id === payment.step)
    const row = step && stepRow(step, { journey, name: participant.displayName, now })
    const reported = (history?.entries ?? []).filter(
      ({ steps, standing, kind }) =>
        kind === "seen" && standing === "counts" && steps.some((each) => each.step === payment.step),
    )
    return {
      id: payment.step,
      title: `${sayOf("step", payment.step, "title") ?? payment.step}, ${formatMoney(payment.amount)}`,
      standing: paymentStanding(payment, step),
      lines: [
        ...(row?.lines ?? []),
        ...(reported.length > 1
          ? [say("summary_payment_history"), ...reported.reverse().map((entry) => told(entry, journey))]
          : []),
      ],
    }
  })
  return {
    id: "payments",
    heading: say("summary_payments"),
    about: [
      say("summary_money", {
        received: formatMoney(money.received),
        scheduled: formatMoney(money.scheduled),
        most: formatMoney(money.most),
      }),
    ],
    rows,
  }
}

function paymentStanding({ state, on }: PaymentView, step: StepView | undefined): string {
  const failed = step?.reported?.state === "failed" && state !== "received"
  const what = failed ? sayOf("reported", "failed") : sayOf("money", state)
  const day = failed ? step?.reported?.on : on
  return [what ?? state, ...(day === undefined ? [] : [formatDate(day)])].join(", ")
}

/** What a page once said of a payment, with its own words. */
function told({ at, steps, on, amount, site, host, words }: HistoryEntry, journey: Journey): string {
  const reports = steps.flatMap(({ report, state }) => report ?? (state === "reported" ? [] : state))
  const [report = ""] = reports
  return [
    formatInstant(at, journey),
    sayOf("reported", report),
    on && formatDate(on),
    amount === undefined ? undefined : formatMoney(amount),
    words && `“${words}”`,
    whoSaid({ by: "page", ...(site !== undefined && { site }), ...(host !== undefined && { host }) }, ""),
  ]
    .filter(Boolean)
    .join(" · ")
}

function warningsPart({ overview, now }: SummaryMatter): SummaryPart {
  const { journey, participant } = overview
  return {
    id: "warnings",
    heading: say("summary_warnings"),
    about: [],
    rows: journey.warnings.map((warning) => warningRow(warning, overview, participant.displayName, now)),
  }
}

function warningRow(
  warning: WarningView,
  overview: SummaryMatter["overview"],
  name: string,
  now: number,
): SummaryRow {
  const { journey } = overview
  const { due, evidence, trainingTitle } = warning
  const over = due !== undefined && Date.parse(due) < now
  const title = (over && warningWords(warning, "late", journey)) || warningWords(warning, "title", journey)
  const address = addressOf(overview, warning.link)
  return {
    id: [warning.id, warning.step, warning.training ?? warning.values.id ?? ""].join(" "),
    title: title ?? warning.id,
    standing: sayOf("severity", warning.severity) ?? warning.severity,
    lines: [
      ...(trainingTitle === undefined ? [] : [trainingTitle]),
      ...(due === undefined ? [] : [`${say("due")} ${formatInstant(due, journey)}`]),
      ...(evidence ? [evidenceLine(evidence, journey, name)] : []),
    ],
    ...(address !== undefined && { address }),
  }
}
