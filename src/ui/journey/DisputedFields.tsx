import type { Particulars } from "../../journey/facts"
import type { CorrectableField, FieldQuestion, TrainingView } from "../../journey/journey"
import { MODES } from "../../programmes/steps"
import { EvidenceLine } from "../EvidenceLine"
import { CheckIcon, CrossIcon } from "../icons"
import { formatDateOrTime } from "../language/formats"
import { type MessageKey, say, sayOf } from "../language/words"
import { useSession } from "../session"
import { focusChecklist } from "./checklist-focus"

const LABELS: Record<CorrectableField, MessageKey> = {
  title: "training_title",
  provider: "training_provider",
  mode: "training_mode",
  startsAt: "training_starts_on",
  endsAt: "training_ends_on",
  boughtOn: "training_bought_on",
}

/** What pages say against the person's own word on a training: asked, with where it stands, and never taken by itself. */
export function DisputedFields({ training }: { training: TrainingView }) {
  return training.disputed.map((question) => (
    <Disputed key={question.field} question={question} training={training} />
  ))
}

function Disputed({
  question: { field, said, shown, evidence },
  training,
}: {
  question: FieldQuestion
  training: TrainingView
}) {
  const { participant, journey, send } = useSession()
  const heading = `disputed-${training.id}-${field}`
  const label = say(LABELS[field])
  const told = (value: string) => {
    if (field === "mode") return sayOf("mode", value) ?? value
    return field === "title" || field === "provider" ? value : formatDateOrTime(value, journey)
  }
  const answer = async (particulars: Particulars) => {
    const about = { participant: participant.id, training: training.id }
    // The card goes away with its question.
    if (await send({ type: "describe-training", ...about, particulars })) focusChecklist()
  }
  return (
    <section className="question" aria-labelledby={heading} data-field={field}>
      <p id={heading}>
        <strong>{label}</strong>
      </p>
      <p>
        {say("disputed_said")} <bdi>{told(said)}</bdi>
      </p>
      <p>
        {say("disputed_shown", { site: evidence.site ?? evidence.host ?? "" })} <bdi>{told(shown)}</bdi>
      </p>
      <EvidenceLine evidence={evidence} />
      <div className="question-buttons">
        <button
          type="button"
          className="button small"
          data-action="take-shown"
          data-field={field}
          aria-label={`${say("disputed_take")}: ${label}`}
          onClick={() => void answer(taken(field, shown, training))}
        >
          <CheckIcon />
          {say("disputed_take")}
        </button>
        <button
          type="button"
          className="button small quiet"
          data-action="keep-said"
          data-field={field}
          aria-label={`${say("disputed_keep")}: ${label}`}
          onClick={() => void answer(fieldOf(field, said))}
        >
          <CrossIcon />
          {say("disputed_keep")}
        </button>
      </div>
    </section>
  )
}

/** A new first or last day does away with the clocks of meetings that were entered for the old ones. */
function taken(field: CorrectableField, value: string, { particulars: { meetings = [] } }: TrainingView) {
  const moves = (field === "startsAt" || field === "endsAt") && meetings.length > 0
  return { ...fieldOf(field, value), ...(moves && { meetings: [] }) }
}

function fieldOf(field: CorrectableField, value: string): Particulars {
  if (field !== "mode") return { [field]: value }
  const mode = MODES.find((each) => each === value)
  return mode === undefined ? {} : { mode }
}
