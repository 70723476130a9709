import type { Counting, DeadlineRule, Moment, Programme } from "../programmes/schema"
import { type AnchorDay, anchorOf, furtherMeetingsOf } from "./anchors"
import { addDays, addWorkingDays, instantAt, type ZonedInstant } from "./calendar"
import { type CivilDateTime, dayOf, hasClock } from "./civil-day"
import { epoch } from "./epoch"
import type { DeadlineView } from "./journey"
import { isDone, type Progress, type StepProgress } from "./progress"

/**
 * The deadlines of one step that is not done at `now` (an instant), by the pack's rules. A rule whose cause has not
 * happened, whose mode is another, or whose window would close before it opens gives none; one that is counted from
 * each further meeting gives one for each that is not over: nobody knows whether the person was at the others.
 */
export function deadlinesOf(
  step: StepProgress,
  progress: Progress,
  programme: Programme,
  now: string,
): DeadlineView[] {
  if (isDone(step)) return []
  const training = progress.trainings.find(({ id }) => id === step.training)
  return programme.deadlines
    .filter((rule) => rule.steps.includes(step.rule.id) && appliesTo(rule, step, progress))
    .flatMap((rule) => {
      if (!isRepeated(rule)) return deadlineOf(rule, step, progress, programme) ?? []
      return furtherMeetingsOf(training?.particulars ?? {})
        .flatMap((meeting) => deadlineOf(rule, step, progress, programme, meeting) ?? [])
        .filter(({ due }) => !due || epoch(due) >= epoch(now))
    })
}

function deadlineOf(
  rule: DeadlineRule,
  step: StepProgress,
  progress: Progress,
  programme: Programme,
  meeting?: CivilDateTime,
): DeadlineView | undefined {
  const opens = rule.opens && momentOf(rule.opens, step, progress, programme, meeting)
  const closes = rule.closes && momentOf(rule.closes, step, progress, programme, meeting)
  const cause = closes ?? opens
  if (!cause || (rule.closes && !closes)) return undefined
  if (opens && closes && epoch(opens.at) > epoch(closes.at)) return undefined
  return {
    id: rule.id,
    step: step.rule.id,
    ...(step.training && { training: step.training }),
    ...(opens && { opens: opens.at }),
    ...(closes && { due: closes.at }),
    ...(rule.right && { right: true }),
    from: { anchor: cause.anchor, on: cause.day.on, assumed: cause.day.assumed },
    source: rule.source,
  }
}

function isRepeated(rule: DeadlineRule): boolean {
  return countsFrom(rule, "further-meeting")
}

function countsFrom({ opens, closes }: DeadlineRule, anchor: Counting["from"]): boolean {
  return [opens, closes].some((moment) => moment?.earliestOf.some(({ from }) => from === anchor))
}

/** The person's own clocks on a training's step run for the purchase that is still to be made, no other. */
function appliesTo(rule: DeadlineRule, step: StepProgress, progress: Progress): boolean {
  const training = progress.trainings.find(({ id }) => id === step.training)
  if (!training) return rule.scope === "person"
  if (rule.scope === "person" && training.tentative) return false
  if (rule.scope === "person")
    return countsFrom(rule, "rated") === training.optional && noneBought(step, progress)
  const { mode } = training.particulars
  return !rule.modes || (mode !== undefined && rule.modes.includes(mode))
}

function noneBought(step: StepProgress, { steps, trainings }: Progress): boolean {
  if (trainings.find(({ id }) => id === step.training)?.optional) return true
  return !steps.some(
    (other) => other.rule.id === step.rule.id && other.training !== step.training && isDone(other),
  )
}

interface CountedMoment {
  at: ZonedInstant
  anchor: Counting["from"]
  day: AnchorDay
}

function momentOf(
  moment: Moment,
  step: StepProgress,
  progress: Progress,
  programme: Programme,
  meeting?: CivilDateTime,
): CountedMoment | undefined {
  return moment.earliestOf
    .flatMap((counting) => {
      const day = anchorOf(counting.from, step, progress, programme, meeting)
      const at = day && count(counting, day.on, moment.at, programme)
      return day && at ? [{ at, anchor: counting.from, day }] : []
    })
    .sort((a, b) => epoch(a.at) - epoch(b.at))[0]
}

/** The instant that `counting` leads to; `undefined` when it needs a clock and the anchor is a whole day. */
function count(
  counting: Counting,
  on: string,
  clock: string | undefined,
  { zone, holidays }: Programme,
): ZonedInstant | undefined {
  if ("plusMinutes" in counting) return hasClock(on) ? instantAt(on, zone, counting.plusMinutes) : undefined
  const at = (day: string) => instantAt(`${day}T${clock ?? "00:00"}`, zone)
  const day = dayOf(on)
  if ("day" in counting) return at(addDays(day, counting.day - 1))
  if ("plusDays" in counting) return at(addDays(day, counting.plusDays))
  if ("plusWorkingDays" in counting) return at(addWorkingDays(day, counting.plusWorkingDays, holidays.dates))
  if ("yearEnd" in counting) return at(`${day.slice(0, 4)}-${counting.yearEnd}`)
  return at(day)
}
