import type { Keeping } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"

/** How what is noted is kept now. */
export function keepingOf({ where, fullSince }: Pick<JejakDatabase, "where" | "fullSince">): Keeping {
  // Where nothing is stored, it is no matter whether there is room.
  return { where, ...(fullSince !== undefined && where !== "read-only" && { fullSince }) }
}
