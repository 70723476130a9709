import { AlertIcon, CheckIcon, ClockIcon } from "../icons"
import { formatInstant } from "../language/formats"
import { say, sayOf } from "../language/words"
import { NumberedSteps } from "../NumberedSteps"
import { OpenButton } from "../OpenButton"
import { type Session, useSession } from "../session"
import { chosenWallet, walletValues } from "../wallet/chosenWallet"

type Stage = "linked" | "choose" | "unmet" | "open" | "ready"

/** Where the person stands, and what is next: choose, put right, check, or go and link. */
export function PreflightSummary() {
  const session = useSession()
  const { journey, now } = session
  const { unmet, open, wait } = journey.preflight
  const stage = stageOf(session)
  const wallet = stage === "linked" ? journey.wallet : chosenWallet(session)
  const values = { ...walletValues(chosenWallet(session)), ...(wallet && { wallet: wallet.name }) }
  const count = stage === "unmet" ? unmet.length : open.length
  return (
    <section className="panel preflight-summary" data-summary={stage} aria-labelledby="summary-heading">
      <h2 id="summary-heading">
        <StageIcon stage={stage} />
        {sayOf("wallet_summary", stage, "", { ...values, count })}
      </h2>
      {stage === "unmet" ? (
        <>
          <ul className="todo-list">
            {unmet.map((id) => (
              <li key={id}>{sayOf("prerequisite", id, "todo", values)}</li>
            ))}
          </ul>
          {open.length > 0 && <p>{say("wallet_summary_open", { count: open.length })}</p>}
        </>
      ) : (
        stage !== "ready" && <p>{sayOf("wallet_summary", stage, "text", values)}</p>
      )}
      {wait && Date.parse(wait.until) > now && (
        <p className="summary-wait">
          {say("wrong_codes_note", { when: formatInstant(wait.until, journey) })}
        </p>
      )}
      {stage === "ready" && (
        <>
          <h3>{say("way_there_heading")}</h3>
          <NumberedSteps id="way-there" values={values} />
          <OpenButton link="dashboard" kind="primary" />
        </>
      )}
    </section>
  )
}

function stageOf({ journey }: Session): Stage {
  const { provider, unmet, open } = journey.preflight
  if (journey.person.some(({ id, state }) => id === "wallet" && state === "done")) return "linked"
  if (provider === undefined) return "choose"
  if (unmet.length > 0) return "unmet"
  return open.length > 0 ? "open" : "ready"
}

function StageIcon({ stage }: { stage: Stage }) {
  if (stage === "unmet") return <AlertIcon />
  return stage === "linked" || stage === "ready" ? <CheckIcon /> : <ClockIcon />
}
