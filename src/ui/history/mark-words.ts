import type { Journey } from "../../journey/journey"
import {
  formatDateOrTime,
  formatDayMonth,
  formatInstant,
  formatMoney,
  formatMonth,
  shortDay,
  type Zone,
} from "../language/formats"
import { say, sayOf } from "../language/words"
import type { LayoutWords } from "./layout-words"
import type { TimelineMark, TimelineRow } from "./marks"

/** What a mark is. */
function markName({ kind, step, deadline = "", amount = 0 }: TimelineMark): string {
  const title = sayOf("step", step, "title") ?? step
  if (kind === "meeting") return say("mark_meeting")
  if (kind === "money") return say("mark_money", { amount: formatMoney(amount), step: title })
  if (kind === "step") return title
  return sayOf("deadline", deadline, "name") ?? title
}

/** The same, with the step that a last moment is of: one rule may speak of several. */
export function markInFull(mark: TimelineMark): string {
  const name = markName(mark)
  if (mark.kind !== "deadline" && mark.kind !== "opening") return name
  return `${name} (${sayOf("step", mark.step, "title") ?? mark.step})`
}

/** How it stands with a mark. */
export function markState({ kind, state, assumed = false }: TimelineMark): string {
  const words = {
    step: say("state_done"),
    money: say(state === "done" ? "money_received" : "money_scheduled"),
    deadline: say(state === "missed" ? "mark_deadline_missed" : "mark_deadline_coming"),
    opening: say(state === "over" ? "mark_opening_over" : "mark_opening_coming"),
    meeting: say(state === "over" ? "mark_meeting_over" : "mark_meeting_coming"),
  }[kind]
  return assumed ? `${words} (${say("mark_assumed")})` : words
}

/** When a mark is: a day, with its clock where that is known. */
export function markDay({ when }: TimelineMark, zone: Zone): string {
  return /(Z|[+-]\d\d:\d\d)$/.test(when) ? formatInstant(when, zone) : formatDateOrTime(when, zone)
}

/** The heading of a row. */
export function rowTitle({ kind, title }: TimelineRow): string {
  if (kind === "person") return say("timeline_own")
  if (kind === "money") return say("money_heading")
  return title ?? say("training_next")
}

/** The words of the picture itself. */
export function layoutWords(journey: Journey, now: number): Omit<LayoutWords, "width"> {
  const day = new Date(now).toISOString()
  return {
    today: say("timeline_today", { date: formatDayMonth(day, journey) }),
    tick: ({ at, kind }) => (kind === "day" ? shortDay(at, "UTC") : formatMonth(at, kind === "year")),
    label: (mark) => {
      if (mark.kind === "meeting") return []
      const date = formatDayMonth(mark.when, journey)
      if (mark.kind === "money")
        return [`${formatMoney(mark.amount ?? 0)} · ${date}`, formatMoney(mark.amount ?? 0)]
      return [`${markName(mark)} · ${date}`, date]
    },
  }
}
