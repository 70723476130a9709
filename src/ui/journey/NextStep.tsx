import type { Journey, NextStep as Next } from "../../journey/journey"
import { CheckIcon, ClockIcon } from "../icons"
import { say, sayOf } from "../language/words"
import { OpenButton } from "../OpenButton"
import { useSession } from "../session"
import { TimeLeft, When } from "../When"
import { instructionOf, isNotYet } from "./next-words"
import { troubleOf, warningWords } from "./warning-words"

const DAY = 86_400_000

/** The one thing to do now, how long there is for it, and the way there. */
export function NextStep() {
  const { journey } = useSession()
  const { next } = journey
  return next ? <Upcoming next={next} /> : <NothingToDo />
}

function Upcoming({ next }: { next: Next }) {
  const { journey, now } = useSession()
  const notYet = isNotYet(next, now)
  const last = lastMoment(journey, next, now)
  const trouble = troubleOf(journey)
  const title = (trouble && warningWords(trouble, "title", journey)) ?? sayOf("step", next.step, "title")
  return (
    <section
      className="next"
      data-next-step={next.step}
      data-waiting={next.waiting}
      aria-labelledby="next-heading"
    >
      <p className="next-eyebrow">{say(next.waiting ? "next_heading_waiting" : "next_heading")}</p>
      <h2 id="next-heading">{title ?? next.step}</h2>
      {next.trainingTitle !== undefined && (
        <p className="next-training">
          <bdi>{next.trainingTitle}</bdi>
        </p>
      )}
      <p className="next-text">{instructionOf(journey, now)}</p>
      {notYet && next.opens !== undefined && (
        <p className="next-when">
          <ClockIcon />
          <span>
            {say("opens")} <When at={next.opens} />
          </span>
        </p>
      )}
      {last && (
        <div className="next-when" data-near={Date.parse(last.due) - now < 3 * DAY}>
          <ClockIcon />
          <span>
            <TimeLeft until={last.due} />
            <span className="next-due">
              {last.label} <When at={last.due} />
            </span>
          </span>
        </div>
      )}
      <OpenButton link={next.link} kind="primary" />
    </section>
  )
}

/** The last moment to show with a step: its own, or a near one of a step that waits for it, then with its name. */
function lastMoment(journey: Journey, next: Next, now: number): { due: string; label: string } | undefined {
  const { due, dueOf } = next
  if (due === undefined) return undefined
  const steps = [...journey.person, ...journey.trainings.flatMap((training) => training.steps)]
  const deadline = steps
    .flatMap((step) => step.deadlines)
    .find((each) => each.id === dueOf && each.due === due)
  if (deadline === undefined || deadline.step === next.step) return { due, label: say("due") }
  // A far-off day of another step would read as leave to wait with this one.
  if (Date.parse(due) - now > 30 * DAY) return undefined
  const name = sayOf("deadline", deadline.id, "name")
  return { due, label: name === undefined ? say("due") : say("due_of", { name }) }
}

function NothingToDo() {
  const { journey } = useSession()
  const owed = journey.trainings.filter((training) => !training.optional)
  const steps = [...journey.person, ...owed.flatMap((training) => training.steps)]
  const finished = steps.every((step) => step.state === "done")
  return (
    <section
      className="next"
      data-finished={finished}
      data-waiting={!finished}
      aria-labelledby="next-heading"
    >
      {finished && (
        <span className="next-seal">
          <CheckIcon />
        </span>
      )}
      <h2 id="next-heading">{say(finished ? "nothing_all_done" : "nothing_open")}</h2>
      <p className="next-text">{say(finished ? "nothing_all_done_text" : "nothing_open_text")}</p>
    </section>
  )
}
