import type { BackupContent } from "./backup-schema"
import type { JejakDatabase, ReminderRecord, SealedReminders } from "./database"

/**
 * Everything that the person would miss, as it lies: what is encrypted is not opened.
 * @param reminders `unprotected`: what was told to somebody with a passphrase says too much of them to leave the browser
 * @throws Dexie errors
 */
export function readContent(
  database: JejakDatabase,
  reminders: "unprotected" | "all" = "unprotected",
): Promise<BackupContent> {
  const { participants, facts, accounts, settings } = database
  const tables = [participants, facts, accounts, settings, database.reminders]
  return database.transaction("r", tables, async () => {
    const people = await participants.toArray()
    const known = new Set(people.map(({ id }) => id))
    const told = new Set(
      people.filter(({ protection }) => reminders === "all" || !protection).map(({ id }) => id),
    )
    const salt = (await settings.get("salt"))?.value
    const preferences = (await settings.get("preferences"))?.value
    return {
      participants: people,
      facts: (await facts.toArray()).filter(({ participant }) => known.has(participant)),
      accounts: (await accounts.toArray()).filter(
        ({ participant }) => participant === null || known.has(participant),
      ),
      ...(salt !== undefined && { salt }),
      ...(preferences !== undefined && { preferences }),
      reminders: (await database.reminders.toArray())
        .filter(({ participant }) => told.has(participant))
        .filter(isSettled),
    }
  })
}

function isSettled(record: ReminderRecord | SealedReminders): record is BackupContent["reminders"][number] {
  return record.state !== "planned"
}
