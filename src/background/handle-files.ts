import browser from "webextension-polyfill"
import { programmes } from "../programmes/registry"
import { backupText, parseBackup } from "../storage/backup"
import { readContent } from "../storage/backup-content"
import { previewRestore, restoreBackup } from "../storage/backup-restore"
import type { JejakDatabase } from "../storage/database"
import { type CopyMaking, restoreSafetyCopy, safetyCopies } from "../storage/safety-copies"
import type { Circumstances } from "./change"
import { deleteEverything } from "./delete"
import type { Handlers } from "./handlers"
import { forgetKey } from "./keys"
import { Refusal } from "./refusal"
import { leaveSite } from "./sites"

/** What leaves as a file of the person's own, what comes back, and what is deleted. */
export const fileHandlers: Handlers<
  | "export-backup"
  | "preview-backup"
  | "import-backup"
  | "safety-copies"
  | "restore-copy"
  | "delete-everything"
> = {
  "export-backup": async (_message, database, world) => {
    // Of what a later version stores only a part would be in it.
    if (database.where === "read-only") throw new Refusal("storage-newer")
    const { at: exportedAt, jejak } = making(world)
    const json = await backupText(await readContent(database), { exportedAt, jejak })
    return { fileName: `jejak-${exportedAt.slice(0, 10)}.json`, json }
  },
  "preview-backup": async ({ backup }, database) => {
    const { exportedAt, content } = await parseBackup(backup, knownProgrammes())
    const { people, preferences } = await previewRestore(database, content)
    return { exportedAt, people, preferences: preferences !== undefined }
  },
  "import-backup": async ({ backup }, database, world) => {
    const { content } = await parseBackup(backup, knownProgrammes())
    const restored = await restoreBackup(database, content, making(world))
    await world.refresh()
    await world.readOpenPages()
    return restored
  },
  "safety-copies": (_message, database) => safetyCopies(database),
  "restore-copy": async ({ copy }, database, world) => {
    const stale = await restoreSafetyCopy(database, copy, knownProgrammes(), making(world))
    if (!stale) throw new Refusal("not-understood")
    for (const participant of stale) await forgetKey(database, participant)
    await leaveSitesOfNobody(database)
    await world.readOpenPages()
    return world.refresh()
  },
  "delete-everything": async (_message, database, world) => {
    await deleteEverything(database)
    return world.refresh()
  },
}

/** What was watched for somebody who is no longer here is given back. */
async function leaveSitesOfNobody(database: JejakDatabase): Promise<void> {
  const people = new Set(await database.participants.toCollection().primaryKeys())
  for (const { id, participant } of await database.chosen.toArray())
    if (participant !== undefined && !people.has(participant)) await leaveSite(database, id)
}

function knownProgrammes(): string[] {
  return programmes.map(({ id }) => id)
}

function making({ now, newId }: Circumstances): CopyMaking {
  return { id: newId(), at: now(), jejak: browser.runtime.getManifest().version }
}
