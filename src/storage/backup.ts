import * as z from "zod/mini"
import { isTooMuch } from "./backup-burden"
import { checksumOf } from "./backup-checksum"
import { BackupError } from "./backup-error"
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupContent,
  backupOneSchema,
  backupSchema,
  contentSchema,
  MOST_FACTS,
} from "./backup-schema"
import { recordId } from "./reminders"

/** A backup's text. @param made when (instant, UTC) and by which version of the extension */
export async function backupText(
  content: BackupContent,
  made: { exportedAt: string; jejak: string },
): Promise<string> {
  const checksum = await checksumOf(content)
  return JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, ...made, content, checksum })
}

/**
 * Reads a backup's text that comes from somewhere, whichever version wrote it.
 * @throws BackupError as `parseOwnBackup`, and where it would keep the browser busy for minutes
 */
export async function parseBackup(
  text: string,
  knownProgrammes: readonly string[],
): Promise<{ exportedAt: string; content: BackupContent }> {
  const backup = await parseOwnBackup(text, knownProgrammes)
  if (isTooMuch(backup.content)) throw new BackupError("backup-too-large")
  return backup
}

/**
 * Reads a backup's text that never left the browser: what was bearable here before is so again.
 * @throws BackupError when it is no backup, is damaged, holds far too much, or was made by a later version
 */
export async function parseOwnBackup(
  text: string,
  knownProgrammes: readonly string[],
): Promise<{ exportedAt: string; content: BackupContent }> {
  const raw = parseJson(text)
  const later = z.object({ format: z.literal(BACKUP_FORMAT), version: z.number() }).safeParse(raw)
  if (later.success && later.data.version > BACKUP_VERSION) throw new BackupError("backup-from-the-future")
  if (tooMany.safeParse(raw).success) throw new BackupError("backup-too-large")
  const backup = later.success && later.data.version === 1 ? parseOne(raw) : await parseTwo(raw)
  if (!isWhole(backup.content)) throw new BackupError("backup-damaged")
  if (!backup.content.participants.every(({ programme }) => knownProgrammes.includes(programme)))
    throw new BackupError("backup-from-the-future")
  return backup
}

/** More facts than anybody has, in a file of either version. */
const manyFacts = z.object({ facts: z.array(z.unknown()).check(z.minLength(MOST_FACTS + 1)) })
const tooMany = z.union([manyFacts, z.object({ content: manyFacts })])

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BackupError("backup-damaged")
  }
}

function parseOne(raw: unknown): { exportedAt: string; content: BackupContent } {
  const { format: _, version: __, exportedAt, ...content } = parsed(backupOneSchema, raw)
  return { exportedAt, content: { ...content, accounts: [], reminders: [] } }
}

async function parseTwo(raw: unknown): Promise<{ exportedAt: string; content: BackupContent }> {
  const { exportedAt, content, checksum } = parsed(backupSchema, raw)
  // The shape first: it bounds the depth of what is then walked through.
  const shaped = parsed(contentSchema, content)
  if ((await checksumOf(content)) !== checksum) throw new BackupError("backup-damaged")
  return { exportedAt, content: shaped }
}

function parsed<Schema extends z.ZodMiniType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const result = schema.safeParse(raw)
  if (!result.success) throw new BackupError("backup-damaged")
  return result.data
}

/**
 * Every id stands once, everything is somebody's, a reminder by its id too, and encrypted is what is of those with a passphrase, all
 * of it.
 */
function isWhole({ participants, facts, accounts, reminders }: BackupContent): boolean {
  const people = new Map(participants.map((each) => [each.id, each]))
  const once = [
    participants.map(({ id }) => id),
    facts.map(({ id }) => id),
    accounts.map(({ fingerprint }) => fingerprint),
    reminders.map(({ id }) => id),
  ].every((ids) => new Set(ids).size === ids.length)
  return (
    once &&
    facts.every((fact) => {
      const owner = people.get(fact.participant)
      return owner !== undefined && "sealed" in fact === (owner.protection !== undefined)
    }) &&
    accounts.every(({ participant }) => participant === null || people.has(participant)) &&
    reminders.every((reminder) => {
      const { id, participant } = reminder
      const owner = people.get(participant)
      if (owner === undefined || !id.startsWith(recordId(participant, ""))) return false
      return "sealed" in reminder === (owner.protection !== undefined)
    })
  )
}
