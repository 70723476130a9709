import type { StepView, TrainingView } from "../../journey/journey"
import { EvidenceLine } from "../EvidenceLine"
import { hashOf } from "../history/filter"
import { formatDateOrTime } from "../language/formats"
import { say, sayOf } from "../language/words"
import { openOwnPage } from "../pages"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"
import { Advice } from "./Advice"
import { Deadlines } from "./Deadlines"

/**
 * What a step asks for, why its state is believed, what a page last said of it, its deadlines, its limits and its
 * source. `training` is the id of the one that it belongs to.
 */
export function StepDetails({ step, training }: { step: StepView; training: string | undefined }) {
  const { journey } = useSession()
  const { evidence, reported } = step
  const owner = journey.trainings.find(({ id }) => id === training)
  return (
    <div className="row-details">
      {step.state !== "done" && <p>{sayOf("step", step.id, step.waiting ? "wait" : "next")}</p>}
      {evidence && step.concluded && <p>{say("concluded")}</p>}
      {evidence && <EvidenceLine evidence={evidence} />}
      {evidence && <InHistory fact={evidence.fact} step={step.id} />}
      {reported && (
        <p>
          {say("reported", { what: sayOf("reported", reported.state) ?? reported.state })}
          {reported.on !== undefined && ` (${formatDateOrTime(reported.on, journey)})`}
        </p>
      )}
      {reported && reported.evidence.fact !== evidence?.fact && <EvidenceLine evidence={reported.evidence} />}
      {step.deadlines.length > 0 && <Deadlines deadlines={step.deadlines} />}
      {step.state !== "done" && owner && <Missing step={step} training={owner} />}
      {step.state !== "done" && <Advice step={step} mode={owner?.particulars.mode} />}
      <SourceLine source={step.source} />
    </div>
  )
}

/** The way to where the fact can be corrected, rejected or undone. */
function InHistory({ fact, step }: { fact: string; step: string }) {
  const words = say("open_history")
  return (
    <button
      type="button"
      className="link-button"
      data-action="open-fact"
      aria-label={`${words}: ${sayOf("step", step, "title") ?? step}`}
      onClick={() => void openOwnPage("history", hashOf({ training: { kind: "all" }, fact }))}
    >
      {words}
    </button>
  )
}

/** What the person has not told of a training, so that a deadline of this step cannot be counted. */
function Missing({ step, training }: { step: StepView; training: TrainingView }) {
  const bought = training.steps.some(({ id, state }) => id === "purchase" && state === "done")
  if (!bought || (step.id !== "redeem" && step.id !== "post-test")) return null
  const { mode, meetings = [], startsAt = "" } = training.particulars
  if (mode === undefined) return <p className="missing">{say("mode_unknown")}</p>
  const hasMeeting = meetings.length > 0 || startsAt.includes("T")
  if (step.id === "post-test" || mode === "self-paced" || hasMeeting) return null
  return <p className="missing">{say("meeting_unknown")}</p>
}
