import { useState } from "react"
import type { PersonView } from "../../messages/overview"
import type { Kdf } from "../../sealing/kdf"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { PassphraseField } from "./PassphraseField"
import { focusMistake, PassphraseForm, typedIn } from "./PassphraseForm"
import { useKey } from "./useKey"

/** Keeps somebody's facts without a passphrase again; the one that there is must be known. */
export function RemovePassphrase({
  person,
  onDone,
}: {
  person: PersonView & { kdf: Kdf }
  onDone: () => void
}) {
  const { attempt, tell } = useCommonSession()
  const { busy, work } = useKey()
  const [old, setOld] = useState<string>()
  const { id: participant, displayName: name } = person

  const submit = async (form: HTMLFormElement) => {
    const passphrase = typedIn(form, "old")
    const refuse = (words: string) => {
      setOld(words)
      focusMistake(form, { old: words })
    }
    if (passphrase.trim() === "") return refuse(say("passphrase_empty"))
    setOld(undefined)
    const failure = await work(async (key) =>
      attempt({ type: "unprotect", participant, key: await key(passphrase, person.kdf) }),
    )
    if (failure === "wrong-passphrase") return refuse(failed(failure).words)
    if (failure !== undefined) return tell(failed(failure))
    tell({ words: say("passphrase_remove_done", { name }), kind: "shown" })
    onDone()
  }

  return (
    <PassphraseForm
      name={name}
      action="unprotect"
      label={say("passphrase_remove")}
      busy={busy}
      onSubmit={submit}
      onCancel={onDone}
    >
      <p>{say("passphrase_remove_text", { name })}</p>
      <PassphraseField
        name="old"
        label={say("passphrase_old")}
        autoComplete="current-password"
        error={old}
        busy={busy}
      />
    </PassphraseForm>
  )
}
