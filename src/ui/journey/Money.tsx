import { formatMoney } from "../language/formats"
import { type MessageKey, say } from "../language/words"
import { useSession } from "../session"

/** The incentives: what has come, what has a date, what can still be earned, and where it goes. */
export function Money() {
  const { journey } = useSession()
  const { received, scheduled, toEarn, most, balance } = journey.money
  const lost = Math.max(0, most - received - scheduled - toEarn)
  const parts: { kind: string; words: MessageKey; amount: number }[] = [
    { kind: "received", words: "money_received", amount: received },
    { kind: "scheduled", words: "money_scheduled", amount: scheduled },
    { kind: "to-earn", words: "money_to_earn", amount: toEarn },
    { kind: "lost", words: "money_lost", amount: lost },
  ]
  const shown = parts.filter((part) => part.kind !== "lost" || part.amount > 0)
  return (
    <section className="money" aria-labelledby="money-heading">
      <h2 id="money-heading">{say("money_heading")}</h2>
      <p className="money-total">
        <strong>{formatMoney(received)}</strong> {say("money_of_most", { most: formatMoney(most) })}
      </p>
      <div className="money-bar" aria-hidden="true">
        {shown
          .filter((part) => part.amount > 0)
          .map((part) => (
            <span key={part.kind} data-money={part.kind} style={{ flexGrow: part.amount }} />
          ))}
      </div>
      <dl>
        {shown.map((part) => (
          <div key={part.kind} data-money={part.kind}>
            <dt>{say(part.words)}</dt>
            <dd>{formatMoney(part.amount)}</dd>
          </div>
        ))}
      </dl>
      <Account balance={balance} />
    </section>
  )
}

function Account({ balance }: { balance: number | undefined }) {
  const { card, wallet } = useSession().journey
  if (balance === undefined && !card && !wallet) return null
  return (
    <dl className="account">
      {balance !== undefined && (
        <div>
          <dt>{say("training_balance")}</dt>
          <dd>{formatMoney(balance)}</dd>
        </div>
      )}
      {card && (
        <div>
          <dt>{say("card")}</dt>
          <dd>
            <span aria-hidden="true">•••• {card.lastFour}</span>
            <span className="visually-hidden">
              {say("card_ends_in", { digits: [...card.lastFour].join(" ") })}
            </span>
          </dd>
        </div>
      )}
      {wallet && (
        <div>
          <dt>{say("wallet")}</dt>
          <dd>{wallet.name}</dd>
        </div>
      )}
    </dl>
  )
}
