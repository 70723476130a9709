import { compareText } from "../journey/order"
import type { JejakDatabase, Participant } from "./database"

/** Whoever is looked at now: the one last chosen, or the first there is. */
export async function currentParticipant(database: JejakDatabase): Promise<Participant | undefined> {
  const chosen = await database.settings.get("current-participant")
  const participant = chosen && (await database.participants.get(chosen.value))
  return participant ?? (await everybody(database))[0]
}

/** The same among everybody. @param chosen the id of the one last chosen */
export function currentAmong(
  people: readonly Participant[],
  chosen: string | undefined,
): Participant | undefined {
  return people.find(({ id }) => id === chosen) ?? inOrder(people)[0]
}

/** All participants, in the order in which they came. */
export async function everybody(database: JejakDatabase): Promise<Participant[]> {
  return inOrder(await database.participants.toArray())
}

function inOrder(people: readonly Participant[]): Participant[] {
  return [...people].sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id))
}
