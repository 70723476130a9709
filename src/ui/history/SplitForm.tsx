import { type FormEvent, useState } from "react"
import type { History, HistoryEntry } from "../../journey/history"
import type { TrainingView } from "../../journey/journey"
import { formatInstant } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"
import { factWords, isolated } from "./fact-words"
import { useFirstField } from "./useFirstField"

interface Props {
  training: TrainingView
  history: History
  /** What was noted of the training and can be another's. */
  facts: readonly HistoryEntry[]
  onDone: () => void
}

/** As many as one word of the person can name. */
const MOST = 1000
/** How many single facts are offered at first. */
const SHOWN = 20

/** Says that some of what was noted of a training is another's. */
export function SplitForm({ training, history, facts, onDone }: Props) {
  const { participant, send } = useSession()
  const [sites, setSites] = useState<readonly string[]>([])
  const [single, setSingle] = useState<readonly string[]>([])
  const [all, setAll] = useState(false)
  const [problem, setProblem] = useState("")
  const form = useFirstField<HTMLFormElement>()
  const known = history.trainings.find(({ id }) => id === training.id)?.sites ?? []
  const isOfSite = ({ siteKey }: HistoryEntry) => siteKey !== undefined && sites.includes(siteKey)
  const isChosen = (entry: HistoryEntry) => isOfSite(entry) || single.includes(entry.id)
  const toggled = (list: readonly string[], key: string) =>
    list.includes(key) ? list.filter((each) => each !== key) : [...list, key]
  const split = async (event: FormEvent) => {
    event.preventDefault()
    const chosen = facts.filter(isChosen)
    if (chosen.length === 0) return setProblem(say("split_nothing"))
    if (chosen.length === facts.length) return setProblem(say("split_everything"))
    setProblem("")
    const ids = facts.filter((entry) => single.includes(entry.id) && !isOfSite(entry)).map(({ id }) => id)
    const about = { participant: participant.id, training: training.id }
    const parts = { facts: ids.slice(0, MOST), sites: [...sites] }
    if (await send({ type: "split-training", ...about, ...parts })) onDone()
  }
  return (
    <form ref={form} className="tools-form" onSubmit={(event) => void split(event)}>
      <p>{say("split_text")}</p>
      {known.length > 1 && (
        <fieldset>
          <legend>{say("split_sites")}</legend>
          {known.map(({ key, name }) => (
            <label key={key} className="tools-choice">
              <input
                type="checkbox"
                name="site"
                value={key}
                checked={sites.includes(key)}
                onChange={() => setSites(toggled(sites, key))}
              />
              <span>{say("split_site", { site: name })}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{say("split_facts")}</legend>
        {facts.slice(0, all ? facts.length : SHOWN).map((entry) => (
          <label key={entry.id} className="tools-choice">
            <input
              type="checkbox"
              name="fact"
              value={entry.id}
              checked={isChosen(entry)}
              disabled={isOfSite(entry)}
              onChange={() => setSingle(toggled(single, entry.id))}
            />
            <FactChoice entry={entry} />
          </label>
        ))}
        {!all && facts.length > SHOWN && (
          <button type="button" className="link-button" data-action="split-more" onClick={() => setAll(true)}>
            {say("split_more", { count: facts.length - SHOWN })}
          </button>
        )}
      </fieldset>
      <p className="hint">{say("split_after")}</p>
      <p className="error" role="alert">
        {problem}
      </p>
      <div className="form-buttons">
        <button type="submit" className="button small" data-action="split-training">
          {say("split_button")}
        </button>
        <button type="button" className="button small quiet" onClick={onDone}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

function FactChoice({ entry }: { entry: HistoryEntry }) {
  const { overview, journey } = useSession()
  const { words, by, site, host, at } = entry
  const quoted = words === undefined ? "" : ` “${isolated(words)}”`
  const who = by === "person" ? say("told_by_you") : (site ?? host ?? "")
  return (
    <span>
      {factWords(entry, undefined, overview.wallets)}
      {quoted}
      <small>
        {who} · {formatInstant(at, journey)}
      </small>
    </span>
  )
}
