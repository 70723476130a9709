import { type ReactNode, useState } from "react"
import { Mark } from "./icons"
import { failed, Notice, type Told } from "./Notice"
import { OWN_PAGES } from "./pages"
import { SessionProvider } from "./session"
import { useNow } from "./useNow"
import { useOverview } from "./useOverview"
import { useSessionOf } from "./useSessionOf"
import { say } from "./words"

/** A full page of ours about one participant: its heading, what it holds, and how the last change went. */
export function OwnPage({ heading, children }: { heading: string; children: ReactNode }) {
  const now = useNow()
  const { overview, failure, send } = useOverview(now)
  const [told, tell] = useState<Told>()
  const session = useSessionOf(overview, now, send, tell)
  return (
    <main className="own-page">
      <header>
        <Mark />
        <h1>{heading}</h1>
      </header>
      {session && <SessionProvider value={session}>{children}</SessionProvider>}
      {overview && !session && (
        <p>
          {say("begin_text")} <a href={`/${OWN_PAGES.welcome}`}>{say("begin_button")}</a>
        </p>
      )}
      <footer>
        <p>
          <a href={`/${OWN_PAGES.popup}`}>{say("finished_overview")}</a>
        </p>
        <p>{say("never_asked")}</p>
        <p>{say("privacy")}</p>
      </footer>
      <Notice told={told ?? (failure === undefined ? undefined : failed(failure))} />
    </main>
  )
}
