import { type FormEvent, useEffect, useId, useRef, useState } from "react"
import type { PersonView } from "../../messages/overview"
import { ChevronIcon, LockIcon } from "../icons"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { PassphraseField, SafeName } from "./PassphraseField"
import { currentPerson } from "./people"
import { RemovePerson } from "./RemovePerson"
import { useKey } from "./useKey"

/** Instead of everything that could be seen of somebody, usually whoever is looked at: the way to unlock it. */
export function Unlock({ person: wanted }: { person?: PersonView }) {
  const { overview } = useCommonSession()
  const person = wanted ?? currentPerson(overview)
  return person && <UnlockPerson key={person.id} person={person} />
}

function UnlockPerson({ person }: { person: PersonView }) {
  const { attempt, tell } = useCommonSession()
  const { busy, work } = useKey()
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const heading = useId()
  const name = person.displayName
  useEffect(() => {
    // Whoever is doing something else on the page is left at it.
    if (document.activeElement === document.body) field.current?.focus()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { kdf, id } = person
    const passphrase = field.current?.value ?? ""
    if (busy || !kdf) return
    const refuse = (words: string) => {
      setError(words)
      field.current?.focus()
      field.current?.select()
    }
    if (passphrase.trim() === "") return refuse(say("passphrase_empty"))
    setError(undefined)
    const failure = await work(async (key) =>
      attempt({ type: "unlock", participant: id, key: await key(passphrase, kdf) }),
    )
    if (failure !== undefined) return refuse(failed(failure).words)
    tell({ words: say("unlock_done", { name }), kind: "heard" })
  }

  return (
    <section className="unlock" data-locked={person.id} aria-labelledby={heading}>
      <h2 id={heading}>
        <LockIcon />
        <span>{say("unlock_heading", { name })}</span>
      </h2>
      <p>{say("unlock_text")}</p>
      <form className="person-form" onSubmit={(event) => void submit(event)} noValidate aria-busy={busy}>
        <SafeName name={name} />
        <PassphraseField
          name="passphrase"
          label={say("passphrase")}
          autoComplete="current-password"
          error={error}
          busy={busy}
          fieldRef={field}
        />
        <button type="submit" className="button" data-action="unlock" aria-disabled={busy}>
          {say(busy ? "passphrase_busy" : "unlock_button")}
        </button>
        <p className="visually-hidden" role="status">
          {busy && say("passphrase_busy")}
        </p>
      </form>
      <details className="more forgotten">
        <summary data-action="forgot">
          {say("forgot_summary")}
          <ChevronIcon />
        </summary>
        <p>{say("forgot_try")}</p>
        <p>{say("forgot_text", { name })}</p>
        <p>{say("forgot_backup")}</p>
        <RemovePerson person={person} />
      </details>
    </section>
  )
}
