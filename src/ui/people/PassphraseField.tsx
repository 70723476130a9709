import { type Ref, useId, useState } from "react"
import { say } from "../language/words"

interface Props {
  name: string
  label: string
  /** `current-password` for one that there is, `new-password` for one that is to be. */
  autoComplete: "current-password" | "new-password"
  hint?: string
  error: string | undefined
  busy?: boolean
  fieldRef?: Ref<HTMLInputElement>
}

/** One field for a passphrase, which can be looked at. */
export function PassphraseField({ name, label, autoComplete, hint, error, busy = false, fieldRef }: Props) {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <div className="passphrase">
        <input
          ref={fieldRef}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          required
          readOnly={busy}
          aria-invalid={error !== undefined}
          aria-describedby={hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`}
        />
        <button
          type="button"
          className="button small quiet"
          data-action="show-passphrase"
          aria-label={`${say(shown ? "passphrase_hide" : "passphrase_show")}: ${label}`}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {say(shown ? "passphrase_hide" : "passphrase_show")}
        </button>
      </div>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="error" id={`${id}-error`} aria-live="polite">
        {error}
      </p>
    </div>
  )
}

/** The name under which a browser's own safe keeps the passphrase, one for each person. */
export function SafeName({ name }: { name: string }) {
  return <input type="text" name="username" autoComplete="username" defaultValue={name} hidden readOnly />
}
