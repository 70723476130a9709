import type { NotedReminder } from "../journey/reminder-review"
import { aside } from "./aside"
import type { DataKey, JejakDatabase, ReminderRecord, SealedReminders } from "./database"
import { keyOf, present } from "./locking"
import { openReminders, sealReminders } from "./sealing-reminders"

/** The id of a participant's reminder in the database, which is also its notification's. */
export function recordId(participant: string, reminder: string): string {
  return `${participant}|${reminder}`
}

/** The participant and the plan's own id behind a record's; undefined for what is no such id. */
export function partsOfRecordId(id: string): { participant: string; reminder: string } | undefined {
  const end = id.indexOf("|")
  return end < 1 ? undefined : { participant: id.slice(0, end), reminder: id.slice(end + 1) }
}

/** All of a participant's reminders, under the plan's own ids. @throws UnknownParticipant or Locked */
export async function notedReminders(database: JejakDatabase, participant: string): Promise<NotedReminder[]> {
  const { participants, reminders } = database
  const { key, rows } = await database.transaction("r", participants, reminders, async () => {
    const key = keyOf(database, await present(database, participant))
    return { key, rows: await reminderRows(database, participant).toArray() }
  })
  return opened(key, rows)
}

/**
 * Stores and forgets reminders of one participant, all or none.
 * @throws UnknownParticipant, Locked or Dexie errors
 */
export async function noteReminders(
  database: JejakDatabase,
  participant: string,
  { note, forget = [] }: { note: readonly NotedReminder[]; forget?: readonly string[] },
): Promise<void> {
  if (note.length === 0 && forget.length === 0) return
  const { participants, reminders } = database
  await database.transaction("rw", participants, reminders, async () => {
    const key = keyOf(database, await present(database, participant))
    if (key) {
      const rows = await reminderRows(database, participant).toArray()
      const known = new Map((await aside(() => opened(key, rows))).map((record) => [record.id, record]))
      for (const id of forget) known.delete(id)
      for (const record of note) known.set(record.id, record)
      await putSealed(database, participant, key, [...known.values()])
    } else {
      await reminders.bulkDelete(forget.map((id) => recordId(participant, id)))
      await reminders.bulkPut(note.map((record) => plain(participant, record)))
    }
  })
}

/** Seals what is noted plainly, as part of a transaction. */
export async function sealRecords(database: JejakDatabase, participant: string, key: DataKey): Promise<void> {
  const rows = await reminderRows(database, participant).toArray()
  const records = await aside(() => opened(undefined, rows))
  await reminderRows(database, participant).delete()
  await putSealed(database, participant, key, records)
}

/** Notes plainly what is sealed, as part of a transaction. */
export async function openRecords(database: JejakDatabase, participant: string, key: DataKey): Promise<void> {
  const rows = await reminderRows(database, participant).toArray()
  const records = await aside(() => opened(key, rows))
  await reminderRows(database, participant).delete()
  await database.reminders.bulkPut(records.map((record) => plain(participant, record)))
}

/** Whatever lies on the disk of one participant's reminders. */
export function reminderRows(database: JejakDatabase, participant: string) {
  return database.reminders.where("id").startsWith(recordId(participant, ""))
}

async function putSealed(
  database: JejakDatabase,
  participant: string,
  key: DataKey,
  records: readonly NotedReminder[],
): Promise<void> {
  const id = recordId(participant, "")
  await database.reminders.put(await aside(() => sealReminders(key, { id, participant }, records)))
}

async function opened(
  key: DataKey | undefined,
  rows: readonly (ReminderRecord | SealedReminders)[],
): Promise<NotedReminder[]> {
  const each = await Promise.all(
    rows.map(async (row): Promise<NotedReminder[]> => {
      if ("sealed" in row) return key ? openReminders(key, row) : []
      const { participant, id, ...record } = row
      return [{ ...record, id: id.slice(recordId(participant, "").length) }]
    }),
  )
  return each.flat()
}

function plain(participant: string, record: NotedReminder): ReminderRecord {
  return { ...record, id: recordId(participant, record.id), participant }
}
