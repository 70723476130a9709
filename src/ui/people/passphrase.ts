import type { MessageKey } from "../language/words"

/** Letters of the shortest passphrase that is taken. */
export const LEAST_LETTERS = 10

/** Different letters that must be left of one without what anybody would try first. */
const LEAST_DIFFERENT = 5

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890"]
const TRIED_FIRST = ["password", "katasandi", "rahasia", "indonesia", "sayang", "bismillah"]

/**
 * What is wrong with a passphrase that is to be set; undefined for one that will do. It guards against what is guessed
 * first, and does not measure strength.
 * @param name that of the person, which everybody at this browser can read
 */
export function weaknessOf(passphrase: string, name: string): MessageKey | undefined {
  const typed = passphrase.trim().normalize("NFKC").toLowerCase()
  if ([...typed].length < LEAST_LETTERS) return "passphrase_too_short"
  const joined = typed.replace(/[\s\p{P}]/gu, "")
  if (/^\d*$/.test(joined)) return "passphrase_only_digits"
  const own = name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter((part) => [...part].length > 2)
  const guessed = [...TRIED_FIRST, ...own].reduce((left, word) => left.replaceAll(word, ""), joined)
  return new Set(withoutRows(guessed)).size < LEAST_DIFFERENT ? "passphrase_too_simple" : undefined
}

/** Without four or more letters that follow each other in the alphabet or on the keyboard. */
function withoutRows(text: string): string {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join("")])
  let left = text
  for (let at = 0; at < left.length; ) {
    const row = rows.map((each) => commonLength(left.slice(at), each)).reduce((a, b) => Math.max(a, b))
    if (row >= 4) left = left.slice(0, at) + left.slice(at + row)
    else at += 1
  }
  return left
}

/** How many letters at the beginning of a text follow each other in a row. */
function commonLength(text: string, row: string): number {
  const from = row.indexOf(text[0] ?? " ")
  let length = 0
  while (from >= 0 && length < text.length && text[length] === row[from + length]) length += 1
  return length
}
