import type { JejakDatabase } from "./database"
import { present } from "./locking"

/** Stands for a participant where it is not known who; no participant's id. */
const NOBODY_KNOWN = ""

/**
 * Takes back all that is known of whose accounts are a participant's.
 * @throws UnknownParticipant
 */
export async function forgetAccounts(database: JejakDatabase, participant: string): Promise<void> {
  const { accounts, participants } = database
  await database.transaction("rw", accounts, participants, async () => {
    await present(database, participant)
    const own = await accounts.where("participant").equals(participant).toArray()
    await accounts.bulkDelete(own.map(({ fingerprint }) => fingerprint))
    // The facts still name the cards, which must not become theirs again by that.
    const cards = own.filter(({ kind }) => kind === "card")
    await accounts.bulkPut(cards.map((card) => ({ ...card, participant: NOBODY_KNOWN })))
  })
}
