import { type Fact, factSchema } from "../journey/facts"
import { open, SealBroken, seal } from "../sealing/aes"
import type { DataKey, SealedFact } from "./database"

/*
 * What is sealed and opened with a participant's random key. Nothing here touches the database; within a transaction
 * each call has to be wrapped in `aside`.
 */

/** Facts as they are to lie on the disk: without a key as they are. */
export function sealFacts(key: DataKey | undefined, facts: readonly Fact[]): Promise<(Fact | SealedFact)[]> {
  return Promise.all(
    facts.map(async (fact) => {
      if (!key) return fact
      const { id, participant } = fact
      const sealed = await seal(key.key, JSON.stringify(fact), id)
      return { id, participant, at: "" as const, sealed }
    }),
  )
}

/** All of these facts, or none. @throws SealBroken when one of them cannot be opened */
export function openFacts(key: DataKey | undefined, rows: readonly (Fact | SealedFact)[]): Promise<Fact[]> {
  return Promise.all(
    rows.map(async (row) => {
      if (!("sealed" in row)) return row
      if (!key) throw new SealBroken("there is no key to it")
      const text = await open(key.key, row.sealed, row.id)
      const fact = factSchema.safeParse(parse(text))
      if (!fact.success || fact.data.id !== row.id || fact.data.participant !== row.participant)
        throw new SealBroken("is not what it was sealed as")
      return fact.data
    }),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
