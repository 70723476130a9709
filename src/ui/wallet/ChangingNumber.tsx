import { say } from "../language/words"
import { NumberedSteps } from "../NumberedSteps"
import { useSession } from "../session"
import { chosenWallet, walletValues } from "./chosenWallet"

/** In which order a phone number or an account is changed. */
export function ChangingNumber() {
  const session = useSession()
  return (
    <section className="panel" aria-labelledby="changing-heading">
      <h2 id="changing-heading">{say("changing_heading")}</h2>
      <p>{say("changing_note")}</p>
      <NumberedSteps id="changing" values={walletValues(chosenWallet(session))} />
    </section>
  )
}
