import { lettered, remembering } from "./normalise"

/** Longest text that is compared with a phrase at all. */
export const LONGEST_PHRASE = 160

/** Less than a thousand million: nobody is paid more. */
export const AMOUNT = "(?:rp|idr)\\.? ?(?<amount>\\d{1,3}(?:[.,]\\d{3}){1,2}|\\d{1,9})(?:[.,]-|[.,]00)?"

/** What a phrase's wildcards stood for, by name, as text. */
export type Captures = Record<string, string>

/** A set of phrases, as patterns. */
export interface Phrases {
  /** First runs of letters of all texts that could mean anything; and pieces of which one stands in all others that could. */
  heads: string[]
  pieces: string[]
  /** The patterns' sources by the first word, "" where a wildcard stands before its end, with the number of what each means. */
  patterns: Record<string, [source: string, meaning: number][]>
}

/** A set of phrases that is asked what a whole text means; texts of other words cost one look-up. */
export interface Vocabulary<Meaning> {
  /**
   * Whether a text could mean anything, told by its first word without the cost of normalising it.
   * @param lower in lower case
   * @param first its first run of letters and digits
   */
  mayMean(lower: string, first: string): boolean
  /** @param text normalised. */
  meanings(text: string): (Meaning & { captures: Captures })[]
}

/** Empty where a wildcard stands before the first word's end. */
export const firstWord = (text: string) => FIRST_WORD(text).exec(text)?.[0] ?? ""
const FIRST_WORD = lettered("^[\\p{L}\\p{N}]+(?![\\p{L}\\p{N}{])")

/** The first run of letters and digits: the first word, or what becomes of it once spelt otherwise. */
export const firstRun = (text: string) => RUN(text).exec(text)?.[0] ?? ""
const RUN = lettered("[\\p{L}\\p{N}]+")

export function vocabulary<Meaning extends object>(
  phrases: Phrases,
  meant: readonly Meaning[],
): Vocabulary<Meaning> {
  const { pieces } = phrases
  const heads = new Set(phrases.heads)
  const known = new Map(Object.entries(phrases.patterns))
  const pattern = remembering((source: string) => new RegExp(source))
  return {
    mayMean(lower, first) {
      if (heads.has(first)) return true
      for (const piece of pieces) if (lower.includes(piece)) return true
      return false
    },
    meanings(text) {
      const found: (Meaning & { captures: Captures })[] = []
      const first = firstWord(text)
      for (const word of first ? [first, ""] : [""])
        for (const [source, meaning] of known.get(word) ?? []) {
          const match = pattern(source).exec(text)
          if (match) found.push({ ...(meant[meaning] as Meaning), captures: { ...match.groups } })
        }
      return found
    },
  }
}

/** Whole rupiah of a captured amount. */
export function rupiah(captured: string): number {
  return Number(captured.replace(/\D/g, ""))
}
