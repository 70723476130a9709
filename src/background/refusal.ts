import type { Failure } from "../messages/messages"
import { NoProgramme } from "../programmes/registry"
import { SealBroken } from "../sealing/aes"
import { BackupError } from "../storage/backup-error"
import type { JejakDatabase } from "../storage/database"
import { Locked, UnknownParticipant } from "../storage/locking"
import { isOfQuota } from "../storage/quota"
import { WrittenByLater } from "../storage/read-only"
import { TookTooLong } from "./patience"

/** A message that is not carried out, with the reason that the person is told. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure)
  }
}

/** What was done in memory could not be kept, and was taken back. */
export class StorageFull extends Error {}

/** Names of Dexie's errors, and of the browser's behind them, by which there is no database now. */
const UNAVAILABLE = [
  "OpenFailedError",
  "MissingAPIError",
  "DatabaseClosedError",
  "InvalidStateError",
  "SecurityError",
  "VersionError",
  "UnknownError",
]

/** What the person is told of an error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure
  if (error instanceof BackupError) return error.reason
  if (error instanceof Locked) return "locked"
  if (error instanceof UnknownParticipant) return "unknown-participant"
  if (error instanceof SealBroken) return "facts-unreadable"
  if (error instanceof TookTooLong) return "storage-unavailable"
  if (error instanceof NoProgramme) return "rules-unreadable"
  if (error instanceof WrittenByLater) return "storage-newer"
  if (error instanceof StorageFull || isOfQuota(error)) return "storage-full"
  return namesOf(error).some((name) => UNAVAILABLE.includes(name)) ? "storage-unavailable" : "internal"
}

/**
 * What the person is told of an error in some work with a database, by what is known of that besides.
 * @param refusals `database.refusals` before the work
 */
export function failureIn(
  { where, refusals: now }: Pick<JejakDatabase, "where" | "refusals">,
  error: unknown,
  refusals: number,
): Failure {
  const failure = failureOf(error)
  if (!FOLLOWING.includes(failure)) return failure
  // What a later version has stored may be no longer as this one reads it: nothing but that version helps then.
  if (where === "read-only") return "storage-newer"
  // All but the first thing that found no room is told only that it was aborted.
  return now > refusals ? "storage-full" : failure
}

/** What may only follow from how the database is. */
const FOLLOWING: readonly Failure[] = ["internal", "storage-unavailable", "facts-unreadable"]

/** An error's name and those of the errors that it wraps. */
function namesOf(error: unknown): string[] {
  if (typeof error !== "object" || error === null) return []
  const name = "name" in error && typeof error.name === "string" ? [error.name] : []
  const several = "failures" in error && Array.isArray(error.failures) ? error.failures : []
  return [...name, ...("inner" in error ? namesOf(error.inner) : []), ...several.flatMap(namesOf)]
}
