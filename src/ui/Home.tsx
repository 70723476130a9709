import { useEffect, useState } from "react"
import browser from "webextension-polyfill"
import { Access } from "./Access"
import { AccountQuestion } from "./AccountQuestion"
import { Backup } from "./Backup"
import { Checklist } from "./Checklist"
import { Header } from "./Header"
import { ShieldIcon } from "./icons"
import { Money } from "./Money"
import { NextStep } from "./NextStep"
import { failed, Notice, type Told } from "./Notice"
import { PageLinks } from "./PageLinks"
import { openOwnPage } from "./pages"
import { SameQuestions } from "./SameQuestions"
import { hasJourney, SessionProvider } from "./session"
import { isDangerous, TabVerdict, useTabVerdict } from "./TabVerdict"
import { useNow } from "./useNow"
import { useOverview } from "./useOverview"
import { useCommonSessionOf } from "./useSessionOf"
import { Warnings } from "./Warnings"
import { WatchThisSite } from "./WatchThisSite"
import { say } from "./words"

/** How long it stays on the page that something went well; what failed stays until the next thing is done. */
const GOOD_NEWS_MILLISECONDS = 5000

/** The popup's whole content: one participant's journey, or the way to begin one. */
export function Home() {
  const now = useNow()
  const { overview, failure, send } = useOverview(now)
  const [told, tell] = useState<Told>()
  const verdict = useTabVerdict()
  useEffect(() => {
    if (told?.kind !== "shown") return
    const timer = setTimeout(() => tell(undefined), GOOD_NEWS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [told])
  const common = useCommonSessionOf(overview, now, send, tell)
  const session = common && hasJourney(common) ? common : undefined
  const problem = failure === undefined ? undefined : failed(failure)
  const danger = isDangerous(verdict)
  return (
    <main className="page" tabIndex={-1}>
      <Header participant={overview?.participant} />
      {danger && <TabVerdict verdict={verdict} />}
      {common && (
        <SessionProvider value={common}>
          <AccountQuestion />
        </SessionProvider>
      )}
      {session && (
        <SessionProvider value={session}>
          <NextStep />
          <Access />
          <Warnings />
          <SameQuestions />
          <Checklist />
          <Money />
        </SessionProvider>
      )}
      {overview && !session && <Begin />}
      {verdict && !danger && <TabVerdict verdict={verdict} />}
      {session && (
        <SessionProvider value={session}>
          <WatchThisSite verdict={verdict} />
        </SessionProvider>
      )}
      {overview && <Backup tell={tell} onRestored={() => void send({ type: "overview" })} />}
      <Footer />
      <Notice told={told ?? problem} />
    </main>
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
