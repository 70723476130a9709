import { Fragment, useEffect } from "react"
import browser from "webextension-polyfill"
import { Backup } from "../files/Backup"
import { ShieldIcon } from "../icons"
import { Keeping } from "../Keeping"
import { say } from "../language/words"
import { failed, Notice } from "../Notice"
import { PageLinks } from "../PageLinks"
import { openOwnPage } from "../pages"
import { AccountQuestion } from "../people/AccountQuestion"
import { isLocked, useFocusKept, useTold } from "../people/people"
import { Unlock } from "../people/Unlock"
import { hasJourney, SessionProvider } from "../session"
import { Access } from "../sites/Access"
import { isDangerous, TabVerdict, useTabVerdict } from "../sites/TabVerdict"
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

/** The popup's whole content: one participant's journey, or the way to begin one. */
export function Home() {
  const now = useNow()
  const { overview, failure, send } = useOverview(now)
  const [told, tell] = useTold(overview)
  const page = useFocusKept(overview)
  const verdict = useTabVerdict()
  useEffect(() => {
    if (told?.kind !== "shown") return
    const timer = setTimeout(() => tell(undefined), GOOD_NEWS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [told, tell])
  const session = useCommonSessionOf(overview, now, send, tell)
  const isOpen = session !== undefined && hasJourney(session)
  // Nothing of one person may stay on the page when it turns to another.
  const person = overview?.participant?.id
  const problem = failure === undefined ? undefined : failed(failure)
  const danger = isDangerous(verdict)
  return (
    <SessionProvider value={session}>
      <main className="page" ref={page} tabIndex={-1}>
        <Header />
        {danger && <TabVerdict verdict={verdict} />}
        {session && <Keeping />}
        {session && <AccountQuestion key={`${person} account`} />}
        {isOpen && (
          <Fragment key={person}>
            <NextStep />
            <Access />
            <Warnings />
            <SameQuestions />
            <Checklist />
            <Money />
          </Fragment>
        )}
        {overview && !isOpen && (isLocked(overview) ? <Unlock /> : <Begin />)}
        {verdict && !danger && <TabVerdict verdict={verdict} />}
        {isOpen && <WatchThisSite key={`${person} site`} verdict={verdict} />}
        {overview && (
          <Backup overview={overview} tell={tell} onRestored={() => void send({ type: "overview" })} />
        )}
        <Footer />
        <Notice told={told ?? problem} />
      </main>
    </SessionProvider>
  )
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
