import type { Site } from "../programmes/schema-sites"
import { escaped, lettered, type Normaliser } from "./normalise"

/** Longest text that is compared with a phrase at all. */
export const LONGEST_PHRASE = 160

/** Less than a thousand million: nobody is paid more. */
export const AMOUNT = "(?:rp|idr)\\.? ?(?<amount>\\d{1,3}(?:[.,]\\d{3}){1,2}|\\d{1,9})(?:[.,]-|[.,]00)?"

const WORD_OF_A_NAME = "[^\\s\\d!,:;?@]{1,40}"

const WILDCARDS: Record<string, string> = {
  amount: AMOUNT,
  days: "(?<days>\\d{1,3})",
  n: "(?<n>\\d{1,3})",
  percent: "(?<n>\\d{1,2})",
  any: "(?<any>\\S{1,40}(?: \\S{1,40}){0,7})",
  name: `(?<name>${WORD_OF_A_NAME}(?: ${WORD_OF_A_NAME}){0,5})`,
  email: "(?<email>[\\w.%+-]{1,64}@[\\w.-]{1,80}\\.[a-z]{2,20})",
  card: "(?<card>\\d{4}(?:[ -]?\\d{4}){3})",
}

/** What a phrase's wildcards stood for, by name, as text. */
export type Captures = Record<string, string>

/** A set of phrases that is asked what a whole text means; texts of other words cost one look-up. */
export interface Vocabulary<Meaning> {
  add(phrases: readonly string[], meaning: Meaning): void
  /** Whether a text could mean anything, told by its first word without the cost of normalising it. @param lower in lower case */
  mayMean(lower: string): boolean
  /** @param text normalised. */
  meanings(text: string): (Meaning & { captures: Captures })[]
}

/** Empty where a wildcard stands before the first word's end. */
const firstWord = (text: string) => FIRST_WORD(text).exec(text)?.[0] ?? ""
const FIRST_WORD = lettered("^[\\p{L}\\p{N}]+(?![\\p{L}\\p{N}{])")

/** The first run of letters and digits: the first word, or what becomes of it once spelt otherwise. */
export const firstRun = (text: string) => RUN(text).exec(text)?.[0] ?? ""
const RUN = lettered("[\\p{L}\\p{N}]+")
const PIECES = lettered("@|[\\p{L}\\p{N}]+", "g")

/** @param spelling by which `normal` goes: what a text may begin with, or hold, instead of a phrase's own words */
export function vocabulary<Meaning extends object>(
  normal: Normaliser,
  spelling: Site["spelling"],
): Vocabulary<Meaning> {
  const byFirstWord = new Map<string, { pattern: RegExp; meaning: Meaning }[]>([["", []]])
  const spelt = spelling.flat().map((text) => text.toLowerCase())
  const heads = new Set(spelt.map(firstRun))
  /** A piece of each phrase that has no first word, which stands in every text of that meaning. */
  const pieces: string[] = []
  const pieceOf = (phrase: string) =>
    (
      phrase.replace(/\{\w+\}/g, (wildcard) => (wildcard === "{email}" ? "@" : " ")).match(PIECES(phrase)) ??
      []
    )
      .filter((piece) => !spelt.some((text) => text.includes(piece)))
      .sort((a, b) => b.length - a.length)[0] ?? ""
  const beginningWith = (first: string) => byFirstWord.get(first) ?? []
  return {
    add(phrases, meaning) {
      for (const phrase of phrases) {
        const text = normal(phrase)
        const source = escaped(text).replace(/\\\{(\w+)\\\}/g, (part, name) => WILDCARDS[name] ?? part)
        const first = firstWord(text)
        if (first) heads.add(first)
        else pieces.push(pieceOf(text))
        byFirstWord.set(first, [...beginningWith(first), { pattern: new RegExp(`^${source}$`), meaning }])
      }
    },
    mayMean: (lower) => heads.has(firstRun(lower)) || pieces.some((piece) => lower.includes(piece)),
    meanings(text) {
      return [...new Set([firstWord(text), ""])].flatMap(beginningWith).flatMap(({ pattern, meaning }) => {
        const match = pattern.exec(text)
        return match ? { ...meaning, captures: { ...match.groups } } : []
      })
    },
  }
}

/** Whole rupiah of a captured amount. */
export function rupiah(captured: string): number {
  return Number(captured.replace(/\D/g, ""))
}
