import { EvidenceLine } from "../EvidenceLine"
import { AlertIcon, ChevronIcon } from "../icons"
import { say, sayOf } from "../language/words"
import { SourceLine } from "../SourceLine"
import { useSession } from "../session"

/** What the dashboard wrote when linking failed, and what to do about it; nothing as long as it did not. */
export function ReportedFailure() {
  const { overview, journey } = useSession()
  const { failure: id, failureEvidence } = journey.preflight
  const failure = overview.linkingFailures.find((each) => each.id === id)
  if (!failure) return null
  return (
    <section className="panel failure" data-failure={failure.id} aria-labelledby="failure-heading">
      <h2 id="failure-heading">
        <AlertIcon />
        {say("linking_failed", { label: failure.label })}
      </h2>
      <p>{sayOf("linking", failure.id, "todo")}</p>
      {failureEvidence && <EvidenceLine evidence={failureEvidence} />}
    </section>
  )
}

/** Every word with which linking can fail, and what helps. */
export function LinkingFailures() {
  const { overview } = useSession()
  if (overview.linkingFailures.length === 0) return null
  return (
    <section className="panel" aria-labelledby="linking-heading">
      <h2 id="linking-heading">{say("linking_heading")}</h2>
      {overview.linkingFailures.map(({ id, label, source }) => (
        <details key={id} className="more" data-linking-failure={id}>
          <summary>
            <span>
              <q>{label}</q>
            </span>
            <ChevronIcon />
          </summary>
          <p>{sayOf("linking", id, "todo")}</p>
          <SourceLine source={source} />
        </details>
      ))}
    </section>
  )
}
