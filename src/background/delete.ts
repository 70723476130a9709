import browser from "webextension-polyfill"
import type { JejakDatabase } from "../storage/database"
import { forgetFaults, noteFault } from "./faults"
import { registerReaders } from "./sites"

/** In `storage.local`: everything was to be deleted while the browser did not open the database. */
const LEFT = "delete-when-opened"

/**
 * Forgets everybody and everything on this browser: the whole database in one transaction, then what lies outside of it.
 * Something of the latter that fails is left; nothing of it says anything of anybody.
 * @throws Dexie errors; then nothing is deleted
 */
export async function deleteEverything(database: JejakDatabase): Promise<void> {
  await clearTables(database)
  database.keys.clear()
  const left = await Promise.allSettled([
    // After what is being noted just now.
    forgetFaults()
      .then(() => browser.storage.local.clear())
      .then(() => (database.where === "memory" ? leave() : undefined)),
    browser.storage.session.clear(),
    registerReaders(database).then(giveBackAccess),
    browser.alarms.clearAll(),
    browser.action.setBadgeText({ text: "" }),
    clearNotifications(),
  ])
  for (const each of left) if (each.status === "rejected") noteFault("delete", each.reason)
}

/**
 * Deletes what could not be opened when everything was to be deleted. To be called before anything else is done with the
 * database. @throws Dexie errors, or what the browser throws
 */
export async function forgetWhatWasLeft(database: JejakDatabase): Promise<void> {
  if ((await browser.storage.local.get(LEFT))[LEFT] !== true) return
  await clearTables(database)
  await browser.storage.local.remove(LEFT)
}

function leave(): Promise<void> {
  return browser.storage.local.set({ [LEFT]: true })
}

async function clearTables(database: JejakDatabase): Promise<void> {
  await database.transaction("rw", database.tables, () =>
    Promise.all(database.tables.map((table) => table.clear())),
  )
}

/** All hosts but those that came with the install. */
async function giveBackAccess(): Promise<void> {
  const { host_permissions: atInstall = [] } = browser.runtime.getManifest() as {
    host_permissions?: string[]
  }
  const { origins = [] } = await browser.permissions.getAll()
  const given = origins.filter((origin) => !atInstall.includes(origin))
  if (given.length > 0) await browser.permissions.remove({ origins: given })
}

async function clearNotifications(): Promise<void> {
  const shown = await browser.notifications.getAll()
  await Promise.all(Object.keys(shown).map((id) => browser.notifications.clear(id)))
}
