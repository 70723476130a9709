import { say } from "../language/words"
import type { Tell } from "../Notice"
import { saveBackup } from "./save-backup"

/** Saves everything to a file of the person's own. */
export function SaveBackup({ tell }: { tell: Tell }) {
  return (
    <button
      type="button"
      className="button small quiet"
      data-action="export-backup"
      onClick={() => void saveBackup().then(tell)}
    >
      {say("backup_save")}
    </button>
  )
}
