import { Fragment, type ReactNode, useEffect } from "react"
import { Guarded } from "./Guarded"
import { Mark } from "./icons"
import { Keeping } from "./Keeping"
import { say } from "./language/words"
import { failed, Notice } from "./Notice"
import { type ContentsEntry, PageContents } from "./PageContents"
import { OWN_PAGES } from "./pages"
import { PeopleBar } from "./people/PeopleBar"
import { isLocked, useFocusKept, useTold } from "./people/people"
import { Unlock } from "./people/Unlock"
import { Unreadable, WaysOut } from "./people/Unreadable"
import { hasJourney, SessionProvider } from "./session"
import { useNow } from "./useNow"
import { useOverview } from "./useOverview"
import { useCommonSessionOf } from "./useSessionOf"

interface Props {
  heading: string
  children: ReactNode
  /** The page is for anybody: also where nobody was added yet, and where the participant's notes are locked. */
  forAnybody?: boolean
  /** It needs no overview either, and is shown where there is none. */
  always?: boolean
  /** What a long page holds, to go there at once. */
  contents?: readonly ContentsEntry[]
}

/** A full page of ours: its heading, what it holds, and how the last change went. */
export function OwnPage({ heading, children, forAnybody = false, always = false, contents }: Props) {
  const now = useNow()
  const { overview, failure, send } = useOverview(now)
  const [told, tell] = useTold(overview)
  const page = useFocusKept(overview)
  const session = useCommonSessionOf(overview, now, send, tell)
  useEffect(() => {
    document.title = `${heading} · ${say("extensionName")}`
  }, [heading])
  const isShown = session && (forAnybody || hasJourney(session))
  return (
    <main className="own-page" data-contents={contents !== undefined} ref={page} tabIndex={-1}>
      <header>
        <Mark />
        <h1>{heading}</h1>
      </header>
      {session && (
        <SessionProvider value={session}>
          <Keeping />
          <PeopleBar />
          {!forAnybody && isLocked(session.overview) && <Unlock />}
          {!forAnybody && session.overview.unreadable && <Unreadable />}
          {isShown && (
            // Nothing of one person may stay on the page when it turns to another.
            <Fragment key={session.overview.participant?.id}>
              {contents && <PageContents entries={contents} />}
              <Guarded again={session.overview}>
                {contents ? <div className="own-page-body">{children}</div> : children}
              </Guarded>
            </Fragment>
          )}
        </SessionProvider>
      )}
      {!session && always && <Guarded>{children}</Guarded>}
      {!session && !always && <WaysOut failure={failure} tell={tell} />}
      {session && !isShown && !isLocked(session.overview) && !session.overview.unreadable && (
        <p>
          {say("begin_text")} <a href={`/${OWN_PAGES.welcome}`}>{say("begin_button")}</a>
        </p>
      )}
      <footer>
        <p className="own-page-links">
          <a href={`/${OWN_PAGES.popup}`}>{say("finished_overview")}</a>
          <a href={`/${OWN_PAGES.help}`}>{say("help_page_open")}</a>
          <a href={`/${OWN_PAGES.privacy}`}>{say("privacy_page_open")}</a>
        </p>
        <p>{say("never_asked")}</p>
        <p>{say("privacy")}</p>
      </footer>
      <Notice told={told ?? (failure === undefined ? undefined : failed(failure))} />
    </main>
  )
}
