import type { Programme } from "../programmes/schema"
import type { MoneyView, PaymentView, StepView } from "./journey"

const UNDER_WAY = ["scheduled", "processing"]

/** What has come, what is on its way and what can still be earned, in rupiah. */
export function moneyOf(
  person: readonly StepView[],
  programme: Programme,
  balance: number | undefined,
): MoneyView {
  const payments = programme.money.payments.flatMap(({ amount, steps, rowMeansDone }) =>
    steps.flatMap((id) => {
      const step = person.find((view) => view.id === id)
      return step ? { step: id, amount, ...standingOf(step, rowMeansDone) } : []
    }),
  )
  const sum = (state: PaymentView["state"]) =>
    payments.reduce((total, payment) => total + (payment.state === state ? payment.amount : 0), 0)
  return {
    payments,
    received: sum("received"),
    scheduled: sum("scheduled"),
    toEarn: sum("to-earn"),
    most: programme.money.most,
    ...(balance !== undefined && { balance }),
  }
}

/** @param rowMeansDone a payment's row shows that its step was done; otherwise the step is the arrival of the money */
function standingOf(
  { state, on, reported }: StepView,
  rowMeansDone: boolean,
): Pick<PaymentView, "state" | "on"> {
  const report = reported?.state ?? ""
  const dated = (day: string | undefined) => (day === undefined ? {} : { on: day })
  const paid = rowMeansDone ? report === "paid" : state === "done"
  if (paid) return { state: "received", ...dated(rowMeansDone ? reported?.on : on) }
  if (UNDER_WAY.includes(report)) return { state: "scheduled", ...dated(reported?.on) }
  if (rowMeansDone && state === "done") return { state: "scheduled" }
  return { state: state === "missed" ? "lost" : "to-earn" }
}
