import { type FormEvent, useEffect, useId, useRef, useState } from "react"
import type { Particulars } from "../../journey/facts"
import type { HistoryEntry } from "../../journey/history"
import type { StepId } from "../../programmes/steps"
import { TrainingForm } from "../journey/TrainingForm"
import { today } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"
import { stepTitle } from "./fact-words"

/** Lets the person say what an entry should have said: on which day a step was done, or a training's particulars. */
export function Correction({ entry, onDone }: { entry: HistoryEntry; onDone: () => void }) {
  const { participant, journey, send } = useSession()
  const steps = [...new Set(entry.steps.filter(({ state }) => state === "done").map(({ step }) => step))]
  const training = journey.trainings.find(({ id }) => id === entry.training)
  const [ofTraining, setOfTraining] = useState(steps.length === 0 || entry.kind === "training")
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form has another first field.
  useEffect(() => {
    place.current?.querySelector<HTMLElement>("input, select")?.focus()
  }, [ofTraining])
  const describe = async (particulars: Particulars) => {
    if (!training) return
    const about = { participant: participant.id, training: training.id }
    if (await send({ type: "describe-training", ...about, particulars })) onDone()
  }
  return (
    <div className="correction" ref={place}>
      {ofTraining && training ? (
        <TrainingForm
          particulars={training.particulars}
          heading={say("correct_training")}
          onSave={describe}
          onCancel={onDone}
        />
      ) : (
        <StepDay steps={steps} entry={entry} onDone={onDone} />
      )}
      {!ofTraining && training && (
        <button
          type="button"
          className="link-button"
          data-action="correct-training"
          onClick={() => setOfTraining(true)}
        >
          {say("correct_training_instead")}
        </button>
      )}
    </div>
  )
}

/** On which day a step was done. */
function StepDay({
  steps,
  entry,
  onDone,
}: {
  steps: readonly StepId[]
  entry: HistoryEntry
  onDone: () => void
}) {
  const { participant, journey, now, send } = useSession()
  const latest = today(journey.zone, now)
  const [step, setStep] = useState(steps[0])
  const known = [
    ...journey.person,
    ...journey.trainings.flatMap((each) => (each.id === entry.training ? each.steps : [])),
  ]
  const dayOf = (of: StepId | undefined) => {
    const day = known.find(({ id }) => id === of)?.on ?? entry.on ?? latest
    return day > latest ? latest : day
  }
  const [on, setOn] = useState(() => dayOf(step))
  const [stepField, dayField] = [useId(), useId()]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (step === undefined || on === "") return
    const about = {
      participant: participant.id,
      step,
      ...(entry.training === undefined ? {} : { training: entry.training }),
    }
    if (await send({ type: "say-step", ...about, state: "done", on })) onDone()
  }
  return (
    <form className="correct-step" onSubmit={(event) => void submit(event)}>
      {steps.length > 1 && (
        <div className="field">
          <label htmlFor={stepField}>{say("correct_step")}</label>
          <select
            id={stepField}
            name="step"
            value={step}
            onChange={(event) => {
              const chosen = steps.find((each) => each === event.target.value)
              setStep(chosen)
              setOn(dayOf(chosen))
            }}
          >
            {steps.map((each) => (
              <option key={each} value={each}>
                {stepTitle(each)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={dayField}>{say("correct_on", { step: step ? stepTitle(step) : "" })}</label>
        <input
          id={dayField}
          type="date"
          name="on"
          required
          max={latest}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      <p className="hint">{say("correct_hint")}</p>
      <div className="form-buttons">
        <button type="submit" className="button small" data-action="save-correction">
          {say("save")}
        </button>
        <button type="button" className="button small quiet" onClick={onDone}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}
