import { useRef, useState } from "react"
import type { History } from "../../journey/history"
import type { Judgement, TrainingView } from "../../journey/journey"
import { ChevronIcon } from "../icons"
import { useSession } from "../session"
import { say } from "../words"
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
      {training.judged.length > 0 && (
        <ul className="tools-judged" aria-label={say("judged_heading")}>
          {training.judged.map((judgement) => (
            <Judged key={judgement.fact} judgement={judgement} onDone={done} />
          ))}
        </ul>
      )}
    </section>
  )
}

function isMovable({ kind, standing }: History["entries"][number]): boolean {
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

/** What the person said of its being the same as another, to be taken back. */
function Judged({ judgement: { title, same, fact }, onDone }: { judgement: Judgement; onDone: () => void }) {
  const { participant, send } = useSession()
  const words = say(same ? "same_judged_yes" : "same_judged_no", { title })
  const takeBack = async () => {
    if (await send({ type: "retract", participant: participant.id, fact })) onDone()
  }
  return (
    <li data-judgement={fact}>
      <bdi>{words}</bdi>
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
