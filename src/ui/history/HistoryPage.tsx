import { type ChangeEvent, useId } from "react"
import { say, sayOf } from "../language/words"
import { OwnPage } from "../OwnPage"
import { useSession } from "../session"
import { FactList } from "./FactList"
import { useFilter } from "./filter"
import { Timeline } from "./Timeline"
import { TrainingTools } from "./TrainingTools"
import { useHistory } from "./useHistory"

const [ALL, NONE, ONE] = ["all", "none", "one:"]

/** The journey as a picture, and everything that was noted of it, each with what can be done about it. */
export function HistoryPage() {
  return (
    <OwnPage heading={say("history_heading")}>
      <Timeline />
      <Noted />
    </OwnPage>
  )
}

function Noted() {
  const { participant } = useSession()
  const { history, failure } = useHistory()
  const [filter, setFilter] = useFilter()
  const field = useId()
  if (!history)
    return failure === undefined ? null : (
      <p className="notice" data-failed="true" role="alert">
        {sayOf("failure", failure)}
      </p>
    )
  // A training that was put together with another, or is another person's, is none to choose.
  const { training } = filter
  const chosen = training.kind === "one" ? history.trainings.find(({ id }) => id === training.id) : undefined
  const applied =
    training.kind === "one" && !chosen ? { ...filter, training: { kind: "all" as const } } : filter
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const { value } = event.target
    if (value === ALL) setFilter({ training: { kind: "all" } })
    else if (value === NONE) setFilter({ training: { kind: "none" } })
    else setFilter({ training: { kind: "one", id: value.slice(ONE.length) } })
  }
  return (
    <div className="noted" key={participant.id}>
      <TrainingTools chosen={chosen?.id} history={history} />
      <section className="panel noted-facts" aria-labelledby="facts-heading">
        <h2 id="facts-heading">{say("facts_heading")}</h2>
        <p className="hint">{say("facts_text")}</p>
        <div className="field">
          <label htmlFor={field}>{say("filter_label")}</label>
          <select
            id={field}
            name="training"
            value={chosen ? `${ONE}${chosen.id}` : applied.training.kind}
            onChange={choose}
          >
            <option value={ALL}>{say("filter_all")}</option>
            {history.trainings.map(({ id, title }) => (
              <option key={id} value={`${ONE}${id}`} dir="auto">
                {title ?? say("training_next")}
              </option>
            ))}
            <option value={NONE}>{say("filter_none")}</option>
          </select>
        </div>
        <FactList key={chosen?.id ?? applied.training.kind} history={history} filter={applied} />
      </section>
    </div>
  )
}
