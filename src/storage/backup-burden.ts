import { trainingOf } from "../journey/identities"
import type { BackupContent } from "./backup-schema"

/*
 * How long a journey takes to compute grows with the square of what is compared in it. Nobody has more than some dozens of each;
 * a file that was made to have thousands would keep the browser busy for minutes at every change.
 */

/** Trainings, their names, and words on which of them are one, in one file. */
export const MOST_COMPARED = 400

/** Whether a file holds more of what is compared with each other than anybody has. */
export function isTooMuch({ facts }: Pick<BackupContent, "facts">): boolean {
  const trainings = new Set<string>()
  const names = new Set<string>()
  let words = 0
  for (const fact of facts) {
    if ("sealed" in fact) continue
    const training = trainingOf(fact)
    if (training !== undefined) trainings.add(`${fact.participant} ${training}`)
    const { title, provider } = ("particulars" in fact && fact.particulars) || {}
    if (title !== undefined) names.add(JSON.stringify([fact.participant, training, title, provider]))
    if (fact.by === "person" && (fact.kind === "same" || fact.kind === "split")) words += 1
  }
  return [trainings.size, names.size, words].some((count) => count > MOST_COMPARED)
}
