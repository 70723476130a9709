import type { Page } from "puppeteer-core"

/** All that the extension has stored in this browser, as one text, asked from one of its pages. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [await chrome.storage.local.get(null), { ...localStorage }, { ...sessionStorage }]
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asking = database.transaction(store).objectStore(store).getAll()
          asking.onsuccess = () => resolve(asking.result)
          asking.onerror = () => reject(asking.error)
        })
        kept.push({ store, rows })
      }
      database.close()
    }
    return JSON.stringify(kept)
  })
}
