import browser from "webextension-polyfill"
import type { JejakDatabase } from "../storage/database"

/** In `storage.local`: everything was to be deleted while the browser did not open the database. */
const LEFT = "delete-when-opened"

/** Whether something could not be opened when everything was to be deleted. @throws what the browser throws */
export async function isLeft(): Promise<boolean> {
  return (await browser.storage.local.get(LEFT))[LEFT] === true
}

/** Deletes it. To be called before anything else is done with the database. @throws Dexie errors, or what the browser throws */
export async function forgetWhatWasLeft(database: JejakDatabase): Promise<void> {
  await clearTables(database)
  await browser.storage.local.remove(LEFT)
}

/** Has everything deleted once the browser opens the database. */
export function leave(): Promise<void> {
  return browser.storage.local.set({ [LEFT]: true })
}

/** @throws Dexie errors; then nothing is deleted */
export async function clearTables(database: JejakDatabase): Promise<void> {
  await database.transaction("rw", database.tables, () =>
    Promise.all(database.tables.map((table) => table.clear())),
  )
}
