import browser from "webextension-polyfill"
import { patternsOf } from "../programmes/patterns"
import type { Site } from "../programmes/schema"

/** Which of the sites' patterns the person has granted; Firefox lets them take each back at any time. */
export async function grantedPatterns(sites: readonly Site[]): Promise<Set<string>> {
  const patterns = sites.flatMap(patternsOf)
  const granted = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  )
  return new Set(patterns.filter((_, index) => granted[index]))
}
