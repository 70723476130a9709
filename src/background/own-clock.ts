import type { Journey } from "../journey/journey"
import type { OwnClock } from "../journey/reminder-clock"
import type { Preferences } from "../messages/preferences"

/** The clock by which this computer's owner lives; in the programme's zone where the browser does not know theirs. */
export function ownClock({ zone }: Pick<Journey, "zone">, { quiet }: Preferences): OwnClock {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return { zone: !timeZone || timeZone === "Etc/Unknown" ? zone : timeZone, quiet }
}
