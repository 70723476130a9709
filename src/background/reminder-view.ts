import { epoch } from "../journey/epoch"
import type { Journey, WarningView } from "../journey/journey"
import { type PlannedReminder, subjectsOf } from "../journey/reminders"
import { severityOf } from "../journey/severity"
import type { Programme } from "../programmes/schema"
import { WARNING_IDS, type WarningId } from "../programmes/steps"

/** The warning that a reminder is about: as it stands, or as it will once it is raised. */
export function warningOf(
  { warning: id, step, training, deadline, due }: PlannedReminder,
  journey: Journey,
  programme: Programme,
): WarningView {
  const standing = journey.warnings.find(
    (warning) => warning.id === id && warning.step === step && warning.training === training,
  )
  if (standing && (!due || !standing.due || isAt(standing.due, due))) return standing
  const title = journey.trainings.find((each) => each.id === training)?.title
  const view = subjectsOf(journey)
    .flatMap((subject) => subject.step.deadlines)
    .find(
      (each) =>
        each.id === deadline && each.training === training && due && isAt(each.due ?? each.opens, due),
    )
  const severity = due ? severityOf(due, journey.computedAt, journey.zone) : undefined
  return {
    ...bare(id, programme),
    ...(severity && { severity }),
    step,
    ...(training && { training }),
    ...(title && { trainingTitle: title }),
    ...(deadline && { deadline }),
    ...(view?.due && { due: view.due }),
    ...(view?.opens && { opens: view.opens }),
  }
}

/** The warning that a reminder's id names, when nothing of it stands any more; `undefined` for no id of ours. */
export function warningOnce(
  reminder: string,
  journey: Journey,
  programme: Programme,
): WarningView | undefined {
  const [named, , training] = reminder.split("|")
  const id = WARNING_IDS.find((each) => each === named)
  if (!id) return undefined
  const title = journey.trainings.find((each) => each.id === training)?.title
  return { ...bare(id, programme), ...(title && { trainingTitle: title }) }
}

function isAt(moment: string | undefined, due: string): boolean {
  return moment !== undefined && epoch(moment) === epoch(due)
}

function bare(id: WarningId, programme: Programme): WarningView {
  const rule = programme.warnings.find((each) => each.id === id)
  return {
    id,
    severity: rule?.atLeast ?? "info",
    step: rule?.when.steps[0] ?? "accepted",
    values: {},
    ...(rule?.link && { link: rule.link }),
    contacts: rule?.contacts ?? [],
    causes: rule?.causes ?? [],
    source: rule?.source ?? { of: "assumption", checkedOn: programme.checkedOn },
  }
}
