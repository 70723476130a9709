import type { Fact } from "../journey/facts"
import { aside } from "./aside"
import type { DataKey, JejakDatabase, SealedFact } from "./database"
import { keyOf, present } from "./locking"
import { sealFacts } from "./sealing"

/**
 * Facts of several participants as they are to lie, as part of the transaction around it: what is encrypted already stays
 * as it is.
 * @throws UnknownParticipant or Locked
 */
export async function rowsOf(
  database: JejakDatabase,
  facts: readonly (Fact | SealedFact)[],
): Promise<(Fact | SealedFact)[]> {
  const keys = new Map<string, DataKey | undefined>()
  for (const fact of facts)
    if (!("sealed" in fact) && !keys.has(fact.participant))
      keys.set(fact.participant, keyOf(database, await present(database, fact.participant)))
  return aside(async () => {
    const rows = facts.map(async (fact) =>
      "sealed" in fact ? [fact] : sealFacts(keys.get(fact.participant), [fact]),
    )
    return (await Promise.all(rows)).flat()
  })
}
