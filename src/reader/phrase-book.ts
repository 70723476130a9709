import type { Site } from "../programmes/schema-sites"
import { lettered, type Normaliser } from "./normalise"
import { escaped } from "./patterns"
import { AMOUNT, firstRun, firstWord, type Phrases } from "./phrases"

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

const PIECES = lettered("@|[\\p{L}\\p{N}]+", "g")

/** Phrases being made ready for a vocabulary. */
export interface PhraseBook {
  /** @param meaning by its number @throws for what is no phrase; then none of them is there */
  add(phrases: readonly string[], meaning: number): void
  phrases: Phrases
}

/** @param spelling by which `normal` goes: what a text may begin with, or hold, instead of a phrase's own words */
export function phraseBook(normal: Normaliser, spelling: Site["spelling"]): PhraseBook {
  const spelt = spelling.flat().map((text) => text.toLowerCase())
  const heads = new Set(spelt.map(firstRun))
  const patterns = new Map<string, [string, number][]>()
  const phrases: Phrases = { heads: [...heads], pieces: [], patterns: {} }
  /** What stands in every text that has the phrase's meaning, however it is spelt. */
  const pieceOf = (phrase: string) =>
    (
      phrase.replace(/\{\w+\}/g, (wildcard) => (wildcard === "{email}" ? "@" : " ")).match(PIECES(phrase)) ??
      []
    )
      .filter((piece) => !spelt.some((text) => text.includes(piece)))
      .sort((a, b) => b.length - a.length)[0] ?? ""
  return {
    phrases,
    add(texts, meaning) {
      for (const text of texts.map(normal)) {
        const source = escaped(text).replace(/\\\{(\w+)\\\}/g, (part, name) => WILDCARDS[name] ?? part)
        const first = firstWord(text)
        if (first) heads.add(first)
        else phrases.pieces.push(pieceOf(text))
        patterns.set(first, [...(patterns.get(first) ?? []), [`^${source}$`, meaning]])
      }
      phrases.heads = [...heads]
      phrases.patterns = Object.fromEntries(patterns)
    },
  }
}
