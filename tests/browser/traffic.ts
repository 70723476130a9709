/** Who asked for something, as the debugging protocol tells. */
const ASKERS = ["own-page", "background", "content-script", "site", "browser"] as const
export type Asker = (typeof ASKERS)[number]

/** A request as it was about to be made, whatever became of it. */
export interface Asked {
  by: Asker
  url: string
}

/** Every request that any part of the browser makes from now on. */
export interface TrafficMeter {
  seen(): Promise<readonly Asked[]>
}

/** The extension's own files, and what never leaves the browser's memory. */
const STAYS = /^(chrome-extension|moz-extension|data|blob|about):/

/** What we asked of anybody else, each as "who: address". */
export function leftBy(seen: readonly Asked[]): string[] {
  const ours = seen.filter(({ by, url }) => by !== "site" && by !== "browser" && !STAYS.test(url))
  return ours.map(({ by, url }) => `${by}: ${url}`)
}
