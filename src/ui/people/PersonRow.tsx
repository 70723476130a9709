import { type ReactNode, useEffect, useId, useRef } from "react"
import type { PersonView } from "../../messages/overview"
import { LockIcon } from "../icons"
import { formatDate } from "../language/formats"
import { type MessageKey, say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"
import { ChangePassphrase } from "./ChangePassphrase"
import { LockButton } from "./LockButton"
import { PersonDetails } from "./PersonDetails"
import { RemovePassphrase } from "./RemovePassphrase"
import { RemovePerson } from "./RemovePerson"
import { SetPassphrase } from "./SetPassphrase"

/** What can be done about somebody, one at a time. */
export type PersonTask = "edit" | "protect" | "change-passphrase" | "unprotect" | "remove"

interface Props {
  person: PersonView
  /** Civil date; absent while it is not known. */
  announcedOn: string | undefined
  task: PersonTask | undefined
  onTask: (task: PersonTask | undefined) => void
  onRemoved: () => void
}

/** One person of this browser, and what can be done about them. */
export function PersonRow({ person, announcedOn, task, onTask, onRemoved }: Props) {
  const { attempt, tell } = useCommonSession()
  const id = useId()
  const row = useRef<HTMLLIElement>(null)
  const { displayName: name, current, locked, kdf } = person
  const isProtected = kdf !== undefined
  const view = async () => {
    const failure = await attempt({ type: "switch-participant", participant: person.id })
    tell(
      failure === undefined
        ? { words: say("people_switched", { name }), kind: "shown", about: person.id }
        : failed(failure),
    )
    row.current?.focus()
  }
  const forgetAccounts = async () => {
    const failure = await attempt({ type: "forget-accounts", participant: person.id })
    tell(
      failure === undefined
        ? { words: say("person_accounts_forgotten", { name }), kind: "shown" }
        : failed(failure),
    )
    row.current?.focus()
  }
  const close = () => {
    onTask(undefined)
    row.current?.focus()
  }
  const opens = (which: PersonTask, label: MessageKey, full: MessageKey) => (
    <button
      type="button"
      className="button small quiet"
      data-action={`open-${which}`}
      aria-label={say(full, { name })}
      aria-expanded={task === which}
      onClick={() => onTask(task === which ? undefined : which)}
    >
      {say(label)}
    </button>
  )
  return (
    <li
      ref={row}
      tabIndex={-1}
      data-person={person.id}
      data-current={current}
      data-locked={locked}
      data-protected={isProtected}
      aria-labelledby={id}
    >
      <h3 id={id}>
        <bdi>{name}</bdi>
        {current && <span className="tag">{say("people_current")}</span>}
      </h3>
      <p className="people-about">
        {say("wave", { wave: person.wave })}
        {announcedOn && ` · ${say("people_announced", { date: formatDate(announcedOn) })}`}
      </p>
      {isProtected && (
        <p className="people-about">
          <LockIcon />
          {say(locked ? "people_locked" : "people_protected")}
        </p>
      )}
      <div className="form-buttons">
        {!current && (
          <button
            type="button"
            className="button small"
            data-action="switch-participant"
            value={person.id}
            aria-label={say("person_view_of", { name })}
            onClick={() => void view()}
          >
            {say("person_view")}
          </button>
        )}
        {!locked && opens("edit", "person_edit", "person_edit_of")}
        {!isProtected && opens("protect", "passphrase_set", "passphrase_set_of")}
        {isProtected && !locked && (
          <>
            <LockButton person={person} />
            {opens("change-passphrase", "passphrase_change", "passphrase_change_of")}
            {opens("unprotect", "passphrase_remove", "passphrase_remove_of")}
          </>
        )}
        {person.hasAccount && (
          <button
            type="button"
            className="button small quiet"
            data-action="forget-accounts"
            aria-label={say("person_accounts_forget_of", { name })}
            onClick={() => void forgetAccounts()}
          >
            {say("person_accounts_forget")}
          </button>
        )}
        {opens("remove", "person_remove", "person_remove_of")}
      </div>
      {task === "edit" && !locked && (
        <Task>
          <PersonDetails person={person} announcedOn={announcedOn} onDone={close} />
        </Task>
      )}
      {task === "protect" && !isProtected && (
        <Task>
          <SetPassphrase person={person} onDone={close} />
        </Task>
      )}
      {task === "change-passphrase" && kdf && !locked && (
        <Task>
          <ChangePassphrase person={{ ...person, kdf }} onDone={close} />
        </Task>
      )}
      {task === "unprotect" && kdf && !locked && (
        <Task>
          <RemovePassphrase person={{ ...person, kdf }} onDone={close} />
        </Task>
      )}
      {task === "remove" && (
        <Task>
          <RemovePerson person={person} onCancel={close} onRemoved={onRemoved} />
        </Task>
      )}
    </li>
  )
}

/** What has just been opened takes the keyboard to its first field. */
function Task({ children }: { children: ReactNode }) {
  const task = useRef<HTMLDivElement>(null)
  useEffect(() => task.current?.querySelector<HTMLElement>("input:not([hidden])")?.focus(), [])
  return (
    <div ref={task} className="person-task">
      {children}
    </div>
  )
}
