import { type FormEvent, useId, useState } from "react"
import { say } from "../language/words"

/** The fewest characters of a passphrase that nobody guesses at once. */
const FEWEST = 8

interface NewProps {
  /** Resolves when the file was handed over. */
  onGiven: (passphrase: string) => Promise<void>
}

/** Asks twice for the passphrase that a file is to get. */
export function NewFilePassphrase({ onGiven }: NewProps) {
  const id = useId()
  const [error, setError] = useState("")
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const entered = new FormData(form)
    const [passphrase, again] = [
      String(entered.get("filePassphrase")),
      String(entered.get("filePassphraseAgain")),
    ]
    if (passphrase.length < FEWEST) return setError(say("passphrase_too_short", { count: FEWEST }))
    if (passphrase !== again) return setError(say("passphrase_differs"))
    setError("")
    setBusy(true)
    await onGiven(passphrase)
    setBusy(false)
    form.reset()
  }
  return (
    <form
      className="file-passphrase"
      onSubmit={(event) => void submit(event)}
      data-invalid={error !== ""}
      noValidate
    >
      <p className="hint" id={`${id}-hint`}>
        {say("backup_sealed_hint")}
      </p>
      <PassphraseField
        name="filePassphrase"
        label={say("backup_passphrase")}
        describedBy={`${id}-hint ${id}-error`}
      />
      <PassphraseField
        name="filePassphraseAgain"
        label={say("backup_passphrase_again")}
        describedBy={`${id}-error`}
      />
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <button type="submit" className="button small quiet" data-action="export-sealed-backup" disabled={busy}>
        {say(busy ? "passphrase_working" : "backup_sealed_save")}
      </button>
    </form>
  )
}

interface OpenProps {
  /** Resolves once it is known whether it was the right one. */
  onGiven: (passphrase: string) => Promise<void>
  onCancel: () => void
}

/** Asks for the passphrase of a file that was chosen. */
export function OpenFilePassphrase({ onGiven, onCancel }: OpenProps) {
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const passphrase = String(new FormData(form).get("filePassphrase"))
    if (passphrase === "") return
    setBusy(true)
    await onGiven(passphrase)
    setBusy(false)
    form.querySelector("input")?.select()
  }
  return (
    <form className="file-passphrase" onSubmit={(event) => void submit(event)}>
      <p>{say("restore_sealed")}</p>
      <PassphraseField name="filePassphrase" label={say("backup_passphrase")} autoFocus />
      <div className="backup-buttons">
        <button type="submit" className="button small" data-action="open-sealed-backup" disabled={busy}>
          {say(busy ? "passphrase_working" : "restore_open")}
        </button>
        <button type="button" className="button small quiet" data-action="cancel-restore" onClick={onCancel}>
          {say("restore_cancel")}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  name: string
  label: string
  describedBy?: string
  autoFocus?: boolean
}

function PassphraseField({ name, label, describedBy, autoFocus = false }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="password"
        autoComplete={autoFocus ? "off" : "new-password"}
        aria-describedby={describedBy}
        // biome-ignore lint/a11y/noAutofocus: it comes in answer to the file that was just chosen
        autoFocus={autoFocus}
      />
    </div>
  )
}
