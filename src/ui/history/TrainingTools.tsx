import { useRef, useState } from "react"
import type { History, HistoryEntry } from "../../journey/history"
import type { TrainingView } from "../../journey/journey"
import { ChevronIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"
import { factWords } from "./fact-words"
import { hashOf } from "./filter"
import { MergeForm } from "./MergeForm"
import { SplitForm } from "./SplitForm"
import { TrainingCard } from "./TrainingCard"

/** Putting together and taking apart: for the one training that is chosen, or the way to each. */
export function TrainingTools({ chosen, history }: { chosen: string | undefined; history: History }) {
  const { journey } = useSession()
  const training = journey.trainings.find(({ id }) => id === chosen)
  if (training) return <Tools key={training.id} training={training} history={history} />
  const titled = journey.trainings.filter(({ title }) => title !== undefined)
  if (chosen !== undefined || titled.length === 0) return null
  return (
    <details className="panel more training-tools">
      <summary>
        {say("tools_heading")}
        <ChevronIcon />
      </summary>
      <p>{say("tools_text")}</p>
      <ul className="tools-trainings">
        {titled.map(({ id, title }) => (
          <li key={id}>
            <a href={hashOf({ training: { kind: "one", id } })} data-action="choose-training">
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Tools({ training, history }: { training: TrainingView; history: History }) {
  const { journey } = useSession()
  const [open, setOpen] = useState<"merge" | "split">()
  const heading = useRef<HTMLHeadingElement>(null)
  const done = () => {
    setOpen(undefined)
    heading.current?.focus()
  }
  const others = journey.trainings.filter(({ id, title }) => id !== training.id && title !== undefined)
  const facts = history.entries.filter((entry) => entry.training === training.id && isMovable(entry))
  const judged = history.entries.filter((entry) => isJudgementOf(training.id, entry))
  return (
    <section className="panel training-tools" aria-labelledby="tools-heading" data-tools={training.id}>
      <h2 id="tools-heading" ref={heading} tabIndex={-1}>
        {say("tools_of")}
      </h2>
      <TrainingCard training={training} />
      <div className="tools-buttons">
        {others.length > 0 && <Opener kind="merge" open={open} onOpen={setOpen} label={say("merge_open")} />}
        {facts.length > 1 && <Opener kind="split" open={open} onOpen={setOpen} label={say("split_open")} />}
      </div>
      {open === "merge" && <MergeForm training={training} others={others} onDone={done} />}
      {open === "split" && <SplitForm training={training} history={history} facts={facts} onDone={done} />}
      {judged.length > 0 && (
        <ul className="tools-judged" aria-label={say("judged_heading")}>
          {judged.map((entry) => (
            <Judged key={entry.id} entry={entry} onDone={done} />
          ))}
        </ul>
      )}
    </section>
  )
}

function isMovable({ kind, standing }: HistoryEntry): boolean {
  return (kind === "seen" || kind === "step" || kind === "training") && standing !== "taken-back"
}

interface OpenerProps {
  kind: "merge" | "split"
  open: "merge" | "split" | undefined
  onOpen: (kind: "merge" | "split" | undefined) => void
  label: string
}

function Opener({ kind, open, onOpen, label }: OpenerProps) {
  return (
    <button
      type="button"
      className="button small quiet"
      data-action={`open-${kind}`}
      aria-expanded={open === kind}
      onClick={() => onOpen(open === kind ? undefined : kind)}
    >
      {label}
    </button>
  )
}

/** Whether it says that the training is one with another, or is not; what was taken apart is told of both. */
function isJudgementOf(training: string, entry: HistoryEntry): boolean {
  if ((entry.kind !== "same" && entry.kind !== "split") || entry.standing !== "counts") return false
  return entry.training === training || entry.other?.training === training
}

/** What the person said of its being the same as another, to be taken back. */
function Judged({ entry, onDone }: { entry: HistoryEntry; onDone: () => void }) {
  const { participant, overview, send } = useSession()
  const words = factWords(entry, undefined, overview.wallets)
  const takeBack = async () => {
    if (await send({ type: "retract", participant: participant.id, fact: entry.undo ?? entry.id })) onDone()
  }
  return (
    <li data-judgement={entry.id}>
      {words}
      <button
        type="button"
        className="button small quiet"
        data-action="undo-same"
        aria-label={`${say("judged_undo")}: ${words}`}
        onClick={() => void takeBack()}
      >
        {say("judged_undo")}
      </button>
    </li>
  )
}
