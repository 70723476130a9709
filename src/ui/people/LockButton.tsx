import type { PersonView } from "../../messages/overview"
import { LockIcon } from "../icons"
import { say } from "../language/words"
import { failed } from "../Notice"
import { useCommonSession } from "../session"

/** Locks somebody's facts again; `icon` where there is room for no more. */
export function LockButton({ person, icon = false }: { person: PersonView; icon?: boolean }) {
  const { attempt, tell } = useCommonSession()
  const name = person.displayName
  const lock = async () => {
    const failure = await attempt({ type: "lock", participant: person.id })
    // By the icon is locked who is looked at, and the page turns into the way to unlock them.
    const kind = icon ? "heard" : "shown"
    tell(failure === undefined ? { words: say("lock_done", { name }), kind } : failed(failure))
  }
  const label = say("lock_now_of", { name })
  return (
    <button
      type="button"
      className={icon ? "icon-button" : "button small quiet"}
      data-action="lock"
      aria-label={label}
      title={icon ? label : undefined}
      onClick={() => void lock()}
    >
      {icon ? <LockIcon /> : say("lock_now")}
    </button>
  )
}
