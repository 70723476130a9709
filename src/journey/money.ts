import type { Programme } from "../programmes/schema"
import type { MoneyView, StepView } from "./journey"

const UNDER_WAY = ["scheduled", "processing"]

/** What has come, what is on its way and what can still be earned, in rupiah. */
export function moneyOf(
  person: readonly StepView[],
  programme: Programme,
  balance: number | undefined,
): MoneyView {
  const { most, payments } = programme.money
  const money = { received: 0, scheduled: 0, toEarn: 0 }
  for (const { amount, steps, rowMeansDone } of payments) {
    for (const id of steps) {
      const step = person.find((view) => view.id === id)
      if (!step) continue
      const reported = step.reported?.state ?? ""
      const paid = rowMeansDone ? reported === "paid" : step.state === "done"
      if (paid) money.received += amount
      else if (UNDER_WAY.includes(reported) || (rowMeansDone && step.state === "done"))
        money.scheduled += amount
      else if (step.state !== "missed") money.toEarn += amount
    }
  }
  return { ...money, most, ...(balance !== undefined && { balance }) }
}
