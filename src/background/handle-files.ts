import { programmes } from "../programmes/registry"
import { parseBackup, readBackup, restoreBackup } from "../storage/backup"
import type { Handlers } from "./handlers"
import { Refusal } from "./refusal"

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
    const backup = await readBackup(database, world.now())
    return { fileName: `jejak-${backup.exportedAt.slice(0, 10)}.json`, json: JSON.stringify(backup, null, 1) }
  },
  "preview-backup": () => Promise.reject(new Refusal("internal")),
  "import-backup": async (message, database, world) => {
    const backup = parseBackup(
      message.backup,
      programmes.map(({ id }) => id),
    )
    const restored = await restoreBackup(database, backup)
    await world.refresh()
    return restored
  },
  "safety-copies": () => Promise.reject(new Refusal("internal")),
  "restore-copy": () => Promise.reject(new Refusal("internal")),
  "delete-everything": () => Promise.reject(new Refusal("internal")),
}
