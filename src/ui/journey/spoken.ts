import type { WarningView } from "../../journey/journey"
import { formatDateOrTime, formatInstant, formatMoney, type Zone } from "../language/formats"
import { say, sayOf, type Values } from "../language/words"

/** A warning's values as a sentence can take them: dates and amounts written out. */
export function spoken(warning: WarningView, zone: Zone): Values {
  const values: Record<string, string | number> = {
    training: warning.trainingTitle ?? say("this_training"),
    provider: say("the_institution"),
    step: sayOf("step", warning.step, "title") ?? warning.step,
  }
  for (const [name, value] of Object.entries(warning.values)) {
    values[name] =
      typeof value === "number" ? (name === "amount" ? formatMoney(value) : value) : spokenText(value, zone)
  }
  return values
}

function spokenText(value: string, zone: Zone): string {
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value)) return formatDateOrTime(value, zone)
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value)) return formatInstant(value, zone)
  return value
}
