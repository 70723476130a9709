import browser from "webextension-polyfill"
import * as z from "zod/mini"
import type { JejakDatabase } from "../storage/database"

/** In `storage.session`: what is refused on the disk may still be told there. */
const KEY = "full-since"

/** Notes since when the browser refuses to store more. */
interface Fullness {
  written(): void
  refused(): void
}

/**
 * @param now gives an instant (UTC)
 * @param told called when it has changed
 */
export function fullnessOf(database: JejakDatabase, now: () => string, told: () => void): Fullness {
  const change = (since: string | undefined) => {
    database.fullSince = since
    const { session } = browser.storage
    // It is told for as long as the background lives at least.
    const noted = since === undefined ? session.remove(KEY) : session.set({ [KEY]: since })
    noted.catch(() => undefined)
    told()
  }
  return {
    written: () => {
      if (database.fullSince !== undefined) change(undefined)
    },
    refused: () => {
      if (database.fullSince === undefined) change(now())
    },
  }
}

/** Since when it was so before the background was ended. @param session what lies in `storage.session` */
export async function loadFullness(
  database: JejakDatabase,
  session: Promise<Record<string, unknown>>,
): Promise<void> {
  const since = z.iso.datetime().safeParse((await session)[KEY])
  if (since.success) database.fullSince = since.data
}
