import { useState } from "react"
import type { Particulars } from "../../journey/facts"
import type { StepView, TrainingView } from "../../journey/journey"
import { hashOf } from "../history/filter"
import { ChevronIcon, PencilIcon } from "../icons"
import { formatDateOrTime } from "../language/formats"
import { say, sayOf } from "../language/words"
import { openOwnPage } from "../pages"
import { useSession } from "../session"
import { DisputedFields } from "./DisputedFields"
import { StepRow } from "./StepRow"
import { TrainingForm } from "./TrainingForm"
import { TrainingStanding } from "./TrainingStanding"

/** One training with its steps; without a title it is the place of the next purchase. */
export function TrainingSection({ training }: { training: TrainingView }) {
  const { participant, send } = useSession()
  const [editing, setEditing] = useState(false)
  const heading = `training-${training.id}`
  const title = training.title ?? say(training.first ? "training_first" : "training_next")
  const later =
    training.optional || training.tentative ? training.steps.filter((step) => step.state === "locked") : []
  const save = async (particulars: Particulars) => {
    const about = { participant: participant.id, training: training.id }
    if (await send({ type: "describe-training", ...about, particulars })) setEditing(false)
  }
  return (
    <section className="training" data-training={training.id} aria-labelledby={heading}>
      <header>
        <div>
          <h3 id={heading}>
            <bdi>{title}</bdi>
          </h3>
          <About training={training} />
        </div>
        <button
          type="button"
          className="icon-button"
          data-action="edit-training"
          aria-expanded={editing}
          aria-label={say("training_edit", { training: title })}
          title={say("training_edit_short")}
          onClick={() => setEditing(!editing)}
        >
          <PencilIcon />
        </button>
      </header>
      <TrainingStanding training={training} />
      <DisputedFields training={training} />
      {editing && (
        <>
          <TrainingForm particulars={training.particulars} onSave={save} onCancel={() => setEditing(false)} />
          {training.title !== undefined && (
            <button
              type="button"
              className="link-button"
              data-action="join-or-separate"
              onClick={() =>
                void openOwnPage("history", hashOf({ training: { kind: "one", id: training.id } }))
              }
            >
              {say("open_history_training")}
            </button>
          )}
        </>
      )}
      <Steps steps={training.steps.filter((step) => !later.includes(step))} training={training.id} />
      {later.length > 0 && (
        <details className="more">
          <summary>
            {say("steps_later")}
            <ChevronIcon />
          </summary>
          <Steps steps={later} training={training.id} />
        </details>
      )}
    </section>
  )
}

function Steps({ steps, training }: { steps: readonly StepView[]; training: string }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <StepRow key={step.id} step={step} training={training} />
      ))}
    </ol>
  )
}

function About({ training }: { training: TrainingView }) {
  const { journey } = useSession()
  const { provider, mode, startsAt } = training.particulars
  const bought = training.steps.some((step) => step.id === "purchase" && step.state === "done")
  const known = [
    mode && sayOf("mode", mode),
    provider,
    startsAt && say("training_starts", { date: formatDateOrTime(startsAt, journey) }),
  ].filter(Boolean)
  return (
    <>
      {bought && training.title === undefined && <p className="training-about">{say("training_describe")}</p>}
      {training.first && training.title !== undefined && (
        <p className="training-first">{say("training_pays")}</p>
      )}
      {known.length > 0 && (
        <p className="training-about">
          <bdi>{known.join(" · ")}</bdi>
        </p>
      )}
    </>
  )
}
