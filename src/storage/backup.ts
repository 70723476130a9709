import * as z from "zod/mini"
import { type Fact, factSchema } from "../journey/facts"
import type { JejakDatabase } from "./database"

const BACKUP_VERSION = 1

const backupSchema = z.strictObject({
  format: z.literal("jejak-backup"),
  version: z.literal(BACKUP_VERSION),
  exportedAt: z.iso.datetime(),
  participants: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/)),
        programme: z.string().check(z.maxLength(60)),
        displayName: z.string().check(z.minLength(1), z.maxLength(60)),
        wave: z.int().check(z.positive(), z.maximum(999)),
        createdAt: z.iso.datetime(),
      }),
    )
    .check(z.maxLength(50)),
  facts: z.array(factSchema).check(z.maxLength(200_000)),
  /** The salt of the cards' fingerprints; without it a restored card would not be known again. */
  salt: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
})
export type Backup = z.infer<typeof backupSchema>

/** A file that cannot be restored. `reason` is a failure that has its own sentence. */
export class BackupError extends Error {
  constructor(readonly reason: "backup-damaged" | "backup-from-the-future") {
    super(reason)
  }
}

/**
 * Reads a backup's text.
 * @throws BackupError when it is no backup, is damaged, or was made by a later version
 */
export function parseBackup(text: string, knownProgrammes: readonly string[]): Backup {
  const raw = parseJson(text)
  const later = z.object({ format: z.literal("jejak-backup"), version: z.number() }).safeParse(raw)
  if (later.success && later.data.version > BACKUP_VERSION) throw new BackupError("backup-from-the-future")
  const parsed = backupSchema.safeParse(raw)
  if (!parsed.success) throw new BackupError("backup-damaged")
  const backup = parsed.data
  const people = new Set(backup.participants.map(({ id }) => id))
  const belongs = backup.facts.every(({ participant }) => people.has(participant))
  if (!belongs) throw new BackupError("backup-damaged")
  if (!backup.participants.every(({ programme }) => knownProgrammes.includes(programme)))
    throw new BackupError("backup-from-the-future")
  return backup
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BackupError("backup-damaged")
  }
}

/** Everything that the person would miss, as one object. */
export function readBackup(database: JejakDatabase, exportedAt: string): Promise<Backup> {
  const { participants, facts, settings } = database
  return database.transaction("r", participants, facts, settings, async () => {
    const salt = (await settings.get("salt"))?.value
    const rows = await facts.toArray()
    return {
      format: "jejak-backup" as const,
      version: BACKUP_VERSION,
      exportedAt,
      participants: await participants.toArray(),
      facts: rows.filter((row): row is Fact => !("sealed" in row)),
      ...(salt && { salt }),
    }
  })
}

/**
 * Adds a backup to what is there, in one transaction: facts that are known already stay as they are.
 * @returns how many participants and facts came new
 */
export function restoreBackup(
  database: JejakDatabase,
  backup: Backup,
): Promise<{ participants: number; facts: number }> {
  const { participants, facts, settings } = database
  return database.transaction("rw", participants, facts, settings, async () => {
    const newPeople = await unknownTo(participants, backup.participants)
    const fresh = await unknownTo(facts, backup.facts)
    await participants.bulkAdd(newPeople)
    await facts.bulkAdd(fresh)
    if (backup.salt && !(await settings.get("salt"))) await settings.put({ key: "salt", value: backup.salt })
    const [first] = backup.participants
    if (first && !(await settings.get("current-participant")))
      await settings.put({ key: "current-participant", value: first.id })
    return { participants: newPeople.length, facts: fresh.length }
  })
}

async function unknownTo<Row extends { id: string }>(
  table: { bulkGet(ids: string[]): PromiseLike<unknown[]> },
  rows: readonly Row[],
): Promise<Row[]> {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  const known = await table.bulkGet(once.map(({ id }) => id))
  return once.filter((_, index) => known[index] === undefined)
}
