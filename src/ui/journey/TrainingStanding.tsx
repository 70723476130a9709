import type { Judgement, TrainingView } from "../../journey/journey"
import { say } from "../language/words"
import { useSession } from "../session"
import { focusChecklist } from "./checklist-focus"

/** Whose training it is, where that is not plain: seen on a platform only, or put together with another by the person. */
export function TrainingStanding({ training }: { training: TrainingView }) {
  const { participant, send } = useSession()
  const { id, title = "", seenOn, tentative, judged } = training
  const disown = async () => {
    if (await send({ type: "not-mine", participant: participant.id, training: id })) focusChecklist()
  }
  if (!tentative && judged.length === 0) return null
  return (
    <div className="training-standing">
      {tentative && (
        <div>
          <p>{say("tentative_seen", { sites: seenOn.join(", ") })}</p>
          <button
            type="button"
            className="button small quiet"
            data-action="not-mine"
            aria-label={say("not_mine_of", { title })}
            onClick={() => void disown()}
          >
            {say("not_mine")}
          </button>
        </div>
      )}
      {judged.map((judgement) => (
        <Judged key={judgement.fact} judgement={judgement} />
      ))}
    </div>
  )
}

function Judged({ judgement: { title, same, fact } }: { judgement: Judgement }) {
  const { participant, send } = useSession()
  const takeBack = async () => {
    if (await send({ type: "retract", participant: participant.id, fact })) focusChecklist()
  }
  return (
    <div>
      <p>
        <bdi>
          {say(same ? "same_judged_yes" : "same_judged_no", { title: title || say("training_unnamed") })}
        </bdi>
      </p>
      <button
        type="button"
        className="button small quiet"
        data-action="undo-same"
        onClick={() => void takeBack()}
      >
        {say(same ? "same_part" : "same_ask_again")}
      </button>
    </div>
  )
}
