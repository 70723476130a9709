import { type FormEvent, useId, useState } from "react"
import type { StepView } from "../../journey/journey"
import { today } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"

/** Lets the person say on which day it was that a step was done. */
export function StepDate({
  step,
  training,
  onSaved,
}: {
  step: StepView
  training: string | undefined
  onSaved?: () => void
}) {
  const { participant, journey, now, send } = useSession()
  const [on, setOn] = useState(step.on ?? today(journey.zone, now))
  const id = useId()
  const saveDay = async () => {
    const about = {
      participant: participant.id,
      step: step.id,
      ...(training === undefined ? {} : { training }),
    }
    const said = await send({ type: "say-step", ...about, state: "done", on })
    // The dated word stands for the undated one, so that one undo takes back the whole of it.
    if (said) onSaved?.()
    if (said && step.saidBy !== undefined) {
      await send({ type: "retract", participant: participant.id, fact: step.saidBy })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (on !== "") void saveDay()
  }
  return (
    <form className="step-date" onSubmit={submit}>
      <label htmlFor={id}>{say("done_on")}</label>
      <input
        id={id}
        type="date"
        name="on"
        required
        max={today(journey.zone, now)}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <button type="submit" className="button small quiet" data-action="date-step">
        {say("save")}
      </button>
    </form>
  )
}
