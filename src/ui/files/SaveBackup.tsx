import { ask } from "../../messages/ask"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { saveFile } from "./download"

/** Saves a backup before something that cannot be taken back. */
export function SaveBackup() {
  const { tell } = useCommonSession()
  const save = async () => {
    const reply = await ask({ type: "export-backup" })
    if (!reply.ok) return tell(failed(reply.failure))
    saveFile(reply.value.fileName, reply.value.json)
    tell({ words: say("backup_saved", { file: reply.value.fileName }), kind: "shown" })
  }
  return (
    <button
      type="button"
      className="button small quiet"
      data-action="export-backup"
      onClick={() => void save()}
    >
      {say("backup_save")}
    </button>
  )
}
