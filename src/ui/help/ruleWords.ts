import type { Anchor, Counting, Moment } from "../../programmes/schema"
import { formatBareClock, formatMonthDay, formatSpan, listed } from "../language/formats"
import { say, sayOf } from "../language/words"

const MINUTE = 60_000

/** When something is open, in one sentence. @param zoneLabel what people call the programme's zone */
export function ruleWords(
  { opens, closes }: { opens?: Moment | undefined; closes?: Moment | undefined },
  zoneLabel: string,
): string {
  // At midnight a day begins: its name is enough.
  const from = opens && momentWords(opens, undefined)
  const until = closes && momentWords(closes, zoneLabel)
  if (from !== undefined && until !== undefined) return say("rule_from_until", { from, until })
  if (until !== undefined) return say("rule_until", { until })
  return from === undefined ? "" : say("rule_from", { from })
}

function momentWords({ earliestOf, at }: Moment, zoneLabel: string | undefined): string {
  const ways = [...new Set(earliestOf.map(countingWords))]
  const [only = ""] = ways
  const when = ways.length === 1 ? only : say("rule_earliest", { ways: listed(ways, "or") })
  const hasClock = at !== undefined && zoneLabel !== undefined
  return hasClock ? say("rule_clock", { when, clock: formatBareClock(at), zone: zoneLabel }) : when
}

function countingWords(counting: Counting): string {
  const anchor = anchorWords(counting.from)
  if ("day" in counting) return say("rule_day", { n: counting.day, anchor })
  if ("plusWorkingDays" in counting)
    return say("rule_working_days_after", { n: counting.plusWorkingDays, anchor })
  if ("plusAnnouncedDays" in counting) return say("rule_announced_days", { anchor })
  if ("yearEnd" in counting) return say("rule_year_end", { date: formatMonthDay(counting.yearEnd) })
  const { by, amount } =
    "plusDays" in counting
      ? { by: counting.plusDays, amount: formatSpan(Math.abs(counting.plusDays) * 24 * 60 * MINUTE) }
      : { by: counting.plusMinutes, amount: formatSpan(Math.abs(counting.plusMinutes) * MINUTE) }
  if (by === 0) return anchor
  return say(by < 0 ? "rule_before" : "rule_after", { amount, anchor })
}

function anchorWords(anchor: Anchor): string {
  return sayOf("anchor", anchor) ?? anchor
}
