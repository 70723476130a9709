import type { JejakDatabase } from "../storage/database"
import { showBadge } from "./badge"
import { wakeForNextChange } from "./clock"
import { unlessFaulty } from "./faults"
import { openJourneys } from "./journeys"
import type { Shown, Stored } from "./overview"
import { speakFor } from "./own-words"
import { paintLater } from "./painting"
import { reviewReminders } from "./reminders"

/**
 * Does what follows from what is shown: the language, reminders, the badge and the alarm. What the popup will paint of it comes later.
 * @param answered settles once nobody waits for an answer
 */
export async function follow(
  database: JejakDatabase,
  shown: Stored,
  answered: () => Promise<void>,
): Promise<void> {
  const { overview } = shown
  // What is shown must not fail with what follows from it, nor one of that with another.
  await unlessFaulty("words", () => speakFor(overview.preferences))
  const reminder = await unlessFaulty("reminders", () => remindEverybody(database, shown))
  await Promise.all([
    unlessFaulty("badge", () => showBadge(overview)),
    unlessFaulty("alarm", () => wakeForNextChange(overview, reminder)),
  ])
  if (shown.isNew) paintLater(overview, answered)
}

/** What was reminded of has to be noted, or it would be again. */
async function remindEverybody(database: JejakDatabase, shown: Shown): Promise<string | undefined> {
  if (database.where === "read-only") return undefined
  const { people, preferences } = shown.overview
  const travellers = await openJourneys(database, shown.now, shown.traveller)
  return reviewReminders(database, { travellers, preferences, named: people.length > 1 }, shown.now)
}
