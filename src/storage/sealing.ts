import * as z from "zod/mini"
import { type Fact, factSchema } from "../journey/facts"
import type { NotedReminder } from "../journey/reminder-review"
import { open, SealBroken, seal } from "../sealing/aes"
import type { DataKey, SealedFact, SealedReminders } from "./database"

/*
 * What is sealed and opened with a participant's random key. Nothing here touches the database; within a transaction
 * each call has to be wrapped in `aside`.
 */

/** Facts as they are to lie on the disk: without a key as they are. */
export function sealFacts(key: DataKey | undefined, facts: readonly Fact[]): Promise<(Fact | SealedFact)[]> {
  return Promise.all(
    facts.map(async (fact) => {
      if (!key) return fact
      const { id, participant } = fact
      const sealed = await seal(key.key, JSON.stringify(fact), id)
      return { id, participant, at: "" as const, sealed }
    }),
  )
}

/** All of these facts, or none. @throws SealBroken when one of them cannot be opened */
export function openFacts(key: DataKey | undefined, rows: readonly (Fact | SealedFact)[]): Promise<Fact[]> {
  return Promise.all(
    rows.map(async (row) => {
      if (!("sealed" in row)) return row
      if (!key) throw new SealBroken("there is no key to it")
      const text = await open(key.key, row.sealed, row.id)
      const fact = factSchema.safeParse(parse(text))
      if (!fact.success || fact.data.id !== row.id || fact.data.participant !== row.participant)
        throw new SealBroken("is not what it was sealed as")
      return fact.data
    }),
  )
}

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
    const reminders = remindersSchema.parse(parse(await open(key.key, sealed, id)))
    return reminders.map(({ settledAt, snoozed, ...record }) => ({
      ...record,
      ...(settledAt && { settledAt }),
      ...(snoozed && { snoozed }),
    }))
  } catch {
    return []
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
