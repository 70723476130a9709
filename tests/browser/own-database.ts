import type { Page } from "puppeteer-core"

/** What a version of the database is like, and what lies in it, by table. */
export interface LaidDown {
  /** As the browser counts: ten times Dexie's. */
  version: number
  stores: { name: string; keyPath: string; indexes: { name: string; keyPath: string | string[] }[] }[]
  rows: Record<string, object[]>
}

/** All that lies in the extension's own database. @param page any page of the extension */
export function databaseOf(page: Page): Promise<{ version: number; tables: Record<string, unknown[]> }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("jejak")
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = () => reject(opening.error)
      // There is none: it is not to be made by looking.
      opening.onupgradeneeded = () => opening.transaction?.abort()
    })
    const database = opening.result
    const tables: Record<string, unknown[]> = {}
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      tables[name] = all.result
    }
    const { version } = database
    database.close()
    return { version, tables }
  })
}

/** Puts a database of another version in the place of the extension's own. */
export async function layDown(page: Page, laid: LaidDown): Promise<void> {
  await page.evaluate(async ({ version, stores, rows }) => {
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase("jejak")
      deleting.onsuccess = resolve
      deleting.onerror = () => reject(deleting.error)
    })
    const opening = indexedDB.open("jejak", version)
    await new Promise((resolve, reject) => {
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, indexes } of stores) {
          const store = opening.result.createObjectStore(name, { keyPath })
          for (const index of indexes) store.createIndex(index.name, index.keyPath)
          for (const row of rows[name] ?? []) store.add(row)
        }
      }
      opening.onsuccess = resolve
      opening.onerror = () => reject(opening.error)
    })
    opening.result.close()
  }, laid)
}

/** Makes the extension's database one of a later version, with a table that today's knows nothing of. */
export async function comeFromTheFuture(page: Page, version: number): Promise<void> {
  await page.evaluate(async (later) => {
    const opening = indexedDB.open("jejak", later)
    await new Promise((resolve, reject) => {
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("dreams", { keyPath: "id" }).add({ id: "kept" })
      }
      opening.onsuccess = resolve
      opening.onerror = () => reject(opening.error)
    })
    opening.result.close()
  }, version)
}
