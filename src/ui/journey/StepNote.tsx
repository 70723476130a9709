import type { StepView } from "../../journey/journey"
import { formatDate, formatDateOrTime, formatInstant } from "../language/formats"
import { say, sayOf } from "../language/words"
import { useSession } from "../session"
import { TimeLeft } from "../When"
import { nearestDeadline } from "./Deadlines"

/** What a page said that the row itself shows, or that says nothing of what is still to come. */
const SAID_OTHERWISE = ["open", "done", "face-passed"]

/** The step at which too many wrong codes make one wait. */
const WAITING_STEP = "wallet"

/** The line under a step's title: when it was done, how long there is, or that it is over. */
export function StepNote({ step }: { step: StepView }) {
  const { journey, now } = useSession()
  if (step.state === "done") {
    if (step.on === undefined) return null
    const date = formatDate(step.on)
    const assumed = step.evidence?.by === "person" ? "marked_on" : "first_seen_on"
    return <span className="row-note">{step.assumed ? say(assumed, { date }) : date}</span>
  }
  if (step.state === "missed") return <span className="row-note">{sayOf("state", "missed")}</span>
  const wait = step.id === WAITING_STEP ? journey.preflight.wait : undefined
  if (wait && step.state !== "locked" && Date.parse(wait.until) > now) {
    return (
      <span className="row-note">
        {say("wrong_codes_note", { when: formatInstant(wait.until, journey) })}
      </span>
    )
  }
  const { reported } = step
  if (reported && step.state !== "locked" && !SAID_OTHERWISE.includes(reported.state)) {
    const what = sayOf("reported", reported.state) ?? reported.state
    const on = reported.on === undefined ? "" : ` · ${formatDateOrTime(reported.on, journey)}`
    return <span className="row-note">{`${what}${on}`}</span>
  }
  const deadline = nearestDeadline(step.deadlines, now)
  if (deadline?.due === undefined) return null
  if (deadline.opens !== undefined && Date.parse(deadline.opens) > now) {
    return (
      <span className="row-note">
        {say("opens")} <time dateTime={deadline.opens}>{formatInstant(deadline.opens, journey)}</time>
      </span>
    )
  }
  return (
    <span className="row-note">
      <TimeLeft until={deadline.due} />
      {step.state !== "locked" && (
        <>
          {" · "}
          <time dateTime={deadline.due}>{formatInstant(deadline.due, journey)}</time>
        </>
      )}
    </span>
  )
}
