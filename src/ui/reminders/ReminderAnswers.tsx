import type { ReminderView } from "../../messages/overview"
import { say, sayOf } from "../language/words"
import { useSession } from "../session"
import { When } from "../When"

interface Props {
  view: ReminderView
  onChanged: () => Promise<void>
}

function stepOf({ warning }: ReminderView, journey: ReturnType<typeof useSession>["journey"]) {
  const steps =
    warning.training === undefined
      ? journey.person
      : (journey.trainings.find(({ id }) => id === warning.training)?.steps ?? [])
  return steps.find(({ id }) => id === warning.step)
}

/** For what the person does; what they only wait for is not theirs to have done. */
export function MarkDone({ view, onChanged }: Props) {
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

/** Later: the ways to put it off that are left. */
export function Snoozes({ view, onChanged }: Props) {
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
