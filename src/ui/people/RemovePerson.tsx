import { type FormEvent, useId, useState } from "react"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"

interface Props {
  person: { id: string; displayName: string }
  onCancel?: () => void
  onRemoved?: () => void
}

/** Removes somebody with everything that is known of them, once their name was typed. */
export function RemovePerson({ person, onCancel, onRemoved }: Props) {
  const { attempt, tell } = useCommonSession()
  const [mismatch, setMismatch] = useState(false)
  const id = useId()
  const name = person.displayName
  const remove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const field = event.currentTarget.querySelector("input")
    if (!field || plain(field.value) !== plain(name)) {
      setMismatch(true)
      return field?.focus()
    }
    const failure = await attempt({ type: "remove-participant", participant: person.id })
    tell(failure === undefined ? { words: say("person_removed", { name }), kind: "shown" } : failed(failure))
    if (failure === undefined) onRemoved?.()
  }
  return (
    <form className="person-form" onSubmit={(event) => void remove(event)} noValidate data-remove={person.id}>
      <p>{say("remove_text", { name })}</p>
      <div className="field" data-invalid={mismatch}>
        <label htmlFor={id}>{say("remove_type", { name })}</label>
        <input
          id={id}
          name="confirmation"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={mismatch}
          aria-describedby={`${id}-error`}
        />
        <p className="error" id={`${id}-error`} aria-live="polite">
          {mismatch && say("remove_mismatch", { name })}
        </p>
      </div>
      <div className="form-buttons">
        <button type="submit" className="button small danger" data-action="remove-participant">
          {say("remove_button", { name })}
        </button>
        {onCancel && (
          <button type="button" className="button small quiet" data-action="cancel" onClick={onCancel}>
            {say("cancel")}
          </button>
        )}
      </div>
    </form>
  )
}

/** Case and spaces do not make another name. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase()
}
