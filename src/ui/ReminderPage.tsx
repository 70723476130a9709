import { useCallback, useEffect, useState } from "react"
import { ask } from "../messages/ask"
import type { ReminderView } from "../messages/overview"
import { OpenButton } from "./OpenButton"
import { OwnPage } from "./OwnPage"
import { SourceLine } from "./SourceLine"
import { useSession } from "./session"
import { spoken } from "./spoken"
import { TimeLeft, When } from "./When"
import { say, sayOf } from "./words"

/** One reminder: what it is about, the way there, and later. */
export function ReminderPage({ reminder }: { reminder: string }) {
  return (
    <OwnPage heading={say("reminder_heading")}>
      <Reminder id={reminder} />
    </OwnPage>
  )
}

/** `null`: there is no such reminder, or none any more. */
function Reminder({ id }: { id: string }) {
  const { journey } = useSession()
  const [view, setView] = useState<ReminderView | null>()
  const load = useCallback(async () => {
    const reply = await ask({ type: "reminder", reminder: id })
    // One that is forgotten once it is done still says what it was about.
    setView((before) => (reply.ok ? reply.value : before ? { ...before, standing: false } : null))
  }, [id])
  // What is done elsewhere while the page stands open is seen by the step that it is about.
  const state = view && stepOf(view, journey)?.state
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed state is a reason to look again
  useEffect(() => void load(), [load, state])
  if (view === undefined) return null
  return view?.standing ? <Standing view={view} onChanged={load} /> : <Over view={view} />
}

function Over({ view }: { view: ReminderView | null }) {
  const { journey } = useSession()
  return (
    <section className="panel reminder" data-standing="false">
      <h2>
        {(view && sayOf("warning", view.warning.id, "title", spoken(view.warning, journey))) ??
          say("reminder_over_heading")}
      </h2>
      <Training view={view} />
      <p>{say("reminder_over")}</p>
    </section>
  )
}

function Training({ view }: { view: ReminderView | null }) {
  if (view?.warning.trainingTitle === undefined) return null
  return (
    <p className="reminder-training">
      <bdi>{view.warning.trainingTitle}</bdi>
    </p>
  )
}

function Standing({ view, onChanged }: { view: ReminderView; onChanged: () => Promise<void> }) {
  const { journey, now } = useSession()
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
      <div className="reminder-actions">
        <OpenButton link={warning.link} kind="primary" />
        {!isWait && <MarkDone view={view} onChanged={onChanged} />}
      </div>
      <Snoozes view={view} onChanged={onChanged} />
    </section>
  )
}

function stepOf({ warning }: ReminderView, journey: ReturnType<typeof useSession>["journey"]) {
  const steps =
    warning.training === undefined
      ? journey.person
      : (journey.trainings.find(({ id }) => id === warning.training)?.steps ?? [])
  return steps.find(({ id }) => id === warning.step)
}

/** For what the person does; what they only wait for is not theirs to have done. */
function MarkDone({ view, onChanged }: { view: ReminderView; onChanged: () => Promise<void> }) {
  const { journey, participant, send } = useSession()
  const step = stepOf(view, journey)
  if (!step || step.waiting || step.state === "done" || step.state === "missed") return null
  const { training } = view.warning
  const mark = async () => {
    const about = { participant: participant.id, step: step.id, ...(training !== undefined && { training }) }
    if (await send({ type: "say-step", ...about, state: "done" })) await onChanged()
  }
  return (
    <button type="button" className="button quiet" data-action="mark-done" onClick={() => void mark()}>
      {say("reminder_done")}
    </button>
  )
}

function Snoozes({ view, onChanged }: { view: ReminderView; onChanged: () => Promise<void> }) {
  const { send } = useSession()
  const { id, snoozes, snoozedUntil } = view
  return (
    <>
      <p className="notice reminder-snoozed" role="status" hidden={snoozedUntil === undefined}>
        {snoozedUntil !== undefined && (
          <>
            {say("reminder_snoozed")} <When at={snoozedUntil} />
          </>
        )}
      </p>
      {snoozes.length > 0 && (
        <fieldset className="reminder-snoozes">
          <legend>{say("reminder_snooze_heading")}</legend>
          {snoozes.map(({ until }) => (
            <button
              key={until}
              type="button"
              className="button small quiet"
              data-action="snooze"
              data-until={until}
              onClick={async () => {
                if (await send({ type: "snooze", reminder: id, until })) await onChanged()
              }}
            >
              {sayOf("reminder_snooze", until)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
