import type { StepView } from "../journey/journey"
import { Deadlines } from "./Deadlines"
import { EvidenceLine } from "./EvidenceLine"
import { formatDateOrTime } from "./formats"
import { SourceLine } from "./SourceLine"
import { useSession } from "./session"
import { say, sayOf } from "./words"

/** What a step asks for, why its state is believed, what a page last said of it, its deadlines and its source. */
export function StepDetails({ step }: { step: StepView }) {
  const { journey } = useSession()
  const { evidence, reported } = step
  return (
    <div className="row-details">
      {step.state !== "done" && <p>{sayOf("step", step.id, step.waiting ? "wait" : "next")}</p>}
      {evidence && step.concluded && <p>{say("concluded")}</p>}
      {evidence && <EvidenceLine evidence={evidence} />}
      {reported && (
        <p>
          {say("reported", { what: sayOf("reported", reported.state) ?? reported.state })}
          {reported.on !== undefined && ` (${formatDateOrTime(reported.on, journey)})`}
        </p>
      )}
      {reported && reported.evidence.fact !== evidence?.fact && <EvidenceLine evidence={reported.evidence} />}
      {step.deadlines.length > 0 && <Deadlines deadlines={step.deadlines} />}
      <SourceLine source={step.source} />
    </div>
  )
}
