import browser, { type Storage } from "webextension-polyfill"
import { OVERVIEW_KEY } from "../messages/overview"

/** Where the overview may lie: that of a participant with a passphrase only in memory. */
const AREAS = ["session", "local"] as const

/** The overview as it was last kept, unchecked; undefined when there is none. */
export async function keptOverview(): Promise<unknown> {
  const found = await Promise.all(AREAS.map((area) => browser.storage[area].get(OVERVIEW_KEY)))
  return found.map((each) => each[OVERVIEW_KEY]).find((each) => each !== undefined)
}

/** Calls `then` with each overview that is kept from now on, unchecked. @returns how to stop that */
export function onKeptOverview(then: (overview: unknown) => void): () => void {
  const changed = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const kept = AREAS.some((each) => each === area) ? changes[OVERVIEW_KEY]?.newValue : undefined
    if (kept !== undefined) then(kept)
  }
  browser.storage.onChanged.addListener(changed)
  return () => browser.storage.onChanged.removeListener(changed)
}
