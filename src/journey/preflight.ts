import { PROVIDER_POINT, WRONG_CODES_ADVICE } from "../programmes/preflight-points"
import type { Programme } from "../programmes/schema"
import { minutesAfter } from "./calendar"
import { signalOf } from "./claims"
import { epoch } from "./epoch"
import type { Fact, SaidFact, SeenFact } from "./facts"
import type { PreflightView, StepView } from "./journey"
import { evidenceOf } from "./views"

const STEP = "wallet"

type Check = Extract<SaidFact, { kind: "check" }>

/**
 * How far the person is with what must be true before a bank account or wallet is linked.
 * - A point is said of one wallet; of another one it is open again.
 * - A failure that the page shows opens the points again that it speaks of: the newest word counts.
 * @param facts one person's, in order
 * @param person the person's own steps
 * @param now an instant
 */
export function preflightOf(
  facts: readonly Fact[],
  person: readonly StepView[],
  programme: Programme,
  now: string,
): PreflightView {
  const provider = chosenProvider(facts, programme)
  const bank = programme.wallets.find(({ id }) => id === provider)?.kind === "bank"
  const points = programme.prerequisites
    .filter(({ check, eWalletOnly }) => check && !(eWalletOnly && bank))
    .map(({ id }) => id)
  const said = saidOf(facts, provider, programme)
  const linked = person.some(({ id, state }) => id === STEP && state === "done")
  const failed = linked ? undefined : lastFailure(facts, programme)
  const wait = waitOf(facts, programme, now)
  return {
    ...(provider && { provider }),
    met: points.filter((id) => said.get(id) === true),
    open: points.filter((id) => !said.has(id)),
    unmet: points.filter((id) => said.get(id) === false),
    ...(failed && { failure: failed.id, failureEvidence: evidenceOf(failed.fact, programme) }),
    ...(wait && { wait }),
  }
}

function isCheck(fact: Fact): fact is Check {
  return fact.by === "person" && fact.kind === "check"
}

function chosenProvider(facts: readonly Fact[], { wallets }: Programme): string | undefined {
  const choice = facts
    .filter(isCheck)
    .findLast(
      ({ prerequisite, provider }) =>
        prerequisite === PROVIDER_POINT && wallets.some(({ id }) => id === provider),
    )
  return choice?.met ? choice.provider : undefined
}

/** The newest word about each point of one wallet. */
function saidOf(
  facts: readonly Fact[],
  provider: string | undefined,
  programme: Programme,
): ReadonlyMap<string, boolean> {
  const said = new Map<string, boolean>()
  for (const fact of facts) {
    if (isCheck(fact) && fact.provider === provider) said.set(fact.prerequisite, fact.met)
    if (fact.by === "page")
      for (const id of failureOf(fact, programme)?.prerequisites ?? []) if (said.get(id)) said.delete(id)
  }
  return said
}

function failureOf(fact: SeenFact, programme: Programme) {
  // Another site may use the same id for something else.
  if (!signalOf(fact, programme)) return undefined
  return programme.linkingFailures.find(({ signal }) => signal === fact.signal)
}

/** The newest failure since the wallet was last linked. */
function lastFailure(
  facts: readonly Fact[],
  programme: Programme,
): { id: string; fact: SeenFact } | undefined {
  let last: { id: string; fact: SeenFact } | undefined
  for (const fact of facts) {
    if (saysLinked(fact, programme)) last = undefined
    const failure = fact.by === "page" ? failureOf(fact, programme) : undefined
    if (failure && fact.by === "page") last = { id: failure.id, fact }
  }
  return last
}

function saysLinked(fact: Fact, programme: Programme): boolean {
  if (fact.by === "person") return fact.kind === "step" && fact.step === STEP && fact.state === "done"
  const claims = signalOf(fact, programme)?.claims ?? []
  return claims.some(({ step, state }) => step === STEP && state === "done")
}

function waitOf(
  facts: readonly Fact[],
  { advice, zone }: Programme,
  now: string,
): PreflightView["wait"] | undefined {
  const minutes = advice.find(({ id }) => id === WRONG_CODES_ADVICE)?.values.minutes
  const last = facts.findLast((fact) => fact.by === "person" && fact.kind === "wrong-codes")
  if (minutes === undefined || !last) return undefined
  const until = minutesAfter(last.at, minutes, zone)
  // A clock that was set back would make one wait for days.
  const left = epoch(until) - epoch(now)
  return left > 0 && left <= minutes * MINUTE ? { until, fact: last.id } : undefined
}

const MINUTE = 60_000
