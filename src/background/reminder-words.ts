import type { Journey } from "../journey/journey"
import type { PlannedReminder } from "../journey/reminders"
import type { ReminderView } from "../messages/overview"
import { warningWords } from "../ui/journey/warning-words"
import { formatInstant, formatTimeLeft } from "../ui/language/formats"
import { say, sayOf } from "../ui/language/words"

/** What a notification says. */
export interface Notice {
  title: string
  message: string
}

/** How many things a summary names. */
const NAMED = 4

/** One reminder in words. @param now milliseconds */
export function noticeOf(
  { warning, kind }: Pick<ReminderView, "warning" | "kind">,
  journey: Journey,
  now: number,
): Notice {
  if (kind === "wait") return { title: say("reminder_wait_title"), message: say("reminder_wait_text") }
  const { due, trainingTitle } = warning
  const last =
    due === undefined || Date.parse(due) < now
      ? undefined
      : say(kind === "opening" ? "reminder_opening" : "reminder_due", {
          when: formatInstant(due, journey),
          left: formatTimeLeft(due, now),
        })
  const text = last ?? overText(warning, journey) ?? warningWords(warning, "text", journey) ?? ""
  const named = trainingTitle !== undefined && !text.includes(trainingTitle)
  return { title: titleOf(warning, kind, journey), message: named ? `${trainingTitle}\n${text}` : text }
}

/** For when there is more than one person on this browser: whose it is comes first. */
export function ofPerson({ title, message }: Notice, name: string): Notice {
  return { title: say("reminder_of", { name, title }), message }
}

/** Several reminders in words, in the given order. */
export function summaryOf(
  reminders: readonly Pick<ReminderView, "warning" | "kind">[],
  journey: Journey,
): Notice {
  const lines = linesOf(reminders, journey)
  const more = lines.length - NAMED
  return {
    title: say("reminder_summary", { count: lines.length }),
    message: [
      ...lines.slice(0, NAMED),
      ...(more > 0 ? [say("reminder_summary_more", { count: more })] : []),
    ].join("\n"),
  }
}

/** What several reminders are about, each thing once. */
export function linesOf(
  reminders: readonly Pick<ReminderView, "warning" | "kind">[],
  journey: Journey,
): string[] {
  const lines = reminders.map(({ warning, kind }) => {
    const title = titleOf(warning, kind, journey)
    return warning.trainingTitle === undefined ? title : `${title}: ${warning.trainingTitle}`
  })
  return [...new Set(lines)]
}

/** What follows now that it is over, and what to do if it was done after all. */
function overText(warning: ReminderView["warning"], journey: Journey): string | undefined {
  if (warning.severity !== "late" || warningWords(warning, "late", journey) === undefined) return undefined
  const missed = warning.deadline && sayOf("deadline", warning.deadline, "missed")
  return missed && `${missed} ${say("late_advice")}`
}

function titleOf(
  warning: ReminderView["warning"],
  kind: PlannedReminder["kind"] | undefined,
  journey: Journey,
): string {
  if (kind === "wait") return say("reminder_wait_title")
  const isOver = warning.severity === "late" ? warningWords(warning, "late", journey) : undefined
  return isOver ?? warningWords(warning, "title", journey) ?? say("reminder_heading")
}
