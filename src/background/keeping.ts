import type { Keeping } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"

/** How what is noted is kept now. */
export function keepingOf({ where, fullSince }: Pick<JejakDatabase, "where" | "fullSince">): Keeping {
  return { where, ...(fullSince !== undefined && { fullSince }) }
}
