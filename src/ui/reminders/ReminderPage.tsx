import { useCallback, useEffect, useState } from "react"
import { ask } from "../../messages/ask"
import type { Failure } from "../../messages/messages"
import type { Overview, ReminderView } from "../../messages/overview"
import { spoken } from "../journey/spoken"
import { say, sayOf } from "../language/words"
import { failed } from "../Notice"
import { OpenButton } from "../OpenButton"
import { OwnPage } from "../OwnPage"
import { Unlock } from "../people/Unlock"
import { SourceLine } from "../SourceLine"
import { SessionProvider, useCommonSession, useSession } from "../session"
import { TimeLeft, When } from "../When"
import { MarkDone, Snoozes } from "./ReminderAnswers"

/** One reminder, whoever's it is: what it is about, the way there, and later. */
export function ReminderPage({ reminder }: { reminder: string }) {
  return (
    <OwnPage heading={say("reminder_heading")} forAnybody>
      <Reminder id={reminder} />
    </OwnPage>
  )
}

/** What is known of a reminder: its view, or why there is none. */
type Found = { view: ReminderView } | { failure: Failure }

function Reminder({ id }: { id: string }) {
  const session = useCommonSession()
  const { overview } = session
  const [found, setFound] = useState<Found>()
  const load = useCallback(async () => {
    const reply = await ask({ type: "reminder", reminder: id })
    setFound((before) => {
      if (reply.ok) return { view: reply.value }
      // One that is forgotten once it is done still says what it was about.
      if (before && "view" in before && reply.failure === "not-understood")
        return { view: { ...before.view, standing: false } }
      return { failure: reply.failure }
    })
  }, [id])
  // What is done elsewhere while the page stands open, to whomever, makes another overview.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed overview is a reason to look again
  useEffect(() => void load(), [load, overview])
  if (found === undefined) return null
  if ("failure" in found) return <NotThere failure={found.failure} id={id} />
  const { view } = found
  const { participant, journey } = view
  return (
    <SessionProvider value={{ ...session, participant, journey }}>
      {view.standing ? <Standing view={view} onChanged={load} /> : <Over view={view} />}
    </SessionProvider>
  )
}

function NotThere({ failure, id }: { failure: Failure; id: string }) {
  const person = useCommonSession().overview.people.find((each) => id.startsWith(`${each.id}|`))
  if (failure !== "locked" || !person)
    return (
      <section className="panel reminder" data-standing="false">
        <h2>{say("reminder_over_heading")}</h2>
        <p>{failure === "not-understood" ? say("reminder_over") : failed(failure).words}</p>
      </section>
    )
  return <Unlock person={person} />
}

function Over({ view }: { view: ReminderView }) {
  const { warning, journey, participant } = view
  return (
    <section className="panel reminder" data-standing="false">
      <Whose id={participant.id} name={participant.displayName} />
      <h2>
        {sayOf("warning", warning.id, "title", spoken(warning, journey)) ?? say("reminder_over_heading")}
      </h2>
      <Training view={view} />
      <p>{say("reminder_over")}</p>
    </section>
  )
}

/** Where there are several people: whose it is, and the way to them if another is looked at. */
function Whose({ id, name }: { id: string; name: string }) {
  const { overview, send } = useCommonSession()
  if (overview.people.length < 2) return null
  return (
    <div className="reminder-whose" data-whose={id}>
      <p>{say("reminder_whose", { name })}</p>
      {!isCurrent(overview, id) && (
        <button
          type="button"
          className="button small quiet"
          data-action="switch-to"
          onClick={() => void send({ type: "switch-participant", participant: id })}
        >
          {say("reminder_switch", { name })}
        </button>
      )}
    </div>
  )
}

function isCurrent({ people }: Overview, id: string): boolean {
  return people.some((person) => person.id === id && person.current)
}

function Training({ view }: { view: ReminderView }) {
  if (view.warning.trainingTitle === undefined) return null
  return (
    <p className="reminder-training">
      <bdi>{view.warning.trainingTitle}</bdi>
    </p>
  )
}

function Standing({ view, onChanged }: { view: ReminderView; onChanged: () => Promise<void> }) {
  const { journey, now, participant, overview, send } = useSession()
  const { id, displayName: name } = participant
  const isOther = !isCurrent(overview, id)
  const { warning, kind } = view
  const values = spoken(warning, journey)
  const isWait = kind === "wait"
  const text = isWait ? say("reminder_wait_text") : sayOf("warning", warning.id, "text", values)
  return (
    <section
      className="panel reminder"
      data-standing="true"
      data-warning={warning.id}
      data-severity={warning.severity}
    >
      <Whose id={id} name={name} />
      <h2>
        {isWait ? say("reminder_wait_title") : (sayOf("warning", warning.id, "title", values) ?? warning.id)}
      </h2>
      {!text?.includes(warning.trainingTitle ?? "") && <Training view={view} />}
      {warning.opens !== undefined && Date.parse(warning.opens) > now && (
        <p>
          {say("opens")} <When at={warning.opens} />
        </p>
      )}
      {warning.due !== undefined && !isWait && (
        <p className="reminder-due">
          <TimeLeft until={warning.due} />
          <span>
            {say("due")} <When at={warning.due} />
          </span>
        </p>
      )}
      <p>{text}</p>
      {!isWait && <SourceLine source={warning.source} />}
      {isOther && warning.link !== undefined && <p>{say("reminder_open_switches", { name })}</p>}
      <div className="reminder-actions">
        <OpenButton
          link={warning.link}
          kind="primary"
          {...(isOther && { before: () => send({ type: "switch-participant", participant: id }) })}
        />
        {!isWait && <MarkDone view={view} onChanged={onChanged} />}
      </div>
      <Snoozes view={view} onChanged={onChanged} />
    </section>
  )
}
