import browser from "webextension-polyfill"

/** Which of the host patterns the person has granted; Firefox lets them take each back at any time. */
export async function grantedPatterns(patterns: readonly string[]): Promise<Set<string>> {
  const granted = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  )
  return new Set(patterns.filter((_, index) => granted[index]))
}
