import { OpenIcon } from "./icons"
import { say } from "./language/words"
import { addressOf, openTab } from "./pages"
import { useSession } from "./session"

interface Props {
  link: string | undefined
  kind: "primary" | "quiet"
  /** Has to go well first. */
  before?: () => Promise<boolean>
}

/** Opens the page where something is done, naming its host; nothing when no page is known. */
export function OpenButton({ link, kind, before }: Props) {
  const { overview } = useSession()
  const address = addressOf(overview, link)
  if (address === undefined) return null
  const open = async () => {
    if (!before || (await before())) await openTab(address)
  }
  return (
    <button type="button" className={`button ${kind}`} data-action="open" onClick={() => void open()}>
      <span>{say("open_page", { host: new URL(address).host })}</span>
      <OpenIcon />
    </button>
  )
}
