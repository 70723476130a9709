import { useState } from "react"
import type { PersonView } from "../../messages/overview"
import type { Kdf } from "../../sealing/kdf"
import { newKdf } from "../../sealing/new-kdf"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { type NewMistakes, NewPassphrase, newMistakes } from "./NewPassphrase"
import { PassphraseField } from "./PassphraseField"
import { focusMistake, PassphraseForm, typedIn } from "./PassphraseForm"
import { useKey } from "./useKey"

type Mistakes = NewMistakes & { old?: string | undefined }

/** Another passphrase in place of the one that there is, which must be known. */
export function ChangePassphrase({
  person,
  onDone,
}: {
  person: PersonView & { kdf: Kdf }
  onDone: () => void
}) {
  const { attempt, tell } = useCommonSession()
  const { busy, work } = useKey()
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const { id: participant, displayName: name } = person

  const submit = async (form: HTMLFormElement) => {
    const [old, passphrase] = [typedIn(form, "old"), typedIn(form, "passphrase")]
    const refuse = (found: Mistakes) => {
      setMistakes(found)
      focusMistake(form, { ...found })
    }
    const found: Mistakes = {
      ...(old.trim() === "" && { old: say("passphrase_empty") }),
      ...newMistakes(form, name),
    }
    if (Object.keys(found).length > 0) return refuse(found)
    setMistakes({})
    const failure = await work(async (key) => {
      const wrong = await attempt({ type: "unlock", participant, key: await key(old, person.kdf) })
      if (wrong !== undefined) return wrong
      const kdf = newKdf()
      return attempt({ type: "protect", participant, kdf, key: await key(passphrase, kdf) })
    })
    if (failure === "wrong-passphrase") return refuse({ old: failed(failure).words })
    if (failure !== undefined) return tell(failed(failure))
    tell({ words: say("passphrase_change_done", { name }), kind: "shown" })
    onDone()
  }

  return (
    <PassphraseForm
      name={name}
      action="change-passphrase"
      label={say("passphrase_change")}
      busy={busy}
      onSubmit={submit}
      onCancel={onDone}
    >
      <p>{say("passphrase_change_text", { name })}</p>
      <PassphraseField
        name="old"
        label={say("passphrase_old")}
        autoComplete="current-password"
        error={mistakes.old}
        busy={busy}
      />
      <NewPassphrase mistakes={mistakes} busy={busy} />
    </PassphraseForm>
  )
}
