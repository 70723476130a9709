import { type Preferences, preferencesSchema, USUAL_PREFERENCES } from "../messages/preferences"
import type { JejakDatabase } from "../storage/database"

/** What the person wants; what cannot be read counts as never said. */
export async function preferencesOf(database: JejakDatabase): Promise<Preferences> {
  const stored = await database.settings.get("preferences")
  if (!stored) return USUAL_PREFERENCES
  try {
    return preferencesSchema.parse(JSON.parse(stored.value))
  } catch {
    return USUAL_PREFERENCES
  }
}

/** Takes effect with the next overview. @throws Dexie errors; then nothing is stored */
export async function savePreferences(database: JejakDatabase, preferences: Preferences): Promise<void> {
  await database.settings.put({ key: "preferences", value: JSON.stringify(preferences) })
}
