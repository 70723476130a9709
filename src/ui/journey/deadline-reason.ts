import type { DeadlineView } from "../../journey/journey"
import { formatDateOrTime, formatDayOf, type Zone } from "../language/formats"
import { say, sayOf } from "../language/words"

/** Why a deadline falls on its day, in words. */
export function deadlineReason(deadline: DeadlineView, zone: Zone): string {
  const { on, assumed, anchor } = deadline.from
  const isInstant = /(Z|[+-]\d\d:\d\d)$/.test(on)
  const date = isInstant ? formatDayOf(on, zone) : formatDateOrTime(on, zone)
  const why =
    sayOf("deadline", deadline.id, "why", { date }) ??
    say("deadline_counted_from", { anchor: sayOf("anchor", anchor) ?? anchor, date })
  return assumed ? `${why} ${say("deadline_assumed")}` : why
}
