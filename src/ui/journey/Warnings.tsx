import type { DeadlineView, Journey, WarningView } from "../../journey/journey"
import type { ContactView, Overview } from "../../messages/overview"
import { ContactLines } from "../ContactLines"
import { EvidenceLine } from "../EvidenceLine"
import { ChevronIcon, SeverityIcon } from "../icons"
import { say, sayOf } from "../language/words"
import { OpenButton } from "../OpenButton"
import { addressOf, openOwnPage } from "../pages"
import { ReportPageOf } from "../report/ReportPageOf"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"
import { GrantAccess } from "../sites/Access"
import { Unfolding } from "../Unfolding"
import { TimeLeft, When } from "../When"
import { deadlineReason } from "./deadline-reason"
import { textBeside } from "./next-words"
import { warningWords } from "./warning-words"

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
  const late = over ? warningWords(warning, "late", journey) : undefined
  const more = warningWords(warning, "more", journey)
  const deadline = deadlineOf(warning, journey)
  // A warning that is itself about being late keeps its own words.
  const missed = late && deadline && sayOf("deadline", deadline.id, "missed")
  const [behindButton, others] = contactsOf(warning, overview)
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
        {late ?? warningWords(warning, "title", journey) ?? warning.id}
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
      {missed ? (
        <p>
          {warning.trainingTitle !== undefined && `${warning.trainingTitle}: `}
          {missed} {say("late_advice")}
        </p>
      ) : (
        <Text of={warning} />
      )}
      <Causes ids={warning.causes} />
      {more !== undefined && <p>{more}</p>}
      {warning.id === "wallet-prerequisites" && <Prerequisites ids={stillToCheck(overview, journey)} />}
      {(warning.id === "wallet-prerequisites" || warning.causes.length > 0) && <WalletButton />}
      {warning.id === "access-missing" && <GrantAccess site={String(warning.values.id)} />}
      {warning.id === "site-unreadable" && <ReportPageOf site={String(warning.values.id)} />}
      {warning.link !== journey.next?.link && <OpenButton link={warning.link} kind="quiet" />}
      <ContactLines contacts={others} />
      <Unfolding
        className="why"
        summary={
          <summary>
            {say("why")}
            <ChevronIcon />
          </summary>
        }
      >
        {deadline && <p>{deadlineReason(deadline, journey)}</p>}
        {warning.evidence && <EvidenceLine evidence={warning.evidence} />}
        <SourceLine source={warning.source} />
        <ContactLines contacts={behindButton} />
      </Unfolding>
    </li>
  )
}

/** Why, and what to do: whose training it is where the next step's card says the rest. */
function Text({ of }: { of: WarningView }) {
  const { journey, now } = useSession()
  const text = textBeside(of, journey, now)
  if (text !== undefined) return <p>{text}</p>
  return of.trainingTitle === undefined ? null : <p>{of.trainingTitle}</p>
}

/** Whom to ask: those that the warning's button leads to, and the others. */
function contactsOf(warning: WarningView, overview: Overview): [ContactView[], ContactView[]] {
  const contacts = warning.contacts.flatMap((id) => overview.contacts.find((each) => each.id === id) ?? [])
  const address = addressOf(overview, warning.link)
  const isBehindButton = ({ url }: ContactView) => url !== undefined && url === address
  return [contacts.filter(isBehindButton), contacts.filter((contact) => !isBehindButton(contact))]
}

/** What is likely to be wrong, the likeliest first. */
function Causes({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <div className="causes">
      <strong>{say("causes_heading")}</strong>
      <ol>
        {ids.map((id) => (
          <li key={id} data-cause={id}>
            {sayOf("cause", id)}
          </li>
        ))}
      </ol>
    </div>
  )
}

function WalletButton() {
  return (
    <button
      type="button"
      className="button quiet"
      data-action="open-wallet"
      onClick={() => void openOwnPage("wallet")}
    >
      {say("wallet_page_open")}
    </button>
  )
}

/** What only tells something, and of what can be ticked that which is not yet so. */
function stillToCheck({ prerequisites }: Overview, { preflight: { open, unmet } }: Journey): string[] {
  return prerequisites
    .filter(({ id, check }) => !check || open.includes(id) || unmet.includes(id))
    .map(({ id }) => id)
}

/** What must be true before a bank account or wallet is linked. */
function Prerequisites({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <Unfolding
      className="more"
      summary={
        <summary>
          {say("prerequisites_heading", { count: ids.length })}
          <ChevronIcon />
        </summary>
      }
    >
      <ul className="prerequisites">
        {ids.map((id) => (
          <li key={id}>{sayOf("prerequisite", id)}</li>
        ))}
      </ul>
    </Unfolding>
  )
}

function deadlineOf(warning: WarningView, journey: Journey): DeadlineView | undefined {
  return [...journey.person, ...journey.trainings.flatMap((training) => training.steps)]
    .flatMap((step) => step.deadlines)
    .find(
      ({ id, training, opens, due }) =>
        id === warning.deadline &&
        training === warning.training &&
        opens === warning.opens &&
        due === warning.due,
    )
}
