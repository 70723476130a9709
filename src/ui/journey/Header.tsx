import type { PersonView } from "../../messages/overview"
import { Mark, OpenIcon, PencilIcon } from "../icons"
import { say } from "../language/words"
import { openOwnPage } from "../pages"
import { LockButton } from "../people/LockButton"
import { usePeopleMenu } from "../people/PeopleMenu"
import { currentPerson } from "../people/people"
import { useSessionIfAny } from "../session"

/** Whose journey this is, and the ways to another's, to change it, to lock it, or to see it on a page of its own. */
export function Header() {
  const session = useSessionIfAny()
  const person = session && currentPerson(session.overview)
  return person ? <HeaderOf person={person} /> : <Bare />
}

function Bare() {
  return (
    <header className="page-header">
      <Mark />
      <div className="page-name">
        <h1>{say("extensionName")}</h1>
      </div>
      <OpenAsPage />
    </header>
  )
}

function HeaderOf({ person }: { person: PersonView }) {
  const { opener, list } = usePeopleMenu()
  return (
    <header className="page-header">
      <Mark />
      <div className="page-name">
        <h1>{say("extensionName")}</h1>
        {opener}
      </div>
      {!person.locked && (
        <button
          type="button"
          className="icon-button"
          data-action="edit-participant"
          aria-label={say("participant_edit")}
          title={say("participant_edit")}
          onClick={() => void openOwnPage("edit")}
        >
          <PencilIcon />
        </button>
      )}
      {person.kdf && !person.locked && <LockButton person={person} icon />}
      <OpenAsPage />
      {list}
    </header>
  )
}

/** Shown in the little window under the toolbar's button only. */
function OpenAsPage() {
  return (
    <button
      type="button"
      className="icon-button open-as-page"
      aria-label={say("open_as_page")}
      title={say("open_as_page")}
      onClick={() => void openOwnPage("popup")}
    >
      <OpenIcon />
    </button>
  )
}
