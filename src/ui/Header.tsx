import type { ParticipantView } from "../messages/overview"
import { Mark, OpenIcon, PencilIcon } from "./icons"
import { inToolbarPopup, openOwnPage } from "./pages"
import { say } from "./words"

/** Whose journey this is, and the ways to change that or to see it on a page of its own. */
export function Header({ participant }: { participant?: ParticipantView | undefined }) {
  return (
    <header className="page-header">
      <Mark />
      <div className="page-name">
        <h1>{say("extensionName")}</h1>
        {participant && (
          <p>
            <bdi>{participant.displayName}</bdi> · {say("wave", { wave: participant.wave })}
          </p>
        )}
      </div>
      {participant && (
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
      {inToolbarPopup() && (
        <button
          type="button"
          className="icon-button"
          aria-label={say("open_as_page")}
          title={say("open_as_page")}
          onClick={() => void openOwnPage("popup")}
        >
          <OpenIcon />
        </button>
      )}
    </header>
  )
}
