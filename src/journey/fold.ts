import type { Programme } from "../programmes/schema"
import { addDays, civilDateOf, instantAt } from "./calendar"
import { eventsOf, signalOf } from "./claims"
import { disputesOf } from "./disputes"
import { epoch } from "./epoch"
import type { Fact, SeenFact } from "./facts"
import { factsThatCount, identitiesOf } from "./identities"
import type { Journey, StepView } from "./journey"
import { moneyOf } from "./money"
import { nextStepOf } from "./next-step"
import { preflightOf } from "./preflight"
import { progressOf, type StepProgress } from "./progress"
import { hiddenOf, judgementsOf, namesOf, questionsOf } from "./questions"
import { evidenceOf, viewOf } from "./views"
import { warningsOf } from "./warnings"

/**
 * Everything that is shown, from the facts, the pack and the clock alone.
 * @param facts one person's, in any order, repeated or not
 * @param now an instant (ISO 8601)
 */
export function foldJourney(facts: readonly Fact[], programme: Programme, now: string): Journey {
  const identities = identitiesOf(facts, programme)
  const ordered = factsThatCount(identities)
  const progress = progressOf(ordered, eventsOf(identities, programme), programme, identities.ids)
  const view = (step: StepProgress) => viewOf(step, progress, programme, now)
  const person = progress.steps.filter(({ training }) => training === undefined).map(view)
  const judged = judgementsOf(identities, programme)
  const disputed = disputesOf(ordered, programme)
  const trainings = progress.trainings.map((training, index) => {
    const { id, particulars, optional, tentative } = training
    return {
      id,
      ...(particulars.title && { title: particulars.title }),
      particulars,
      first: index === 0,
      tentative,
      seenOn: namesOf(training),
      judged: judged.get(id) ?? [],
      disputed: disputed.get(id) ?? [],
      optional,
      steps: progress.steps.filter((step) => step.training === id).map(view),
    }
  })
  const flagged = progress.steps.find(({ decision }) => decision.flagged)?.decision.flagged
  const seen = ordered.filter((fact): fact is SeenFact => fact.by === "page")
  const balance = balanceOf(seen, programme)
  const warnings = warningsOf(
    {
      person,
      trainings,
      now,
      ...(flagged && { flagged: evidenceOf(flagged, programme) }),
      ...(balance !== undefined && { balance }),
    },
    programme,
  )
  const next = nextStepOf(person, trainings, warnings, programme)
  const lastFour = seen.findLast(({ values }) => values?.card)?.values?.card?.lastFour
  const wallet = walletOf(seen, person, programme)
  const preflight = preflightOf(ordered, person, programme, now)
  const steps = [...person, ...trainings.flatMap(({ steps }) => steps)]
  const changesAt = nextChange(steps, preflight.wait?.until, programme.zone, now)
  return {
    programme: programme.id,
    zone: programme.zone,
    zoneLabel: programme.zoneLabel,
    computedAt: now,
    changesAt,
    ...(next && { next }),
    warnings,
    person,
    trainings,
    questions: questionsOf(ordered, progress.trainings, identities, programme),
    hidden: hiddenOf(identities, programme),
    preflight,
    money: moneyOf(person, programme, balance),
    ...(lastFour && { card: { lastFour } }),
    ...(wallet && { wallet }),
  }
}

/** The newest amount that a page shows for the person rather than for a payment: the training balance, in rupiah. */
function balanceOf(seen: readonly SeenFact[], programme: Programme): number | undefined {
  return seen.findLast(
    (fact) => fact.values?.amount !== undefined && signalOf(fact, programme)?.scope === "person",
  )?.values?.amount
}

function walletOf(seen: readonly SeenFact[], person: readonly StepView[], { wallets }: Programme) {
  if (!person.some(({ id, state }) => id === "wallet" && state === "done")) return undefined
  const provider = seen.findLast(({ values }) => values?.provider)?.values?.provider
  const wallet = wallets.find(({ id }) => id === provider)
  return wallet && { provider: wallet.id, name: wallet.name }
}

/** The next instant at which the clock alone changes what is shown: an opening, a last moment, the end of a wait, or a new day. */
function nextChange(
  steps: readonly StepView[],
  waitsUntil: string | undefined,
  zone: string,
  now: string,
): string {
  const moments = steps.flatMap(({ deadlines }) => deadlines.flatMap(({ opens, due }) => [opens, due]))
  moments.push(waitsUntil)
  const midnight = instantAt(`${addDays(civilDateOf(now, zone), 1)}T00:00`, zone)
  return moments
    .filter((moment) => moment !== undefined)
    .filter((moment) => epoch(moment) > epoch(now))
    .reduce((soonest, moment) => (epoch(moment) < epoch(soonest) ? moment : soonest), midnight)
}
