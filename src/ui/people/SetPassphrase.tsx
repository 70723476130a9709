import { useId, useState } from "react"
import type { PersonView } from "../../messages/overview"
import { newKdf } from "../../sealing/new-kdf"
import { SaveBackup } from "../files/SaveBackup"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { type NewMistakes, NewPassphrase, newMistakes } from "./NewPassphrase"
import { focusMistake, PassphraseForm, typedIn } from "./PassphraseForm"
import { useKey } from "./useKey"

type Mistakes = NewMistakes & { understood?: string | undefined }

/** Encrypts somebody's facts, after having said what that means. */
export function SetPassphrase({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const { attempt, tell } = useCommonSession()
  const { busy, work } = useKey()
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const id = useId()
  const name = person.displayName

  const submit = async (form: HTMLFormElement) => {
    const understood = typedIn(form, "understood") === "yes"
    const found: Mistakes = {
      ...newMistakes(form, name),
      ...(!understood && { understood: say("passphrase_understood_error") }),
    }
    setMistakes(found)
    if (Object.keys(found).length > 0) return focusMistake(form, { ...found })
    const passphrase = typedIn(form, "passphrase")
    const failure = await work(async (key) => {
      const kdf = newKdf()
      return attempt({ type: "protect", participant: person.id, kdf, key: await key(passphrase, kdf) })
    })
    if (failure !== undefined) return tell(failed(failure))
    tell({ words: say("passphrase_set_done", { name }), kind: "shown" })
    onDone()
  }

  return (
    <PassphraseForm
      name={name}
      action="protect"
      label={say("passphrase_set")}
      busy={busy}
      onSubmit={submit}
      onCancel={onDone}
    >
      <p>{say("passphrase_set_text", { name })}</p>
      <ul className="before">
        <li>{say("passphrase_set_lost", { name })}</li>
        <li>{say("passphrase_set_reminders")}</li>
        <li>
          {say("passphrase_set_backup", { name })} <SaveBackup tell={tell} />
        </li>
      </ul>
      <NewPassphrase mistakes={mistakes} busy={busy} />
      <div className="field" data-invalid={mistakes.understood !== undefined}>
        <label className="consent" htmlFor={id}>
          <input
            id={id}
            name="understood"
            type="checkbox"
            value="yes"
            aria-invalid={mistakes.understood !== undefined}
            aria-describedby={`${id}-error`}
          />
          <span>{say("passphrase_understood")}</span>
        </label>
        <p className="error" id={`${id}-error`} aria-live="polite">
          {mistakes.understood}
        </p>
      </div>
    </PassphraseForm>
  )
}
