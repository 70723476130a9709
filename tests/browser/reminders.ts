import type { Page } from "puppeteer-core"

/** A reminder as it lies in the extension's own database. */
export interface StoredReminder {
  id: string
  at: string
  state: "planned" | "shown" | "skipped"
  settledAt?: string
  snoozed?: boolean
}

/** Every reminder of the plan. @param page any page of the extension */
export function storedReminders(page: Page): Promise<StoredReminder[]> {
  return page.evaluate(
    () =>
      new Promise<StoredReminder[]>((resolve, reject) => {
        const opening = indexedDB.open("jejak")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction("reminders").objectStore("reminders").getAll()
          all.onerror = () => reject(all.error)
          all.onsuccess = () => {
            opening.result.close()
            resolve(all.result as StoredReminder[])
          }
        }
      }),
  )
}

/** Puts the moments of planned reminders into the past, as if the computer had slept through them. */
export async function sleepThrough(page: Page, ids: readonly string[]): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("jejak")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("reminders", "readwrite")
          const store = transaction.objectStore("reminders")
          for (const id of wanted) {
            const found = store.get(id)
            found.onsuccess = () =>
              store.put({ ...found.result, at: new Date(Date.now() - 7_200_000).toISOString() })
          }
          transaction.onerror = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    [...ids],
  )
}

/** Ids and words of the notifications that stand now. */
export function notificationsShown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await (chrome.notifications.getAll() as unknown as Promise<object>)
    return Object.keys(all)
  })
}

export async function clearNotifications(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const all = await (chrome.notifications.getAll() as unknown as Promise<object>)
    await Promise.all(Object.keys(all).map((id) => chrome.notifications.clear(id)))
  })
}
