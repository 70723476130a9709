import type { DataKey, JejakDatabase, Participant } from "./database"

/** The participant's facts are sealed, and the passphrase was not given since the browser was started. */
export class Locked extends Error {}

/** There is no such participant, or none any more. */
export class UnknownParticipant extends Error {}

type Protected = Pick<Participant, "id" | "protection">

/** What opens and seals for a participant; undefined for one without a passphrase. @throws Locked */
export function keyOf(database: JejakDatabase, { id, protection }: Protected): DataKey | undefined {
  if (!protection) return undefined
  const key = database.keys.get(id)
  if (key?.keyId !== protection.keyId) throw new Locked(id)
  return key
}

export function isLocked(database: JejakDatabase, { id, protection }: Protected): boolean {
  return protection !== undefined && database.keys.get(id)?.keyId !== protection.keyId
}

/**
 * A participant as they are now, for use within a transaction in which `participants` takes part: only there does it
 * hold until the commit whether their facts are sealed, and with which key.
 * @throws UnknownParticipant
 */
export async function present(database: JejakDatabase, id: string): Promise<Participant> {
  const participant = await database.participants.get(id)
  if (!participant) throw new UnknownParticipant(id)
  return participant
}
