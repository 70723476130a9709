import { useEffect, useRef, useState } from "react"
import type { BackupPreview } from "../../messages/overview"
import { formatInstant, type Zone } from "../language/formats"
import { say } from "../language/words"

interface Props {
  preview: BackupPreview
  zone: Zone
  /** Resolves when that is done. */
  onConfirm: () => Promise<void>
  onCancel: () => void
}

/** What is in a backup and what restoring it would change, before anything is. */
export function RestorePreview({ preview, zone, onConfirm, onCancel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const { people, preferences, exportedAt } = preview
  const isNothing = !preferences && people.every(({ isNew, newFacts }) => !isNew && newFacts === 0)
  const confirm = async () => {
    setBusy(true)
    await onConfirm()
    setBusy(false)
  }
  return (
    <div className="restore" data-restore>
      <h3 ref={heading} tabIndex={-1}>
        {say("restore_heading")}
      </h3>
      <p>{say("restore_made", { when: formatInstant(exportedAt, zone) })}</p>
      <ul>
        {people.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people of a file may have one name
          <li key={index} data-new={person.isNew} data-new-facts={person.newFacts}>
            <strong>
              <bdi>{person.displayName}</bdi>, {say("wave", { wave: person.wave })}
            </strong>{" "}
            {whatChanges(person)} {person.sealed && say("restore_person_sealed")}
          </li>
        ))}
      </ul>
      {preferences && <p>{say("restore_preferences")}</p>}
      <p>{say(isNothing ? "restore_nothing" : "restore_keeps")}</p>
      <div className="backup-buttons">
        {!isNothing && (
          <button
            type="button"
            className="button small"
            data-action="confirm-restore"
            disabled={busy}
            onClick={() => void confirm()}
          >
            {say("restore_confirm")}
          </button>
        )}
        <button type="button" className="button small quiet" data-action="cancel-restore" onClick={onCancel}>
          {say(isNothing ? "restore_close" : "restore_cancel")}
        </button>
      </div>
    </div>
  )
}

function whatChanges({ isNew, facts, newFacts }: BackupPreview["people"][number]): string {
  if (isNew) return say("restore_person_new", { facts })
  return newFacts === 0 ? say("restore_person_same") : say("restore_person_more", { facts: newFacts })
}
