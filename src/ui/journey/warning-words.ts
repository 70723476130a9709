import type { Journey, WarningView } from "../../journey/journey"
import { sayOf } from "../language/words"
import { spoken } from "./spoken"

/** The warning in whose words the next step is told; undefined where that has its own. */
export function troubleOf({ next, warnings }: Journey): WarningView | undefined {
  return warnings.find(
    ({ id, step, training }) => id === next?.trouble && step === next?.step && training === next?.training,
  )
}

/** Which sentence of a warning: `title`, `text`, `more` (a second paragraph, if any) or `late` (its title once it is over). */
export type WarningPart = "title" | "text" | "more" | "late"

/**
 * A warning's sentence: the one for its deadline, for what the page last said of its step, or for its step, where
 * there is one (`warning_certificate_late_<deadline>_title`), else the warning's own.
 */
export function warningWords(warning: WarningView, part: WarningPart, journey: Journey): string | undefined {
  const values = spoken(warning, journey)
  for (const kind of [warning.deadline, reportedOf(warning, journey), warning.step]) {
    const words = kind && sayOf("warning", `${warning.id}-${kind}`, part, values)
    if (words) return words
  }
  return sayOf("warning", warning.id, part, values)
}

function reportedOf({ step, training }: WarningView, { person, trainings }: Journey): string | undefined {
  const steps = training === undefined ? person : trainings.find(({ id }) => id === training)?.steps
  return steps?.find(({ id }) => id === step)?.reported?.state
}
