import browser from "webextension-polyfill"
import type { JejakDatabase } from "../storage/database"
import { forgetFaults, noteFault } from "./faults"
import { clearTables, leave } from "./left-to-delete"
import { registerReaders } from "./sites"

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
