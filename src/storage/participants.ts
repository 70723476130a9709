import type { Fact } from "../journey/facts"
import type { ChosenSite, JejakDatabase, Participant } from "./database"
import { forgetDigest } from "./digests"
import { factRows } from "./fact-rows"
import { appendFacts } from "./facts"
import { present } from "./locking"
import { currentParticipant, everybody } from "./people"
import { forgetCopiesOf } from "./protection"
import { reminderRows } from "./reminders"

/**
 * Stores a participant together with what they said of themselves; a new one is looked at from now on. Whether there is
 * a passphrase is not changed by this.
 * @throws Locked, or Dexie errors; then nothing is stored
 */
export async function saveParticipant(
  database: JejakDatabase,
  { protection: _, ...participant }: Participant,
  said: readonly Fact[],
): Promise<void> {
  const { participants, facts, digests, settings } = database
  await database.transaction("rw", participants, facts, digests, settings, async () => {
    const before = await participants.get(participant.id)
    await participants.put({ ...participant, ...(before?.protection && { protection: before.protection }) })
    await appendFacts(database, participant.id, said)
    if (!before) await lookAt(database, participant.id)
  })
}

/** Looks at another participant from now on. @throws UnknownParticipant */
export function switchParticipant(database: JejakDatabase, id: string): Promise<void> {
  const { participants, settings } = database
  return database.transaction("rw", participants, settings, async () => {
    await present(database, id)
    await lookAt(database, id)
  })
}

/**
 * Forgets a participant with all that is known of them, in one transaction; the first of the others is looked at then, if
 * it was them. Works for one who is locked, too.
 * @returns the sites that were watched for them
 * @throws UnknownParticipant, or Dexie errors; then nothing is forgotten
 */
export function removeParticipant(database: JejakDatabase, id: string): Promise<ChosenSite[]> {
  const { participants, settings, accounts, chosen, sites, dismissals } = database
  return database.transaction("rw", database.tables, async () => {
    await present(database, id)
    const wasCurrent = (await currentParticipant(database))?.id === id
    const watched = await chosen.filter(({ participant }) => participant === id).toArray()
    const left = watched.map((wish) => wish.id)
    await participants.delete(id)
    await factRows(database, id).delete()
    await forgetDigest(database, id)
    await reminderRows(database, id).delete()
    await dismissals.where("id").startsWith(`${id}/`).delete()
    await accounts.where("participant").equals(id).delete()
    await chosen.bulkDelete(left)
    await sites.bulkDelete(left)
    await forgetCopiesOf(database, id)
    const question = await settings.get("account-question")
    if (question && (wasCurrent || question.value.includes(JSON.stringify(id))))
      await settings.delete("account-question")
    if (wasCurrent) {
      const [next] = await everybody(database)
      if (next) await lookAt(database, next.id)
      else await settings.delete("current-participant")
    }
    return watched
  })
}

async function lookAt(database: JejakDatabase, id: string): Promise<void> {
  await database.settings.put({ key: "current-participant", value: id })
}
