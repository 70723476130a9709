import { escaped, type Normaliser } from "./normalise"

/** Longest text that is compared with a phrase at all. */
export const LONGEST_PHRASE = 160

const WILDCARDS: Record<string, string> = {
  amount: "(?:rp|idr)\\.? ?(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,10})(?:[.,]-|[.,]00)?",
  days: "(\\d{1,3})",
  n: "(\\d{1,3})",
  any: "(\\S{1,40}(?: \\S{1,40}){0,7})",
  card: "(\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4})",
}

/** What a phrase's wildcards stood for, by name, as text. */
export type Captures = Record<string, string>

interface Entry<Meaning> {
  pattern: RegExp
  names: string[]
  meaning: Meaning
}

/** A set of phrases that is asked what a whole text means; texts of other words cost one look-up. */
export interface Vocabulary<Meaning> {
  add(phrase: string, meaning: Meaning): void
  /** @param text normalised. */
  meanings(text: string): { meaning: Meaning; captures: Captures }[]
}

const FIRST_WORD = /^[\p{L}\p{N}]+/u

export function vocabulary<Meaning>(normal: Normaliser): Vocabulary<Meaning> {
  const byFirstWord = new Map<string, Entry<Meaning>[]>()
  const open: { literal: string; entry: Entry<Meaning> }[] = []
  return {
    add(phrase, meaning) {
      const text = normal(phrase)
      const { pattern, names } = compiled(text)
      const entry = { pattern, names, meaning }
      const first = FIRST_WORD.exec(text)?.[0]
      if (first === undefined || text.startsWith(`${first}{`)) {
        const literals = text.split(/\{\w+\}/).map((part) => part.trim())
        open.push({ literal: literals.sort((a, b) => b.length - a.length)[0] ?? "", entry })
        return
      }
      const entries = byFirstWord.get(first)
      if (entries) entries.push(entry)
      else byFirstWord.set(first, [entry])
    },
    meanings(text) {
      const found: { meaning: Meaning; captures: Captures }[] = []
      const consider = ({ pattern, names, meaning }: Entry<Meaning>) => {
        const match = pattern.exec(text)
        if (!match) return
        const captures: Captures = {}
        for (const [at, name] of names.entries()) captures[name] ??= match[at + 1] ?? ""
        found.push({ meaning, captures })
      }
      for (const entry of byFirstWord.get(FIRST_WORD.exec(text)?.[0] ?? "") ?? []) consider(entry)
      for (const { literal, entry } of open) if (text.includes(literal)) consider(entry)
      return found
    },
  }
}

function compiled(text: string): { pattern: RegExp; names: string[] } {
  const names: string[] = []
  const source = text.replace(/\{(\w+)\}|[^{]+|\{/g, (part, name: string | undefined) => {
    const wildcard = name === undefined ? undefined : WILDCARDS[name]
    if (wildcard === undefined || name === undefined) return escaped(part)
    names.push(name)
    return wildcard
  })
  return { pattern: new RegExp(`^(?:${source})$`), names }
}

/** Whole rupiah of a captured amount. */
export function rupiah(captured: string): number {
  return Number(captured.replace(/\D/g, ""))
}
