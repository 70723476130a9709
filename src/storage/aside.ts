import { Dexie } from "dexie"

/** Longer than sealing ever takes. */
const LONGEST = 10 * 60_000

/**
 * Does something within a transaction that is not the database's, while that waits. Started outside of the transaction's
 * zone: what follows would otherwise no longer be part of it, and would be committed by itself.
 */
export function aside<Result>(work: () => Promise<Result>): Promise<Result> {
  return Dexie.waitFor(Dexie.ignoreTransaction(work), LONGEST)
}
