import { ChevronIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"
import { focusChecklist } from "./checklist-focus"

/** The trainings that the person has said are none of the programme's, each to be shown again. */
export function HiddenTrainings() {
  const { journey, participant, send } = useSession()
  const { hidden } = journey
  if (hidden.length === 0) return null
  const show = async (fact: string) => {
    if (await send({ type: "retract", participant: participant.id, fact })) focusChecklist()
  }
  return (
    <details className="more hidden-trainings">
      <summary>
        {say("hidden_heading", { count: hidden.length })}
        <ChevronIcon />
      </summary>
      <ul>
        {hidden.map(({ training, title, fact }) => (
          <li key={training} data-hidden-training={training}>
            <bdi>{title}</bdi>
            <button
              type="button"
              className="button small quiet"
              data-action="undo"
              aria-label={say("hidden_show_of", { title })}
              onClick={() => void show(fact)}
            >
              {say("hidden_show")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
