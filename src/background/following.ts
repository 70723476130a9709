import type { JejakDatabase } from "../storage/database"
import { showBadge } from "./badge"
import { wakeForNextChange } from "./clock"
import { unlessFaulty } from "./faults"
import { openJourneys } from "./journeys"
import type { Shown } from "./overview"
import { speakFor } from "./own-words"
import { reviewReminders } from "./reminders"

/** Does what follows from what is shown: the language, reminders, the badge and the alarm. */
export async function follow(database: JejakDatabase, shown: Shown): Promise<void> {
  const { overview } = shown
  // What is shown must not fail with what follows from it, nor one of that with another.
  await unlessFaulty("words", () => speakFor(overview.preferences))
  const reminder = await unlessFaulty("reminders", () => remindEverybody(database, shown))
  await Promise.all([
    unlessFaulty("badge", () => showBadge(overview)),
    unlessFaulty("alarm", () => wakeForNextChange(overview, reminder)),
  ])
}

/** What was reminded of has to be noted, or it would be again. */
async function remindEverybody(database: JejakDatabase, shown: Shown): Promise<string | undefined> {
  if (database.where === "read-only") return undefined
  const { people, preferences } = shown.overview
  const travellers = await openJourneys(database, shown.now, shown.traveller)
  return reviewReminders(database, { travellers, preferences, named: people.length > 1 }, shown.now)
}
