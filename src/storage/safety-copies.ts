import { aside } from "./aside"
import { backupText, parseOwnBackup } from "./backup"
import { readContent } from "./backup-content"
import type { BackupContent } from "./backup-schema"
import type { JejakDatabase, SafetyCopy } from "./database"
import { forgetDigests } from "./digests"

/** How many are kept; the oldest go. */
const KEPT = 3

/** A copy's id, when it is made (instant, UTC), and the version of the extension. */
export interface CopyMaking {
  id: string
  at: string
  jejak: string
}

/** Copies everything as it lies, if there is anything. In the caller's transaction, if there is one. @throws Dexie errors */
export function keepSafetyCopy(database: JejakDatabase, { id, at, jejak }: CopyMaking): Promise<void> {
  const { participants, facts, settings, accounts, reminders, copies } = database
  const tables = [participants, facts, settings, accounts, reminders, copies]
  return database.transaction("rw", tables, async () => {
    const content = await readContent(database, "all")
    if (content.participants.length === 0) return
    const backup = await aside(() => backupText(content, { exportedAt: at, jejak }))
    await copies.add({
      id,
      at,
      people: content.participants.length,
      facts: content.facts.length,
      backup,
    })
    const newestFirst = await copies.orderBy("at").reverse().primaryKeys()
    await copies.bulkDelete(newestFirst.slice(KEPT))
  })
}

/** The copies that are kept, the newest first, without what is in them. */
export async function safetyCopies({ copies }: JejakDatabase): Promise<Omit<SafetyCopy, "backup">[]> {
  const newestFirst = await copies.orderBy("at").reverse().toArray()
  return newestFirst.map(({ backup: _, ...copy }) => copy)
}

/**
 * Puts everything back as it was when the copy was made, after a copy of what is there now; all in one transaction.
 * @returns whose keys open nothing any more; undefined when there is no such copy
 * @throws BackupError for a copy that cannot be read, or Dexie errors; then nothing is changed
 */
export async function restoreSafetyCopy(
  database: JejakDatabase,
  id: string,
  knownProgrammes: readonly string[],
  copy: CopyMaking,
): Promise<string[] | undefined> {
  const kept = await database.copies.get(id)
  if (!kept) return undefined
  const { content } = await parseOwnBackup(kept.backup, knownProgrammes)
  const stale: string[] = []
  const { participants, facts, digests, settings, accounts, reminders, copies } = database
  const tables = [participants, facts, digests, settings, accounts, reminders, copies]
  await database.transaction("rw", tables, async () => {
    await keepSafetyCopy(database, copy)
    stale.push(...(await withAnotherKey(database, content)))
    await Promise.all([participants, facts, accounts, reminders].map((table) => table.clear()))
    await participants.bulkAdd(content.participants)
    await facts.bulkAdd(content.facts)
    await forgetDigests(database)
    await accounts.bulkAdd(content.accounts)
    await reminders.bulkAdd(content.reminders)
    await putSettings(database, content)
  })
  return stale
}

async function putSettings({ settings }: JejakDatabase, content: BackupContent): Promise<void> {
  for (const key of ["salt", "preferences"] as const) {
    const value = content[key]
    if (value === undefined) await settings.delete(key)
    else await settings.put({ key, value })
  }
  await settings.bulkDelete(["account-question", "accounts-seen"])
  const current = (await settings.get("current-participant"))?.value
  const [first] = content.participants
  if (content.participants.some(({ id }) => id === current)) return
  if (first) await settings.put({ key: "current-participant", value: first.id })
  else await settings.delete("current-participant")
}

/** Who of those that are here is not in the copy, or is with a passphrase of another key: theirs opens nothing there. */
async function withAnotherKey({ participants }: JejakDatabase, content: BackupContent): Promise<string[]> {
  const kept = new Map(content.participants.map(({ id, protection }) => [id, protection?.keyId]))
  return (await participants.toArray())
    .filter(({ id, protection }) => protection?.keyId !== kept.get(id))
    .map(({ id }) => id)
}
