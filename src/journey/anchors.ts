import type { Anchor, Programme } from "../programmes/schema"
import type { StepId } from "../programmes/steps"
import { addDays, civilDateOf } from "./calendar"
import { type CivilDate, type CivilDateTime, dayOf } from "./civil-day"
import { doneOn } from "./done-on"
import type { Particulars } from "./facts"
import { compareText } from "./order"
import { isDone, type Progress, type StepProgress } from "./progress"

/** A payment that is on its way: what was once scheduled stays so while it is processed. */
const STILL_TO_COME = ["scheduled", "processing"]

/** The day, or the clock on a day, from which a deadline is counted. */
export interface AnchorDay {
  on: CivilDate | CivilDateTime
  /** Nobody named the day; it was concluded from when something was seen. */
  assumed: boolean
}

/**
 * Finds the days that deadlines are counted from. An anchor that has not happened is `undefined`.
 * @param meeting the further meeting that is meant, where there are several
 */
export function anchorOf(
  anchor: Anchor,
  step: StepProgress,
  progress: Progress,
  programme: Programme,
  meeting?: CivilDateTime,
): AnchorDay | undefined {
  const { zone } = programme
  const training = progress.trainings.find(({ id }) => id === step.training)
  const find = (id: StepId, owner = step.training) =>
    progress.steps.find(
      ({ rule, training: of }) => rule.id === id && (rule.scope === "person" || of === owner),
    )
  const day = (id: StepId, owner?: string) => {
    const found = find(id, owner)
    return found && isDone(found) ? doneOn(found, progress, zone) : undefined
  }
  const named = (on: string | undefined): AnchorDay | undefined => (on ? { on, assumed: false } : undefined)
  const particulars: Particulars = training?.particulars ?? {}
  switch (anchor) {
    case "announced":
      return day("accepted")
    case "bought":
      return day("purchase")
    case "starts":
    case "meeting":
      return named(meetingsOf(particulars)[0] ?? particulars.startsAt)
    case "further-meeting":
      return named(meeting)
    case "last-meeting":
      return named(lastMeetingOf(particulars))
    case "redeemed":
      return day("redeem")
    case "finished":
      return day("skills-demo")
    case "rated":
      return latest(progress.trainings.map(({ id }) => day("review", id)))
    case "scheduled":
      return reportedDay(step, "scheduled", zone)
    case "received":
      return day("incentive")
    case "survey-announced":
      return announcedDay(step, zone)
    case "entered":
      return named(particulars.skillsDemoBy)
  }
}

/** When each meeting begins, as far as that is known, earliest first. */
function meetingsOf({ meetings = [] }: Particulars): CivilDateTime[] {
  return [...new Set(meetings)].sort(compareText)
}

/** Every meeting but the first, at which the training is redeemed. */
export function furtherMeetingsOf(particulars: Particulars): CivilDateTime[] {
  return meetingsOf(particulars).slice(1)
}

/** The day of the last meeting, with the clock at which it ends where that is known. */
function lastMeetingOf(particulars: Particulars): CivilDate | CivilDateTime | undefined {
  const { startsAt, endsAt } = particulars
  const last = meetingsOf(particulars).at(-1)
  if (!last) return endsAt ?? (startsAt && dayOf(startsAt))
  return endsAt && dayOf(endsAt) === dayOf(last) ? endsAt : dayOf(last)
}

function reportedDay(
  { decision: { report, reports } }: StepProgress,
  state: string,
  zone: string,
): AnchorDay | undefined {
  if (!report || !STILL_TO_COME.includes(report.state)) return undefined
  const fact = reports?.[state]
  if (!fact) return undefined
  const date = fact.values?.date
  return date ? { on: date, assumed: false } : { on: civilDateOf(fact.at, zone), assumed: true }
}

function announcedDay({ decision: { report } }: StepProgress, zone: string): AnchorDay | undefined {
  const days = report?.state === "announced" ? report.fact.values?.days : undefined
  if (report === undefined || days === undefined) return undefined
  return { on: addDays(civilDateOf(report.fact.at, zone), days), assumed: false }
}

function latest(days: readonly (AnchorDay | undefined)[]): AnchorDay | undefined {
  return days.reduce(
    (last, day) => (day && (!last || dayOf(day.on) > dayOf(last.on)) ? day : last),
    undefined,
  )
}
