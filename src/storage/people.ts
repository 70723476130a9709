import { compareText } from "../journey/order"
import type { JejakDatabase, Participant } from "./database"

/** Whoever is looked at now: the one last chosen, or the first there is. */
export async function currentParticipant(database: JejakDatabase): Promise<Participant | undefined> {
  const chosen = await database.settings.get("current-participant")
  const participant = chosen && (await database.participants.get(chosen.value))
  return participant ?? (await everybody(database))[0]
}

/** All participants, in the order in which they came. */
export async function everybody(database: JejakDatabase): Promise<Participant[]> {
  const people = await database.participants.toArray()
  return people.sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id))
}
