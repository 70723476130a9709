import type { Particulars } from "../../journey/facts"
import type { HistoryEntry } from "../../journey/history"
import type { WalletView } from "../../messages/overview"
import { formatDate, formatDateOrTime, formatMoney, type Zone } from "../language/formats"
import { type MessageKey, say, sayOf, type Values } from "../language/words"

/** A stranger's words within our sentence: whatever their direction, the sentence keeps its own. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/**
 * What an entry says, in one line.
 * @param about the entry that it answers, takes back or rejects, if that is known
 */
export function factWords(
  entry: HistoryEntry,
  about: HistoryEntry | undefined,
  wallets: readonly WalletView[],
): string {
  switch (entry.kind) {
    case "seen":
      return seenWords(entry)
    case "step":
      return stepWords(entry)
    case "answer":
      return say(entry.yes ? "told_yes" : "told_no", aboutOf(entry, about, wallets))
    case "reject":
      return say("told_reject", aboutOf(entry, about, wallets))
    case "retract":
      return say("told_retract", aboutOf(entry, about, wallets))
    case "training":
      return say("told_training", { training: titleOf(entry) })
    case "same":
      return say(entry.yes ? "told_same" : "told_different", pairOf(entry))
    case "split":
      return say("told_split", pairOf(entry))
    case "not-mine":
      return say("told_not_mine", { training: titleOf(entry) })
    case "check":
      return checkWords(entry, wallets)
    case "wrong-codes":
      return say("told_wrong_codes")
  }
}

function seenWords({ steps, amount, particulars }: HistoryEntry): string {
  const money = amount === undefined ? undefined : formatMoney(amount)
  if (steps.length > 0) {
    const told = steps.map(({ step, state, report }) =>
      say("told_step", { step: stepTitle(step), state: stateWords(state, report) }),
    )
    return `${told.join("; ")}${money === undefined ? "" : ` (${money})`}`
  }
  if (money !== undefined) return say("told_amount", { amount: money })
  return say(particulars ? "told_particulars" : "told_seen")
}

function stateWords(state: HistoryEntry["steps"][number]["state"], report = ""): string {
  if (state === "done") return say("state_done")
  if (state === "open") return say("told_open")
  return sayOf("reported", report)?.toLowerCase() ?? report
}

function stepWords({ steps, on }: HistoryEntry): string {
  const [first] = steps
  const step = first ? stepTitle(first.step) : ""
  if (first?.state === "open") return say("told_said_open", { step })
  return on === undefined
    ? say("told_said_done", { step })
    : say("told_said_done_on", { step, date: formatDate(on) })
}

function checkWords(
  { prerequisite = "", provider, yes }: HistoryEntry,
  wallets: readonly WalletView[],
): string {
  const wallet = wallets.find(({ id }) => id === provider)?.name ?? say("wallet")
  const what = sayOf("prerequisite", prerequisite, "title", { wallet }) ?? prerequisite
  return say(yes ? "told_check_met" : "told_check_unmet", { what })
}

/** The entry that is spoken of: a page's by its own words, the person's by ours. */
function aboutOf(
  entry: HistoryEntry,
  about: HistoryEntry | undefined,
  wallets: readonly WalletView[],
): Values {
  if (about === undefined) {
    const [first] = entry.steps
    return { what: first ? stepTitle(first.step) : say("told_something") }
  }
  if (about.by === "page") {
    const words = about.words === undefined ? "" : ` (“${isolated(about.words)}”)`
    return { what: `${seenWords(about)}${words}` }
  }
  // What is taken back is never itself something taken back.
  return { what: about.kind === "retract" ? say("told_something") : factWords(about, undefined, wallets) }
}

function titleOf({ title }: HistoryEntry): string {
  return title === undefined ? say("this_training") : isolated(title)
}

function pairOf(entry: HistoryEntry): Values {
  const { other } = entry
  return {
    training: titleOf(entry),
    other: other?.title === undefined ? say("told_other_training") : isolated(other.title),
  }
}

export function stepTitle(step: string): string {
  return sayOf("step", step, "title") ?? step
}

/** How it stands with an entry, where that is worth a word. */
export function standingWords(standing: HistoryEntry["standing"]): string {
  return {
    counts: say("standing_counts"),
    waiting: say("standing_waiting"),
    refused: say("standing_refused"),
    rejected: say("standing_rejected"),
    "taken-back": say("standing_taken_back"),
    hidden: say("standing_hidden"),
  }[standing]
}

const FIELDS = [
  ["title", "training_title"],
  ["provider", "training_provider"],
  ["mode", "training_mode"],
  ["boughtOn", "training_bought_on"],
  ["startsAt", "training_starts_on"],
  ["endsAt", "training_ends_on"],
  ["skillsDemoBy", "training_skills_demo_by"],
] as const satisfies readonly (readonly [keyof Particulars, MessageKey])[]

/** Particulars as lines of a label and a value. */
export function particularLines(particulars: Particulars, zone: Zone): { label: string; value: string }[] {
  const lines = FIELDS.flatMap(([field, label]) => {
    const value = particulars[field]
    if (value === undefined) return []
    const isDay = field !== "title" && field !== "provider" && field !== "mode"
    const told = isDay
      ? formatDateOrTime(value, zone)
      : field === "mode"
        ? (sayOf("mode", value) ?? value)
        : value
    return [{ label: say(label), value: told }]
  })
  const { meetings } = particulars
  if (meetings)
    lines.push({
      label: say("training_meetings"),
      value: meetings.map((meeting) => formatDateOrTime(meeting, zone)).join("; ") || say("told_no_meetings"),
    })
  return lines
}
