import { useRef, useState } from "react"
import type { StepView } from "../../journey/journey"
import { StateIcon } from "../icons"
import { sayOf } from "../language/words"
import { Unfolding } from "../Unfolding"
import { ImpliedQuestion, Question } from "./Question"
import { StepAction } from "./StepAction"
import { StepDate } from "./StepDate"
import { StepDetails } from "./StepDetails"
import { StepNote } from "./StepNote"

/** One step: its state, why that is believed, and a way to say otherwise. */
export function StepRow({ step, training }: { step: StepView; training?: string }) {
  const [justMarked, setJustMarked] = useState(false)
  const summary = useRef<HTMLElement>(null)
  const title = sayOf("step", step.id, "title") ?? step.id
  const done = step.state === "done"
  const byPerson = done && step.saidBy !== undefined
  const { question } = step
  const implied = question !== undefined && question.step !== step.id
  const saved = () => {
    setJustMarked(false)
    backToTitle()
  }
  const backToTitle = () => summary.current?.focus()
  return (
    <li className="row" data-step={step.id} data-state={step.state} data-waiting={step.waiting}>
      <span className="node">
        <StateIcon state={step.state} waiting={step.waiting} />
      </span>
      <Unfolding
        className="row-body"
        summary={
          <summary ref={summary}>
            <span className="row-title">
              {title}
              <span className="visually-hidden">, {sayOf("state", step.state)}.</span>
            </span>
            <StepNote step={step} />
          </summary>
        }
        always={
          !done &&
          step.saidBy !== undefined && (
            <StepAction kind="undo" step={step} title={title} training={training} />
          )
        }
      >
        <StepDetails step={step} training={training} />
        {byPerson && !justMarked && <StepDate step={step} training={training} />}
      </Unfolding>
      {implied ? (
        <ImpliedQuestion question={question} title={title} onAnswered={backToTitle} />
      ) : (
        (done || question?.asks !== "done") && (
          <StepAction
            kind={done ? "undo" : "mark-done"}
            step={step}
            title={title}
            training={training}
            onMarked={setJustMarked}
          />
        )
      )}
      {question && !implied && <Question question={question} onAnswered={backToTitle} />}
      {byPerson && justMarked && <StepDate step={step} training={training} onSaved={saved} />}
    </li>
  )
}
