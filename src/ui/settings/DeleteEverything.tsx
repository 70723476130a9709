import { type FormEvent, useId, useRef, useState } from "react"
import { ask } from "../../messages/ask"
import { saveFile } from "../files/download"
import { say } from "../language/words"
import { failed, Notice, type Told } from "../Notice"
import { useCommonSession } from "../session"

/** Whether everything was deleted while this page was open. */
export interface Deletion {
  isDeleted: boolean
  onDeleted: () => void
}

/** Forgets everybody and everything, once the person has typed that they mean it. */
export function DeleteEverything({ deletion: { isDeleted, onDeleted } }: { deletion: Deletion }) {
  const { attempt } = useCommonSession()
  const id = useId()
  const [isOpen, open] = useState(false)
  const [typed, type] = useState("")
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [told, tell] = useState<Told>()
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const word = say("delete_word")

  const close = () => {
    open(false)
    type("")
    setWrong(false)
    // The button comes back with the next paint.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const backUp = async () => {
    const reply = await ask({ type: "export-backup" })
    if (!reply.ok) return tell(failed(reply.failure))
    saveFile(reply.value.fileName, reply.value.json)
    tell({ words: say("backup_saved", { file: reply.value.fileName }), kind: "shown" })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() !== word.toLowerCase()) {
      setWrong(true)
      field.current?.focus()
      return
    }
    setBusy(true)
    const failure = await attempt({ type: "delete-everything" })
    setBusy(false)
    if (failure) return tell(failed(failure))
    onDeleted()
    close()
  }

  return (
    <div className="delete">
      <h3>{say("delete_heading")}</h3>
      {!isOpen && (
        <>
          <p>{say("delete_text")}</p>
          <button
            ref={opener}
            type="button"
            className="button small quiet danger"
            data-action="delete-everything"
            onClick={() => {
              tell(undefined)
              open(true)
            }}
          >
            {say("delete_open")}
          </button>
        </>
      )}
      {isOpen && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>{say("delete_goes")}</p>
          <ul>
            <li>{say("delete_goes_notes")}</li>
            <li>{say("delete_goes_settings")}</li>
            <li>{say("delete_goes_sites")}</li>
          </ul>
          <p>{say("delete_stays")}</p>
          <button
            type="button"
            className="button small quiet"
            data-action="backup-first"
            onClick={() => void backUp()}
          >
            {say("delete_backup_first")}
          </button>
          <div className="field" data-invalid={isWrong}>
            <label htmlFor={id}>{say("delete_type", { word })}</label>
            <input
              ref={field}
              id={id}
              name="deleteWord"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={typed}
              aria-invalid={isWrong}
              aria-describedby={`${id}-error`}
              onChange={({ target }) => {
                type(target.value)
                setWrong(false)
              }}
            />
            <p className="error" id={`${id}-error`} role="alert">
              {isWrong && say("delete_wrong", { word })}
            </p>
          </div>
          <div className="delete-buttons">
            <button type="submit" className="button small danger" disabled={isBusy}>
              {say("delete_confirm")}
            </button>
            <button type="button" className="button small quiet" onClick={close}>
              {say("cancel")}
            </button>
          </div>
        </form>
      )}
      <Notice told={told ?? (isDeleted ? { words: say("delete_done"), kind: "shown" } : undefined)} />
    </div>
  )
}
