import { say } from "./language/words"
import { openOwnPage } from "./pages"

const LINKS = [
  ["wallet", "wallet_page_open"],
  ["history", "history_page_open"],
  ["summary", "summary_page_open"],
  ["settings", "settings_open"],
  ["help", "help_page_open"],
] as const

/** The ways from the popup to every other page of ours. */
export function PageLinks() {
  return (
    <nav className="page-links" aria-label={say("pages_heading")}>
      <ul>
        {LINKS.map(([page, label]) => (
          <li key={page}>
            <button
              type="button"
              className="link-button"
              data-action={`open-${page}`}
              onClick={() => void openOwnPage(page)}
            >
              {say(label)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
