import type { MouseEvent } from "react"
import type { StepView } from "../../journey/journey"
import { BoxIcon, UndoIcon } from "../icons"
import { say } from "../language/words"
import { useSession } from "../session"

interface Props {
  kind: "mark-done" | "undo"
  step: StepView
  title: string
  training: string | undefined
  /** Told whether the person has just marked the step. */
  onMarked?: (marked: boolean) => void
}

/** One click that says that a step is done, or that takes this back. */
export function StepAction({ kind, step, title, training, onMarked }: Props) {
  const { participant, send } = useSession()
  const about = {
    participant: participant.id,
    step: step.id,
    ...(training === undefined ? {} : { training }),
  }
  const markDone = async () => {
    if (await send({ type: "say-step", ...about, state: "done" })) onMarked?.(true)
  }
  const undo = async () => {
    onMarked?.(false)
    if (step.saidBy === undefined) await send({ type: "say-step", ...about, state: "open" })
    else await send({ type: "retract", participant: participant.id, fact: step.saidBy })
  }
  const act = (event: MouseEvent) => {
    // The same button means the opposite once the reply is there: the second half of a double click is not meant.
    if (event.detail > 1) return
    void (kind === "undo" ? undo() : markDone())
  }
  const words = say(kind === "undo" ? "undo" : "mark_done")
  return (
    <button
      type="button"
      className="row-action"
      data-action={kind}
      aria-label={`${words}: ${title}`}
      title={words}
      onClick={act}
    >
      {kind === "undo" ? <UndoIcon /> : <BoxIcon />}
      <span>{words}</span>
    </button>
  )
}
