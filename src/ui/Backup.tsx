import { type ChangeEvent, type MouseEvent, useId } from "react"
import browser from "webextension-polyfill"
import { ask } from "../messages/ask"
import { saveFile } from "./download"
import { failed, type Tell } from "./Notice"
import { inToolbarPopup, openOwnPage } from "./pages"
import { say } from "./words"

interface Props {
  tell: Tell
  onRestored: () => void
}

/** Saves everything to a file of the person's own, and takes such a file back. */
export function Backup({ tell, onRestored }: Props) {
  const id = useId()
  const give = async () => {
    const reply = await ask({ type: "export-backup" })
    if (!reply.ok) return tell(failed(reply.failure))
    saveFile(reply.value.fileName, reply.value.json)
    tell({ words: say("backup_saved", { file: reply.value.fileName }), kind: "shown" })
  }

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const file = input.files?.[0]
    if (!file) return
    const backup = await file.text()
    input.value = ""
    const reply = await ask({ type: "import-backup", backup })
    if (!reply.ok) return tell(failed(reply.failure))
    tell({ words: say("backup_restored", { ...reply.value }), kind: "shown" })
    onRestored()
  }

  // Firefox closes the popup together with everything in it when a file is to be chosen.
  const choose = (event: MouseEvent) => {
    if (!inToolbarPopup() || !browser.runtime.getURL("").startsWith("moz-extension:")) return
    event.preventDefault()
    void openOwnPage("popup")
  }

  return (
    <section className="backup" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{say("backup_heading")}</h2>
      <p>{say("backup_text")}</p>
      <div className="backup-buttons">
        <button
          type="button"
          className="button small quiet"
          data-action="export-backup"
          onClick={() => void give()}
        >
          {say("backup_save")}
        </button>
        <label className="button small quiet file">
          <span>{say("backup_take")}</span>
          <input
            type="file"
            accept="application/json,.json"
            data-action="import-backup"
            onClick={choose}
            onChange={(event) => void take(event)}
          />
        </label>
      </div>
    </section>
  )
}
