import { useState } from "react"
import { PROVIDER_POINT } from "../../programmes/preflight-points"
import { say, sayOf } from "../language/words"
import { useSession } from "../session"

/** Which bank or wallet the person will link. */
export function WalletChoice() {
  const { overview, participant, journey, send } = useSession()
  // What was just picked shows at once; what is stored follows, or comes back when storing failed.
  const [picked, setPicked] = useState<string>()
  const chosen = picked ?? journey.preflight.provider
  const choose = async (provider: string) => {
    setPicked(provider)
    await send({
      type: "check",
      participant: participant.id,
      prerequisite: PROVIDER_POINT,
      provider,
      met: true,
    })
    setPicked((newest) => (newest === provider ? undefined : newest))
  }
  return (
    <fieldset className="panel wallet-choice">
      <legend>
        <h2>{say("wallet_choice_heading")}</h2>
      </legend>
      <p className="hint">{say("wallet_choice_hint")}</p>
      <div className="choices">
        {overview.wallets.map(({ id, name, kind }) => (
          <label key={id} className="choice" data-wallet={id}>
            <input
              type="radio"
              name="wallet"
              value={id}
              checked={chosen === id}
              onChange={() => void choose(id)}
            />
            <span className="choice-name">{name}</span>
            <span className="choice-kind">{sayOf("wallet_kind", kind)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
