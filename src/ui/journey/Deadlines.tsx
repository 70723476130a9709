import type { DeadlineView } from "../../journey/journey"
import { ChevronIcon } from "../icons"
import { say, sayOf } from "../language/words"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"
import { Unfolding } from "../Unfolding"
import { TimeLeft, When } from "../When"
import { deadlineReason } from "./deadline-reason"

/** How many windows of one rule are shown at once; the others are a click away. */
const SHOWN_WINDOWS = 2

/** A step's deadlines, each with its last moment, what is left until then, and why. */
export function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const isFurther = (deadline: DeadlineView) =>
    deadlines.filter(({ id }) => id === deadline.id).indexOf(deadline) >= SHOWN_WINDOWS
  const further = deadlines.filter(isFurther)
  return (
    <>
      <DeadlineList deadlines={deadlines.filter((deadline) => !isFurther(deadline))} />
      {further.length > 0 && (
        <Unfolding
          className="more"
          summary={
            <summary>
              {say("deadlines_more", { count: further.length })}
              <ChevronIcon />
            </summary>
          }
        >
          <DeadlineList deadlines={further} />
        </Unfolding>
      )}
    </>
  )
}

function DeadlineList({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  return (
    <ul className="deadlines">
      {deadlines.map((deadline) => (
        <Deadline key={`${deadline.id} ${deadline.opens ?? deadline.due}`} deadline={deadline} />
      ))}
    </ul>
  )
}

function Deadline({ deadline }: { deadline: DeadlineView }) {
  const { journey, now } = useSession()
  const over = deadline.due !== undefined && Date.parse(deadline.due) < now
  const missed = over ? sayOf("deadline", deadline.id, "missed") : undefined
  return (
    <li data-deadline={deadline.id}>
      <strong>{sayOf("deadline", deadline.id, "name") ?? say("deadline")}</strong>
      {deadline.opens !== undefined && (
        <span className="deadline-when" data-moment="opens">
          {say("opens")} <When at={deadline.opens} />
        </span>
      )}
      {deadline.due !== undefined && (
        <span className="deadline-when" data-moment="due">
          {say("due")} <When at={deadline.due} /> · <TimeLeft until={deadline.due} />
        </span>
      )}
      <span className="deadline-why">{deadlineReason(deadline, journey)}</span>
      {missed !== undefined && <span className="deadline-why">{missed}</span>}
      <SourceLine source={deadline.source} />
    </li>
  )
}

/** The deadline that matters now: the nearest to come, else the last one that is over. A right presses nobody. */
export function nearestDeadline(deadlines: readonly DeadlineView[], now: number): DeadlineView | undefined {
  const dated = deadlines
    .filter((deadline) => deadline.due !== undefined && !deadline.right)
    .sort((one, other) => Date.parse(one.due ?? "") - Date.parse(other.due ?? ""))
  return dated.find((deadline) => Date.parse(deadline.due ?? "") >= now) ?? dated.at(-1)
}
