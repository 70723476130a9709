import browser from "webextension-polyfill"
import * as z from "zod/mini"
import { importKey } from "../sealing/aes"
import type { DataKey, JejakDatabase } from "../storage/database"

/*
 * The random keys of the participants that are unlocked. They lie in `storage.session`, which is memory only, so that a
 * background that was ended finds them again, and are gone with the browser.
 */

const PREFIX = "key:"
const kept = z.strictObject({ keyId: z.string(), raw: z.string() })

/**
 * Finds the keys again that were there before the background was ended.
 * @param session what lies in `storage.session` @throws what the browser throws
 */
export async function loadKeys(
  database: JejakDatabase,
  session: Promise<Record<string, unknown>> = browser.storage.session.get(null),
): Promise<void> {
  for (const [name, value] of Object.entries(await session)) {
    const found = kept.safeParse(value)
    if (!name.startsWith(PREFIX) || !found.success) continue
    const { keyId, raw } = found.data
    database.keys.set(name.slice(PREFIX.length), { keyId, raw, key: await importKey(raw) })
  }
}

/** Unlocks a participant until they are locked again or the browser is closed. */
export async function keepKey(database: JejakDatabase, participant: string, dataKey: DataKey): Promise<void> {
  const { keyId, raw } = dataKey
  await browser.storage.session.set({ [PREFIX + participant]: { keyId, raw } })
  database.keys.set(participant, dataKey)
}

export async function forgetKey(database: JejakDatabase, participant: string): Promise<void> {
  database.keys.delete(participant)
  database.digested.delete(participant)
  await browser.storage.session.remove(PREFIX + participant)
}
