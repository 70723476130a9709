import type { SameQuestion } from "../../journey/journey"
import { CheckIcon, CrossIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"
import { When } from "../When"
import { focusChecklist } from "./checklist-focus"

/** Asks, once each, whether a training known from one site is one known from another. */
export function SameQuestions() {
  const { journey } = useSession()
  return journey.questions.map((question) => (
    <Same key={`${question.training} ${question.as.training}`} question={question} />
  ))
}

function Same({ question: { training, title, as, evidence } }: { question: SameQuestion }) {
  const { participant, send } = useSession()
  const heading = `same-${training}-${as.training}`
  const answer = async (yes: boolean) => {
    const about = { participant: participant.id, training, as: as.training }
    // The card goes away with its question.
    if (await send({ type: "say-same", ...about, yes })) focusChecklist()
  }
  return (
    <section className="same" data-same={training} data-as={as.training} aria-labelledby={heading}>
      <h2 id={heading}>{say("same_heading")}</h2>
      <ul>
        <li>
          <Title text={title} />
          <span>
            {say("same_seen_on", { sites: evidence.site ?? evidence.host ?? "" })}, <When at={evidence.at} />
          </span>
        </li>
        <li>
          <Title text={as.title} />
          <span>
            {as.seenOn.length > 0 ? say("same_seen_on", { sites: as.seenOn.join(", ") }) : say("same_added")}
          </span>
        </li>
      </ul>
      <p>{say("same_why")}</p>
      <div className="question-buttons">
        <button type="button" className="button small" data-action="same" onClick={() => void answer(true)}>
          <CheckIcon />
          {say("same_yes")}
        </button>
        <button
          type="button"
          className="button small quiet"
          data-action="different"
          onClick={() => void answer(false)}
        >
          <CrossIcon />
          {say("same_no")}
        </button>
      </div>
    </section>
  )
}

function Title({ text }: { text: string }) {
  return (
    <strong>
      <bdi>{text}</bdi>
    </strong>
  )
}
