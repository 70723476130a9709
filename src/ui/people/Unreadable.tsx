import { saveBackup } from "../files/save-backup"
import { say } from "../language/words"
import type { Tell } from "../Notice"
import { OWN_PAGES } from "../pages"
import { useCommonSession } from "../session"
import { currentPerson } from "./people"

/** In place of a participant's journey that cannot be read: what stays, and what can be done meanwhile. */
export function Unreadable() {
  const { overview, tell } = useCommonSession()
  const name = currentPerson(overview)?.displayName ?? ""
  const isBroken = overview.unreadable === "facts-unreadable"
  return (
    <section
      className="unreadable"
      aria-labelledby="unreadable-heading"
      data-unreadable={overview.unreadable}
    >
      <h2 id="unreadable-heading">{say("unreadable_heading", { name })}</h2>
      <p>{say(isBroken ? "failure_facts_unreadable" : "unreadable_text")}</p>
      <ul>
        {overview.people.length > 1 && <li>{say("unreadable_others")}</li>}
        <li>{say("unreadable_backup")}</li>
        <li>{say("unreadable_report")}</li>
      </ul>
      <Ways tell={tell} />
    </section>
  )
}

/** What can be done on a page that can show nothing, where Jejak itself is the cause. */
export function WaysOut({ failure, tell }: { failure: string | undefined; tell: Tell }) {
  if (failure !== "internal" && failure !== "rules-unreadable") return null
  return (
    <section className="unreadable" data-ways-out={failure}>
      <ul>
        <li>{say("unreadable_backup")}</li>
        <li>{say("unreadable_report")}</li>
      </ul>
      <Ways tell={tell} />
    </section>
  )
}

function Ways({ tell }: { tell: Tell }) {
  return (
    <p className="unreadable-ways">
      <button
        type="button"
        className="button small"
        data-action="save-unreadable"
        onClick={() => void saveBackup().then(tell)}
      >
        {say("backup_save")}
      </button>
      <a href={`/${OWN_PAGES.report}`} target="_blank" rel="noreferrer">
        {say("faults_open")}
      </a>
    </p>
  )
}
