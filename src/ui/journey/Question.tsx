import type { Question as Asked } from "../../journey/journey"
import { EvidenceLine } from "../EvidenceLine"
import { CheckIcon, CrossIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"

interface Props {
  question: Asked
  onAnswered: () => void
}

function useAnswer({ question, onAnswered }: Props): (yes: boolean) => Promise<void> {
  const { participant, send } = useSession()
  return async (yes) => {
    const about = { participant: participant.id, fact: question.fact, step: question.step }
    if (await send({ type: "answer", ...about, yes })) onAnswered()
  }
}

/** Something that a page says and that is not taken for true before the person says so. */
export function Question({ question, onAnswered }: Props) {
  const answer = useAnswer({ question, onAnswered })
  const done = question.asks === "done"
  return (
    <div className="question">
      <p>{say(done ? "question_done" : "question_open")}</p>
      <EvidenceLine evidence={question.evidence} />
      <div className="question-buttons">
        <button
          type="button"
          className="button small"
          data-action="confirm"
          onClick={() => void answer(true)}
        >
          <CheckIcon />
          {say(done ? "yes_done" : "yes_open")}
        </button>
        <button
          type="button"
          className="button small quiet"
          data-action="reject"
          onClick={() => void answer(false)}
        >
          <CrossIcon />
          {say(done ? "no_done" : "no_open")}
        </button>
      </div>
    </div>
  )
}

/** The same question on a step that would follow from a later one: asked there in full, here only answered. */
export function ImpliedQuestion({ question, title, onAnswered }: Props & { title: string }) {
  const answer = useAnswer({ question, onAnswered })
  const yes = say("yes_done")
  const no = say("no_done")
  return (
    <div className="implied-question">
      <button
        type="button"
        className="row-action"
        data-action="confirm"
        aria-label={`${yes}: ${title}`}
        title={yes}
        onClick={() => void answer(true)}
      >
        <CheckIcon />
      </button>
      <button
        type="button"
        className="row-action"
        data-action="reject"
        aria-label={`${no}: ${title}`}
        title={no}
        onClick={() => void answer(false)}
      >
        <CrossIcon />
      </button>
    </div>
  )
}
