import { useEffect, useRef, useState } from "react"
import { CheckIcon, Mark, ShieldIcon } from "../icons"
import { today } from "../language/formats"
import { say } from "../language/words"
import { failed, Notice } from "../Notice"
import { addressOf, OWN_PAGES } from "../pages"
import { SessionProvider } from "../session"
import { useNow } from "../useNow"
import { useOverview } from "../useOverview"
import { useCommonSessionOf } from "../useSessionOf"
import { type ParticipantEntry, ParticipantForm } from "./ParticipantForm"
import { isLocked, useTold } from "./people"
import { Unlock } from "./Unlock"
import { Unreadable } from "./Unreadable"

interface Props {
  /** Changes what is known of whoever is looked at. */
  edit?: boolean
  /** Adds somebody although there is somebody already. */
  another?: boolean
  /** The `AccountQuestion` to which whoever is added is the answer. */
  account?: string | undefined
}

/** The first page: what Jejak is, and the few things it needs to know. */
export function Welcome({ edit = false, another = false, account }: Props) {
  const now = useNow()
  const { overview, failure: unread, send } = useOverview(now)
  const [told, tell] = useTold(overview)
  const [saved, setSaved] = useState(false)
  const session = useCommonSessionOf(overview, now, send, tell)
  const participant = overview?.participant
  const finished = saved || (participant !== undefined && !edit && !another)
  const others = (overview?.people ?? []).filter(({ current }) => !saved || !current)
  const isAnother = another && others.length > 0

  const save = async (entry: ParticipantEntry) => {
    const failure = await send(
      edit && participant
        ? { type: "change-participant", participant: participant.id, ...entry }
        : { type: "add-participant", ...entry, ...(account && { account }) },
    )
    tell(failure === undefined ? undefined : failed(failure))
    setSaved(failure === undefined)
  }

  return (
    <main className="welcome">
      <header>
        <Mark />
        <h1>{say(edit ? "edit_heading" : isAnother ? "welcome_new_heading" : "welcome_heading")}</h1>
        {isAnother && !saved && (
          <p>{say("welcome_new_text", { others: others.map((each) => each.displayName).join(", ") })}</p>
        )}
        {!edit && !isAnother && <p>{say("welcome_text")}</p>}
      </header>
      {!edit && !finished && !isAnother && <Points />}
      {edit && !saved && session && (isLocked(session.overview) || session.overview.unreadable) ? (
        <SessionProvider value={session}>
          {session.overview.unreadable ? <Unreadable /> : <Unlock />}
        </SessionProvider>
      ) : finished && overview ? (
        <Finished dashboard={addressOf(overview, "dashboard")} name={participant?.displayName ?? ""} />
      ) : (
        // Whoever is already known fills the form, so it waits for that; who is new need not wait.
        (!edit || overview) && (
          <ParticipantForm
            // Another tab may turn to somebody else: what is typed here must not become theirs.
            key={edit ? participant?.id : undefined}
            participant={edit ? participant : undefined}
            waves={overview?.waves}
            today={today(Intl.DateTimeFormat().resolvedOptions().timeZone, now)}
            onSave={save}
            another={isAnother}
          />
        )
      )}
      <Notice told={told ?? (unread === undefined ? undefined : failed(unread))} />
      <footer>
        <p>{say("privacy")}</p>
        <p>{say("unofficial")}</p>
      </footer>
    </main>
  )
}

function Points() {
  return (
    <ul className="points">
      <li>
        <CheckIcon />
        <span>{say("welcome_point_reads")}</span>
      </li>
      <li>
        <CheckIcon />
        <span>{say("welcome_point_warns")}</span>
      </li>
      <li>
        <ShieldIcon />
        <span>{say("welcome_point_never")}</span>
      </li>
    </ul>
  )
}

function Finished({ dashboard, name }: { dashboard: string | undefined; name: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="finished" data-finished>
      <h2 ref={heading} tabIndex={-1}>
        {say("finished_heading", { name })}
      </h2>
      <p>{say("finished_text")}</p>
      <div className="finished-links">
        {dashboard !== undefined && (
          <a className="button primary" href={dashboard}>
            {say("open_page", { host: new URL(dashboard).host })}
          </a>
        )}
        <a className="button quiet" href={`/${OWN_PAGES.popup}`}>
          {say("finished_overview")}
        </a>
      </div>
      <p className="hint">
        <a href={`/${OWN_PAGES.edit}`}>{say("finished_edit")}</a>
      </p>
    </section>
  )
}
