import type { Journey } from "../journey/journey"
import type { OwnClock } from "../journey/reminder-clock"
import type { Preferences } from "../messages/preferences"

/** The clock by which the person lives: the one they chose, else the browser's, else the programme's. */
export function ownClock({ zone }: Pick<Journey, "zone">, { quiet, zone: chosen }: Preferences): OwnClock {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (chosen !== null) return { zone: chosen, quiet }
  return { zone: !timeZone || timeZone === "Etc/Unknown" ? zone : timeZone, quiet }
}
