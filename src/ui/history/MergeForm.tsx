import { type FormEvent, useId, useState } from "react"
import type { TrainingView } from "../../journey/journey"
import { say } from "../language/words"
import { useSession } from "../session"
import { TrainingCard } from "./TrainingCard"
import { useFirstField } from "./useFirstField"

interface Props {
  training: TrainingView
  others: readonly TrainingView[]
  onDone: () => void
}

/** Says that another training is this one. */
export function MergeForm({ training, others, onDone }: Props) {
  const { participant, send } = useSession()
  const [chosen, setChosen] = useState("")
  const field = useId()
  const form = useFirstField<HTMLFormElement>()
  const other = others.find(({ id }) => id === chosen)
  const merge = async (event: FormEvent) => {
    event.preventDefault()
    if (!other) return
    const about = { participant: participant.id, training: other.id, as: training.id }
    if (await send({ type: "say-same", ...about, yes: true })) onDone()
  }
  return (
    <form ref={form} className="tools-form" onSubmit={(event) => void merge(event)}>
      <div className="field">
        <label htmlFor={field}>{say("merge_with")}</label>
        <select
          id={field}
          name="other"
          required
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{say("merge_choose")}</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id} dir="auto">
              {title}
            </option>
          ))}
        </select>
      </div>
      {other && (
        <div className="tools-pair">
          <TrainingCard training={training} />
          <span aria-hidden="true">+</span>
          <TrainingCard training={other} />
        </div>
      )}
      <p className="hint">{say("merge_text")}</p>
      <div className="form-buttons">
        <button type="submit" className="button small" data-action="merge-training">
          {say("merge_button")}
        </button>
        <button type="button" className="button small quiet" onClick={onDone}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}
