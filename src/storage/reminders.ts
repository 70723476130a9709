import type { NotedReminder } from "../journey/reminder-review"
import type { JejakDatabase, ReminderRecord } from "./database"

/** The id of a participant's reminder in the database, which is also its notification's. */
export function recordId(participant: string, reminder: string): string {
  return `${participant}|${reminder}`
}

/** All of a participant's reminders, under the plan's own ids. */
export async function notedReminders(database: JejakDatabase, participant: string): Promise<NotedReminder[]> {
  const prefix = recordId(participant, "")
  const records = await database.reminders.where("id").startsWith(prefix).toArray()
  return records.map(({ participant: _, id, ...record }) => ({ ...record, id: id.slice(prefix.length) }))
}

/** Stores and forgets reminders of one participant, all or none. @throws Dexie errors */
export async function noteReminders(
  database: JejakDatabase,
  participant: string,
  { note, forget = [] }: { note: readonly NotedReminder[]; forget?: readonly string[] },
): Promise<void> {
  if (note.length === 0 && forget.length === 0) return
  const records: ReminderRecord[] = note.map((record) => ({
    ...record,
    id: recordId(participant, record.id),
    participant,
  }))
  await database.transaction("rw", database.reminders, async () => {
    await database.reminders.bulkDelete(forget.map((id) => recordId(participant, id)))
    await database.reminders.bulkPut(records)
  })
}
