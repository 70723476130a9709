import type { Hint } from "../journey/hints"
import type { Journey } from "../journey/journey"
import type { HintView } from "../messages/overview"
import { formatInstant } from "../ui/language/formats"
import { language, say, sayOf } from "../ui/language/words"

/** A card in the person's language. */
export function hintView({ rule, warning, points }: Hint, journey: Journey): HintView {
  const first = journey.trainings.some(({ id, first: isFirst }) => isFirst && id === warning.training)
  const parts = [...(warning.due ? ["due_text"] : []), ...(first ? ["first_text"] : []), "text"]
  const values = {
    training: warning.trainingTitle ?? "",
    due: warning.due ? formatInstant(warning.due, journey) : "",
  }
  const texts = parts.flatMap((part) => sayOf("hint", rule.id, part, values) ?? [])
  return {
    id: rule.id,
    severity: warning.severity,
    language: language(),
    title: sayOf("hint", rule.id, "title") ?? "",
    text: texts[0] ?? "",
    points: points.flatMap((id) => sayOf("hint_point", id) ?? sayOf("prerequisite", id) ?? []),
    labels: {
      from: say("hint_from"),
      ...(rule.preflight && { open: say("hint_open_preflight") }),
      tomorrow: say("hint_tomorrow"),
      never: say("hint_never"),
      close: say("hint_close"),
    },
  }
}
