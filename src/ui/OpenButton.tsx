import { OpenIcon } from "./icons"
import { addressOf, openTab } from "./pages"
import { useSession } from "./session"
import { say } from "./words"

/** Opens the page where something is done, naming its host; nothing when no page is known. */
export function OpenButton({ link, kind }: { link: string | undefined; kind: "primary" | "quiet" }) {
  const { overview } = useSession()
  const address = addressOf(overview, link)
  if (address === undefined) return null
  return (
    <button
      type="button"
      className={`button ${kind}`}
      data-action="open"
      onClick={() => void openTab(address)}
    >
      <span>{say("open_page", { host: new URL(address).host })}</span>
      <OpenIcon />
    </button>
  )
}
