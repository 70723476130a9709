/* Sources of patterns, made from the words of a site's description. */

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

/** A pattern's source for one of several texts, the longest that fits; for no text when there are none. */
export function anyOf(texts: Iterable<string>): string {
  return `(?:${
    [...texts]
      .map(escaped)
      .sort((a, b) => b.length - a.length)
      .join("|") || "$."
  })`
}
