import { useState } from "react"
import type { Particulars } from "../../journey/facts"
import type { StepView } from "../../journey/journey"
import { STEP_IDS } from "../../programmes/steps"
import { PlusIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"
import { CHECKLIST_HEADING } from "./checklist-focus"
import { HiddenTrainings } from "./HiddenTrainings"
import { StepRow } from "./StepRow"
import { TrainingForm } from "./TrainingForm"
import { TrainingSection } from "./TrainingSection"

/** The whole way: the person's own steps, and between them a section for each training. */
export function Checklist() {
  const { journey } = useSession()
  const inTrainings = journey.trainings.flatMap((training) =>
    training.steps.map((step) => STEP_IDS.indexOf(step.id)),
  )
  const firstOfTrainings = Math.min(...inTrainings)
  const before = journey.person.filter((step) => STEP_IDS.indexOf(step.id) < firstOfTrainings)
  const after = journey.person.filter((step) => !before.includes(step))
  const owed = journey.trainings.filter((training) => !training.optional && !training.tentative)
  const others = journey.trainings.filter((training) => !owed.includes(training))
  return (
    <section className="checklist" aria-labelledby={CHECKLIST_HEADING}>
      <h2 id={CHECKLIST_HEADING} tabIndex={-1}>
        {say("checklist_heading")}
      </h2>
      <Steps steps={before} />
      {owed.map((training) => (
        <TrainingSection key={training.id} training={training} />
      ))}
      <Steps steps={after} />
      {others.map((training) => (
        <TrainingSection key={training.id} training={training} />
      ))}
      <AddTraining />
      <HiddenTrainings />
    </section>
  )
}

function Steps({ steps }: { steps: readonly StepView[] }) {
  if (steps.length === 0) return null
  return (
    <ol className="steps">
      {steps.map((step) => (
        <StepRow key={step.id} step={step} />
      ))}
    </ol>
  )
}

function AddTraining() {
  const { participant, send } = useSession()
  const [adding, setAdding] = useState(false)
  if (!adding) {
    return (
      <button
        type="button"
        className="add-training"
        data-action="add-training"
        onClick={() => setAdding(true)}
      >
        <PlusIcon />
        {say("training_add")}
      </button>
    )
  }
  const save = async (particulars: Particulars) => {
    const saved = await send({ type: "describe-training", participant: participant.id, particulars })
    if (saved) setAdding(false)
  }
  return (
    <section className="training" aria-label={say("training_add")}>
      <TrainingForm
        onSave={save}
        onCancel={() => setAdding(false)}
        heading={say("training_add")}
        titleRequired
      />
    </section>
  )
}
