import { memo, type ReactNode, useCallback, useEffect } from "react"
import browser from "webextension-polyfill"
import type { Language } from "../../messages/languages"
import type { Overview } from "../../messages/overview"
import { Backup } from "../files/Backup"
import { Guarded } from "../Guarded"
import { ShieldIcon } from "../icons"
import { Keeping } from "../Keeping"
import { language, say } from "../language/words"
import { failed, Notice } from "../Notice"
import { PageLinks } from "../PageLinks"
import { openOwnPage } from "../pages"
import { usePainting } from "../painting/usePainting"
import { AccountQuestion } from "../people/AccountQuestion"
import { isLocked, useFocusKept, useTold } from "../people/people"
import { Unlock } from "../people/Unlock"
import { Unreadable, WaysOut } from "../people/Unreadable"
import { hasJourney, SessionProvider } from "../session"
import { Access } from "../sites/Access"
import type { CurrentTab } from "../sites/current-tab"
import { isDangerous, TabVerdict, useTabVerdict } from "../sites/TabVerdict"
import { CurrentTabProvider } from "../sites/useCurrentTab"
import { WatchThisSite } from "../sites/WatchThisSite"
import { useNow } from "../useNow"
import { useOverview } from "../useOverview"
import { useCommonSessionOf } from "../useSessionOf"
import { Checklist } from "./Checklist"
import { Header } from "./Header"
import { Money } from "./Money"
import { NextStep } from "./NextStep"
import { SameQuestions } from "./SameQuestions"
import { Warnings } from "./Warnings"

/** How long it stays on the page that something went well; what failed stays until the next thing is done. */
const GOOD_NEWS_MILLISECONDS = 5000

/** A part that is made anew only when the session, what it is given or the language is another. */
function steady<Given extends object>(Part: (given: Given) => ReactNode) {
  return memo<Given & { spoken: Language }>(Part)
}

/** The parts of a journey, in the order in which they stand. */
const PARTS = Object.entries({ NextStep, Access, Warnings, SameQuestions, Checklist, Money }).map(
  ([name, Each]) => ({ name, Each: steady(Each) }),
)
const Top = steady(Header)
const Bottom = steady(Footer)
const Files = steady(Backup)

/**
 * The popup's whole content: one participant's journey, or the way to begin one.
 * @param tab what is known of the current tab already
 */
export function Home({ tab }: { tab?: CurrentTab | undefined }) {
  const now = useNow()
  const { overview, fresh, failure, send } = useOverview(now)
  const [told, tell] = useTold(overview)
  const page = useFocusKept(overview)
  const judged = useTabVerdict(tab)
  const verdict = judged ?? undefined
  useEffect(() => {
    if (told?.kind !== "shown") return
    const timer = setTimeout(() => tell(undefined), GOOD_NEWS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [told, tell])
  const again = useCallback(() => void send({ type: "overview" }), [send])
  const session = useCommonSessionOf(overview, now, send, tell)
  const isOpen = session !== undefined && hasJourney(session)
  // Nothing of one person may stay on the page when it turns to another.
  const person = overview?.participant?.id
  usePainting(page, { overview: fresh ? overview : undefined, verdict: judged, telling: told !== undefined })
  const problem = failure === undefined ? undefined : failed(failure)
  const spoken = language()
  const danger = isDangerous(verdict)
  return (
    <SessionProvider value={session}>
      <main className="page" ref={page} tabIndex={-1}>
        <Part of={overview}>
          <Top spoken={spoken} />
        </Part>
        {danger && <TabVerdict verdict={verdict} />}
        {session && <Keeping />}
        {session && (
          <Part of={overview}>
            <AccountQuestion key={`${person} account`} />
          </Part>
        )}
        {isOpen && (
          <CurrentTabProvider key={person} value={verdict}>
            {PARTS.map(({ name, Each }) => (
              <Part key={name} of={overview}>
                <Each spoken={spoken} />
              </Part>
            ))}
          </CurrentTabProvider>
        )}
        {overview && !isOpen && <Closed overview={overview} />}
        {!overview && <WaysOut failure={failure} tell={tell} />}
        {verdict && !danger && (
          <Part of={overview}>
            <TabVerdict verdict={verdict} />
          </Part>
        )}
        {isOpen && (
          <Part of={overview}>
            <WatchThisSite key={`${person} site`} verdict={verdict} />
          </Part>
        )}
        {overview && (
          <Part of={overview}>
            <Files spoken={spoken} overview={overview} tell={tell} onRestored={again} />
          </Part>
        )}
        <Bottom spoken={spoken} />
        <Notice told={told ?? problem} />
      </main>
    </SessionProvider>
  )
}

/** A mistake in one part leaves the others; the part is tried again with the next overview. */
function Part({ of, children }: { of: Overview | undefined; children: ReactNode }) {
  return <Guarded again={of}>{children}</Guarded>
}

/** What stands in the place of a journey. */
function Closed({ overview }: { overview: Overview }) {
  if (isLocked(overview)) return <Unlock />
  return overview.unreadable ? <Unreadable /> : <Begin />
}

function Begin() {
  return (
    <section className="begin">
      <h2>{say("begin_heading")}</h2>
      <p>{say("begin_text")}</p>
      <button
        type="button"
        className="button primary"
        data-action="begin"
        onClick={() => void openOwnPage("welcome")}
      >
        {say("begin_button")}
      </button>
    </section>
  )
}

function Footer() {
  return (
    <footer className="page-footer">
      <p className="otp">
        <ShieldIcon />
        {say("never_asked")}
      </p>
      <p>{say("privacy")}</p>
      <PageLinks />
      <p className="version">
        {say("unofficial")} {say("version", { version: browser.runtime.getManifest().version })}
      </p>
    </footer>
  )
}
