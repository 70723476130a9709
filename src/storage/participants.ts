import type { Fact } from "../journey/facts"
import type { JejakDatabase, Participant } from "./database"

/** Whoever is looked at now: the one last chosen, or the first there is. */
export async function currentParticipant(database: JejakDatabase): Promise<Participant | undefined> {
  const chosen = await database.settings.get("current-participant")
  const participant = chosen && (await database.participants.get(chosen.value))
  return participant ?? (await database.participants.orderBy("id").first())
}

/** Stores a participant together with what they said of themselves, and looks at them from now on. */
export async function saveParticipant(
  database: JejakDatabase,
  participant: Participant,
  said: readonly Fact[],
): Promise<void> {
  const { participants, facts, settings } = database
  await database.transaction("rw", participants, facts, settings, async () => {
    await participants.put(participant)
    await facts.bulkAdd([...said])
    await settings.put({ key: "current-participant", value: participant.id })
  })
}
