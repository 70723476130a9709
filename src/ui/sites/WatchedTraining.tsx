import { useId } from "react"
import type { TrainingView } from "../../journey/journey"
import { say } from "../language/words"
import { useSession } from "../session"

/** Picks which of the person's trainings a watched site is about; an empty value stands for another one. */
export function WatchedTraining({ value, onPick }: { value: string; onPick: (training: string) => void }) {
  const { journey } = useSession()
  const id = useId()
  const named = journey.trainings.filter(isNamed)
  const picked = named.some((training) => training.id === value) ? value : ""
  return (
    <div className="field">
      <label htmlFor={id}>{say("watch_training")}</label>
      <select id={id} name="training" value={picked} onChange={(event) => onPick(event.target.value)}>
        {named.map((training) => (
          <option key={training.id} value={training.id}>
            {training.title}
          </option>
        ))}
        <option value="">{say("watch_training_other")}</option>
      </select>
    </div>
  )
}

/** The training that a site is most likely about: the first that is not through yet. */
export function likeliestTraining(trainings: readonly TrainingView[]): string {
  const underway = trainings.filter(isNamed).find(({ steps }) => steps.some(({ state }) => state !== "done"))
  return underway?.id ?? ""
}

function isNamed({ title }: TrainingView): boolean {
  return title !== undefined
}
