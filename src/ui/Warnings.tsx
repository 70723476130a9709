import type { DeadlineView, Journey, WarningView } from "../journey/journey"
import type { ContactView } from "../messages/overview"
import { GrantAccess } from "./Access"
import { ContactLines } from "./ContactLines"
import { deadlineReason } from "./Deadlines"
import { EvidenceLine } from "./EvidenceLine"
import { ChevronIcon, SeverityIcon } from "./icons"
import { OpenButton } from "./OpenButton"
import { SourceLine } from "./SourceLine"
import { useSession } from "./session"
import { spoken } from "./spoken"
import { TimeLeft, When } from "./When"
import { say, sayOf } from "./words"

/** What needs attention, most urgent first, each with its reasons. */
export function Warnings() {
  const { journey } = useSession()
  if (journey.warnings.length === 0) return null
  return (
    <section className="warnings" aria-labelledby="warnings-heading">
      <h2 id="warnings-heading">{say("warnings_heading")}</h2>
      <ul>
        {journey.warnings.map((warning) => (
          <Warning
            key={`${warning.id} ${warning.step} ${warning.training ?? warning.values.id ?? ""}`}
            warning={warning}
          />
        ))}
      </ul>
    </section>
  )
}

function Warning({ warning }: { warning: WarningView }) {
  const { journey, overview, now } = useSession()
  const over = warning.due !== undefined && Date.parse(warning.due) < now
  const values = spoken(warning, journey)
  const deadline = deadlineOf(warning, journey)
  // A warning that is itself about being late keeps its own words.
  const missed =
    over && deadline && sayOf("warning", warning.id, "late") !== undefined
      ? sayOf("deadline", deadline.id, "missed")
      : undefined
  const contacts = warning.contacts
    .map((id) => overview.contacts.find((contact) => contact.id === id))
    .filter((contact): contact is ContactView => contact !== undefined)
  return (
    <li
      className="warning"
      data-warning={warning.id}
      data-severity={warning.severity}
      {...(warning.due === undefined ? {} : { "data-due": warning.due })}
    >
      <span className="warning-icon">
        <SeverityIcon severity={warning.severity} />
      </span>
      <h3>
        <span className="visually-hidden">{sayOf("severity", warning.severity)}: </span>
        {(over ? sayOf("warning", warning.id, "late", values) : undefined) ??
          sayOf("warning", warning.id, "title", values) ??
          warning.id}
      </h3>
      {warning.opens !== undefined && Date.parse(warning.opens) > now && (
        <p className="warning-due">
          {say("opens")} <When at={warning.opens} />
        </p>
      )}
      {warning.due !== undefined && (
        <p className="warning-due">
          <TimeLeft until={warning.due} /> <When at={warning.due} />
        </p>
      )}
      {missed === undefined ? (
        <p>{sayOf("warning", warning.id, "text", values)}</p>
      ) : (
        <p>
          {warning.trainingTitle !== undefined && `${warning.trainingTitle}: `}
          {missed} {say("late_advice")}
        </p>
      )}
      {warning.id === "wallet-prerequisites" && (
        <Prerequisites ids={overview.prerequisites.map(({ id }) => id)} />
      )}
      {warning.id === "access-missing" && <GrantAccess site={String(warning.values.id)} />}
      {warning.link !== journey.next?.link && <OpenButton link={warning.link} kind="quiet" />}
      <details className="why">
        <summary>
          {say("why")}
          <ChevronIcon />
        </summary>
        {deadline && <p>{deadlineReason(deadline, journey)}</p>}
        {warning.evidence && <EvidenceLine evidence={warning.evidence} />}
        <SourceLine source={warning.source} />
        <ContactLines contacts={contacts} />
      </details>
    </li>
  )
}

/** What must be true before a bank account or wallet is linked. */
function Prerequisites({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <details className="more">
      <summary>
        {say("prerequisites_heading", { count: ids.length })}
        <ChevronIcon />
      </summary>
      <ul className="prerequisites">
        {ids.map((id) => (
          <li key={id}>{sayOf("prerequisite", id)}</li>
        ))}
      </ul>
    </details>
  )
}

function deadlineOf(warning: WarningView, journey: Journey): DeadlineView | undefined {
  return [...journey.person, ...journey.trainings.flatMap((training) => training.steps)]
    .flatMap((step) => step.deadlines)
    .find((deadline) => deadline.id === warning.deadline && deadline.training === warning.training)
}
