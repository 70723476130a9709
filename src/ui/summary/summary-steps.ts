import type { DeadlineView, Evidence, Journey, StepView } from "../../journey/journey"
import { whoSaid } from "../evidence-words"
import { formatDate, formatDateOrTime, formatInstant } from "../language/formats"
import { say, sayOf } from "../language/words"
import type { SummaryRow } from "./summary"

interface Told {
  journey: Journey
  /** The participant's. */
  name: string
  /** Milliseconds. */
  now: number
}

/** What a page said that the state itself tells. */
const SAID_BY_STATE = ["open", "done", "face-passed"]

/** A step as the summary tells it: its state and day, what that rests on, and its deadlines. */
export function stepRow(step: StepView, told: Told): SummaryRow {
  const { journey, name } = told
  const { evidence, reported } = step
  return {
    id: step.id,
    title: sayOf("step", step.id, "title") ?? step.id,
    standing: standingOf(step),
    lines: [
      ...(evidence && step.concluded ? [say("concluded")] : []),
      ...evidences(step).map((each) => evidenceLine(each, journey, name)),
      ...(reported && !SAID_BY_STATE.includes(reported.state) ? [reportLine(reported, journey)] : []),
      ...step.deadlines.flatMap((deadline) => deadlineLine(deadline, step, told)),
    ],
  }
}

/** What decided the state, what is asked, and what a page last said, each once. */
function evidences({ evidence, question, reported }: StepView): Evidence[] {
  const all = [evidence, question?.evidence, reported?.evidence].filter((each) => each !== undefined)
  return [...new Map(all.map((each) => [`${each.words} ${each.site} ${each.at}`, each])).values()]
}

/** Where something stood or who said it, its words, and when. */
export function evidenceLine(evidence: Evidence, journey: Journey, name: string): string {
  const words = evidence.words === undefined ? "" : `: “${evidence.words}”`
  return `${whoSaid(evidence, name)}${words}, ${formatInstant(evidence.at, journey)}`
}

function standingOf({ state, on, assumed, evidence }: StepView): string {
  if (state === "proposed") return say("summary_proposed")
  const words = sayOf("state", state) ?? state
  if (on === undefined || state !== "done") return words
  const date = formatDate(on)
  const day = assumed ? say(evidence?.by === "person" ? "marked_on" : "first_seen_on", { date }) : date
  return `${words}, ${day}`
}

function reportLine(reported: NonNullable<StepView["reported"]>, journey: Journey): string {
  const what = say("reported", { what: sayOf("reported", reported.state) ?? reported.state })
  return reported.on === undefined ? what : `${what} (${formatDateOrTime(reported.on, journey)})`
}

/** A last moment and whether it was met. What may be done and need not be is no deadline. */
function deadlineLine(deadline: DeadlineView, step: StepView, { journey, now }: Told): string[] {
  const { due, right } = deadline
  if (due === undefined || right) return []
  const name = sayOf("deadline", deadline.id, "name") ?? say("deadline")
  const assumed = deadline.from.assumed ? ` ${say("deadline_assumed")}` : ""
  return [`${name}: ${formatInstant(due, journey)}, ${outcome(due, step, now)}.${assumed}`]
}

/** Never says more than is known: a day that was only seen, or that has a clock too, may not tell. */
function outcome(due: string, step: StepView, now: number): string {
  const lastDay = due.slice(0, 10)
  const isOver = Date.parse(due) < now
  if (step.state === "missed") return say("summary_missed")
  if (step.state !== "done") return say(isOver ? "summary_over" : "summary_running")
  if (step.on === undefined) return say("summary_done_undated")
  if (step.on < lastDay || (step.on === lastDay && due.slice(11, 16) >= "23:59")) return say("summary_met")
  return say(step.assumed || step.on === lastDay ? "summary_done_undated" : "summary_done_late")
}
