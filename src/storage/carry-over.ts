import { aside } from "./aside"
import { backupText } from "./backup"
import { readContent } from "./backup-content"
import { BackupError } from "./backup-error"
import { restoreBackup } from "./backup-restore"
import type { JejakDatabase } from "./database"
import { Locked } from "./locking"
import { addUnknown, type MemoryEngine, memoryDatabase, type Rows } from "./memory"
import type { CopyMaking } from "./safety-copies"

/**
 * Adds what was kept in memory to the browser's database, in one transaction, as a restored backup is: nothing that is
 * there is changed, and nothing comes twice. What cannot stand beside what is there becomes a safety copy.
 * @returns false while somebody has to be unlocked first
 * @throws Dexie errors; then nothing is added
 */
export async function carryOver(
  database: JejakDatabase,
  { rows, engine }: { rows: Rows; engine: MemoryEngine },
  copy: CopyMaking,
): Promise<boolean> {
  const memory = await memoryDatabase(engine, rows)
  const content = await readContent(memory, "all")
  memory.close()
  const { tables, copies } = database
  try {
    await database.transaction("rw", tables, async () => {
      const current = (rows.settings ?? []).filter((row) => "key" in row && row.key === "current-participant")
      await addUnknown(database, { settings: current }, ["settings"])
      await restoreBackup(database, content, copy)
      await addUnknown(database, rows, ["reads", "sites", "chosen", "dismissals", "copies"])
    })
    return true
  } catch (error) {
    if (error instanceof Locked) return false
    if (!(error instanceof BackupError)) throw error
  }
  await database.transaction("rw", copies, async () => {
    const { id, at, jejak } = copy
    const backup = await aside(() => backupText(content, { exportedAt: at, jejak }))
    const [people, facts] = [content.participants.length, content.facts.length]
    await copies.put({ id, at, people, facts, backup })
  })
  return true
}
