import type { Signal } from "../programmes/schema-sites"
import type { StepId } from "../programmes/steps"
import type { ShownTraining } from "./places"
import { isDone, type Progress } from "./progress"

/** Where words stood that name no training. */
interface Lone {
  signal: Signal
  /** The key of the site. */
  site: string
}

const PURCHASE: StepId = "purchase"

/**
 * The id of the training that words outside any card are taken to speak of; what they say is only proposed.
 * - That something was bought: the one training that has no title; else one that is not known to be bought and that the
 *   person added or that was seen on this site; else the place of the purchase that comes next.
 * - Anything else: a training on which that step is not done.
 * Of several the one that was last seen on this site, else the oldest.
 */
export function trainingOfLone({ signal, site }: Lone, progress: Progress): string {
  const { trainings, nextPlace } = progress
  const step = signal.claims
    .map(({ step }) => step)
    .find((id) => progress.steps.some((s) => s.rule.id === id))
  const isOpen = ({ id }: ShownTraining) =>
    progress.steps.some((of) => of.training === id && of.rule.id === step && !isDone(of))
  const seenHere = (training: ShownTraining) => training.sightings.some(({ key }) => key === site)
  const [first = { id: nextPlace }] = trainings
  if (step === PURCHASE) {
    const untitled = trainings.filter(({ particulars }) => particulars.title === undefined)
    if (untitled[0]) return untitled[0].id
    const unbought = trainings.filter((of) => isOpen(of) && (!of.tentative || seenHere(of)))
    return (lastSeenOn(site, unbought) ?? unbought[0])?.id ?? nextPlace
  }
  const real = trainings.filter(({ optional }) => !optional)
  const open = real.filter(isOpen)
  return (lastSeenOn(site, open) ?? open[0] ?? lastSeenOn(site, real) ?? first).id
}

function lastSeenOn(site: string, trainings: readonly ShownTraining[]): ShownTraining | undefined {
  const last = ({ sightings }: ShownTraining) => sightings.find(({ key }) => key === site)?.last
  return trainings
    .filter((training) => last(training) !== undefined)
    .reduce<ShownTraining | undefined>(
      (newest, next) => ((last(next) ?? "") > ((newest && last(newest)) ?? "") ? next : newest),
      undefined,
    )
}
