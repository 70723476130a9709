import { isNothing, planRestore, type RestorePlan } from "./backup-plan"
import type { BackupContent } from "./backup-schema"
import type { JejakDatabase } from "./database"
import { forgetDigests } from "./digests"
import { rowsOf } from "./restored-facts"
import { type CopyMaking, keepSafetyCopy } from "./safety-copies"

/** What restoring would add, without adding it. @throws as `restoreBackup` */
export function previewRestore(database: JejakDatabase, content: BackupContent): Promise<RestorePlan> {
  const { participants, facts, settings, accounts, reminders } = database
  const tables = [participants, facts, settings, accounts, reminders]
  return database.transaction("r", tables, () => planRestore(database, content))
}

/**
 * Adds a backup to what is there, after a safety copy of that, all in one transaction: what is known already stays as it
 * is, and where anything is refused nothing is changed at all.
 * @returns how many participants and facts came new
 * @throws BackupError, Locked (see `planRestore`), or Dexie errors
 */
export function restoreBackup(
  database: JejakDatabase,
  content: BackupContent,
  copy: CopyMaking,
): Promise<{ participants: number; facts: number }> {
  const { participants, facts, digests, settings, accounts, reminders, copies } = database
  const tables = [participants, facts, digests, settings, accounts, reminders, copies]
  return database.transaction("rw", tables, async () => {
    const plan = await planRestore(database, content)
    if (isNothing(plan)) return { participants: 0, facts: 0 }
    await keepSafetyCopy(database, copy)
    await participants.bulkAdd(plan.participants)
    await facts.bulkAdd(await rowsOf(database, plan.facts))
    await forgetDigests(database)
    await accounts.bulkAdd(plan.accounts)
    await reminders.bulkAdd(plan.reminders)
    if (plan.salt !== undefined) await settings.put({ key: "salt", value: plan.salt })
    if (plan.preferences !== undefined) await settings.put({ key: "preferences", value: plan.preferences })
    const [first] = content.participants
    if (first && !(await settings.get("current-participant")))
      await settings.put({ key: "current-participant", value: first.id })
    return { participants: plan.participants.length, facts: plan.facts.length }
  })
}
