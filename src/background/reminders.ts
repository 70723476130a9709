import type { Overview, ReminderView } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"
import { Refusal } from "./refusal"

/**
 * Looks at the plan of reminders again: adds what is new, drops what no longer stands, shows what is due.
 * @param now an instant in UTC
 * @returns the instant (UTC) at which the next one is due
 */
export async function reviewReminders(
  _database: JejakDatabase,
  _overview: Overview,
  _now: string,
): Promise<string | undefined> {
  return undefined
}

/** One reminder with its warning as it stands now. @throws Refusal for one that there is not */
export async function reminderOf(
  _database: JejakDatabase,
  _overview: Overview,
  _id: string,
): Promise<ReminderView> {
  throw new Refusal("not-understood")
}

/** Puts a reminder off. */
export async function snooze(
  _database: JejakDatabase,
  _id: string,
  _until: "hour" | "evening" | "morning",
  _now: string,
): Promise<void> {}

/** Opens what a notification is about when it, or one of its buttons, is clicked. Called in the background's first turn. */
export function onNotificationClicks(_database: JejakDatabase): void {}
