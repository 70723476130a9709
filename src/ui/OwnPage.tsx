import { type ReactNode, useEffect, useState } from "react"
import { Mark } from "./icons"
import { failed, Notice, type Told } from "./Notice"
import { type ContentsEntry, PageContents } from "./PageContents"
import { OWN_PAGES } from "./pages"
import { hasJourney, SessionProvider } from "./session"
import { useNow } from "./useNow"
import { useOverview } from "./useOverview"
import { useCommonSessionOf } from "./useSessionOf"
import { say } from "./words"

interface Props {
  heading: string
  children: ReactNode
  /** The page is for anybody: also where nobody was added yet, and where the participant's notes are locked. */
  forAnybody?: boolean
  /** What a long page holds, to go there at once. */
  contents?: readonly ContentsEntry[]
}

/** A full page of ours: its heading, what it holds, and how the last change went. */
export function OwnPage({ heading, children, forAnybody = false, contents }: Props) {
  const now = useNow()
  const { overview, failure, send } = useOverview(now)
  const [told, tell] = useState<Told>()
  const session = useCommonSessionOf(overview, now, send, tell)
  useEffect(() => {
    document.title = `${heading} · ${say("extensionName")}`
  }, [heading])
  const isShown = session && (forAnybody || hasJourney(session))
  return (
    <main className="own-page" data-contents={contents !== undefined}>
      <header>
        <Mark />
        <h1>{heading}</h1>
      </header>
      {isShown && (
        <SessionProvider value={session}>
          {contents ? (
            <>
              <PageContents entries={contents} />
              <div className="own-page-body">{children}</div>
            </>
          ) : (
            children
          )}
        </SessionProvider>
      )}
      {session && !isShown && (
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
