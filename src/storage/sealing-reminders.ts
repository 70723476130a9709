import * as z from "zod/mini"
import type { NotedReminder } from "../journey/reminder-review"
import { open, seal } from "../sealing/aes"
import type { DataKey, SealedReminders } from "./database"

/* Reminders as `sealing.ts` seals facts: within a transaction each call has to be wrapped in `aside`. */

const remindersSchema = z.array(
  z.strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    state: z.enum(["planned", "shown", "skipped"]),
    settledAt: z.optional(z.iso.datetime()),
    snoozed: z.optional(z.boolean()),
  }),
)

/** A participant's reminders as one row. @param id that of the row */
export async function sealReminders(
  key: DataKey,
  { id, participant }: Pick<SealedReminders, "id" | "participant">,
  reminders: readonly NotedReminder[],
): Promise<SealedReminders> {
  const sealed = await seal(key.key, JSON.stringify(reminders), id)
  return { id, participant, state: "sealed", sealed }
}

/** What was noted of the plan; nothing where that cannot be opened, for the plan follows from the facts. */
export async function openReminders(key: DataKey, { id, sealed }: SealedReminders): Promise<NotedReminder[]> {
  try {
    const reminders = remindersSchema.parse(JSON.parse(await open(key.key, sealed, id)))
    return reminders.map(({ settledAt, snoozed, ...record }) => ({
      ...record,
      ...(settledAt && { settledAt }),
      ...(snoozed && { snoozed }),
    }))
  } catch {
    return []
  }
}
