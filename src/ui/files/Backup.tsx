import { type ChangeEvent, type MouseEvent, useRef } from "react"
import browser from "webextension-polyfill"
import type { Overview } from "../../messages/overview"
import { ChevronIcon } from "../icons"
import { say } from "../language/words"
import type { Tell } from "../Notice"
import { inToolbarPopup, openOwnPage } from "../pages"
import { Unfolding } from "../Unfolding"
import { NewFilePassphrase, OpenFilePassphrase } from "./FilePassphrase"
import { RestorePreview } from "./RestorePreview"
import { SaveBackup } from "./SaveBackup"
import { saveBackup } from "./save-backup"
import { useRestoring } from "./useRestoring"

interface Props {
  overview: Overview
  tell: Tell
  onRestored: () => void
}

/** Saves everything to a file of the person's own, and takes such a file back. */
export function Backup({ overview, tell, onRestored }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const isEmpty = overview.people.length === 0
  const { restoring, take, open, carryOut, cancel } = useRestoring({ isEmpty, tell, onRestored })

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    const file = field.files?.[0]
    if (file) await take(file)
    // So that the same one may be chosen again.
    field.value = ""
  }
  const backToInput = () => input.current?.focus()

  return (
    <section className="backup" aria-labelledby="backup-heading">
      <h2 id="backup-heading">{say("backup_heading")}</h2>
      <p>{say("backup_text")}</p>
      <div className="backup-buttons">
        <SaveBackup tell={tell} />
        <label className="button small quiet file">
          <span>{say("backup_take")}</span>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            data-action="import-backup"
            onClick={toFullPage}
            onChange={(event) => void choose(event)}
          />
        </label>
      </div>
      {restoring.step === "passphrase" && (
        <OpenFilePassphrase
          onGiven={(passphrase) => open(restoring.file, passphrase)}
          onCancel={() => {
            cancel()
            backToInput()
          }}
        />
      )}
      {restoring.step === "preview" && (
        <RestorePreview
          preview={restoring.preview}
          zone={overview.programme}
          onConfirm={async () => {
            await carryOut(restoring.backup)
            backToInput()
          }}
          onCancel={() => {
            cancel()
            backToInput()
          }}
        />
      )}
      <Unfolding
        className="more"
        summary={
          <summary data-action="seal-backup">
            {say("backup_sealed_heading")}
            <ChevronIcon />
          </summary>
        }
      >
        <NewFilePassphrase onGiven={async (passphrase) => tell(await saveBackup(passphrase))} />
      </Unfolding>
    </section>
  )
}

/** Firefox closes the popup together with everything in it when a file is to be chosen. */
function toFullPage(event: MouseEvent): void {
  if (!inToolbarPopup() || !browser.runtime.getURL("").startsWith("moz-extension:")) return
  event.preventDefault()
  void openOwnPage("popup")
}
