import { distance } from "fastest-levenshtein"
import { dayOf } from "./civil-day"
import type { Particulars } from "./facts"

/** Whether two sites speak of one training: taken for true, asked, or taken for two. */
export const LIKENESSES = ["different", "perhaps", "sure"] as const
export type Likeness = (typeof LIKENESSES)[number]

/** What two sites can be compared by. */
export type Likened = Pick<Particulars, "title" | "provider" | "mode" | "startsAt">

/** From this share of equal letters on, two titles whose words pair up are one training's. */
export const SURE = 0.9
/** From this share of equal letters on, it is asked. */
export const PERHAPS = 0.6
/** A word of at least this many letters may differ by one letter, a slip of whoever typed it, and still be the same. */
const SLIP_LETTERS = 8
/** A title that is only the beginning or a part of another is asked about from this many words and letters on. */
const PART_WORDS = 2
const PART_LETTERS = 10

/**
 * How alike two cards of different sites are, with what speaks for `sure` in numbers so that the likelier of two can be
 * told. Titles are compared without case, punctuation and the institution's name:
 * - `sure`: the same words in the same order, but for slips, and a share of at least `SURE`;
 * - `perhaps`: a share of at least `PERHAPS`, in whatever order, or one title being a part of the other;
 * - titles whose numbers contradict each other ("Excel 1", "Excel 2") are different, and where only one has a number it is
 *   never `sure`.
 * Each of another institution, another way of holding it and another first day makes it one grade less likely; the same
 * first day makes a title that is part of the other, or has the same words in another order, `sure`.
 */
export function likeness(a: Likened, b: Likened): { grade: Likeness; share: number } {
  const [one, other] = [wordsOf(a, b), wordsOf(b, a)]
  const share = shareOf(one, other)
  const numbers = compareNumbers(one, other)
  if (numbers === "contradict") return { grade: "different", share }
  const part = isPart(one, other) || isPart(other, one)
  const same = numbers === "agree" && pairsUp(one, other) && share >= SURE
  const sameDay = agree(a.startsAt, b.startsAt, (x, y) => dayOf(x) === dayOf(y))
  const against = [
    sameDay,
    agree(a.provider, b.provider, isSameInstitution),
    agree(a.mode, b.mode, (x, y) => x === y),
  ].filter((agrees) => agrees === false).length
  const raised = sameDay === true && part && numbers === "agree" ? 1 : 0
  const rank = same ? 2 : part || share >= PERHAPS ? 1 + raised : 0
  return { grade: LIKENESSES[Math.max(0, rank - against)] ?? "different", share }
}

/** A name without case, punctuation and spacing, for comparing with another; "C++" and "C#" stay apart from "C". */
function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{L})[+#]+/gu, (signs) => ` ${[...signs].map((sign) => sign.codePointAt(0)).join(" ")} `)
    .replace(/[\s\p{P}\p{S}]+/gu, " ")
    .trim()
}

/** Whether two names are one's but for case, punctuation and spacing. */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [plainName(a), plainName(b)]
  return one === other && (one !== "" || a === b)
}

/** One name may be the other's with its legal form or its town. */
export function isSameInstitution(a: string, b: string): boolean {
  const [one, other] = [` ${plainName(a)} `, ` ${plainName(b)} `]
  return one.includes(other) || other.includes(one)
}

/** The words of a title, without the name of an institution that either card gives. */
function wordsOf({ title = "", provider }: Likened, other: Likened): string[] {
  const split = (text: string) => plainName(text).split(" ").filter(Boolean).map(inDigits)
  const words = split(title)
  const names = [provider, other.provider].map((name = "") => split(name)).filter((name) => name.length > 0)
  for (const name of names) {
    const text = words.join(" ")
    if (name.length >= words.length) continue
    if (text.endsWith(` ${name.join(" ")}`)) return words.slice(0, -name.length)
    if (text.startsWith(`${name.join(" ")} `)) return words.slice(name.length)
  }
  return words
}

/** The share of letters that need not be changed to turn one into the other, in the better of two orders. */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const ratio = (a: readonly string[], b: readonly string[]) => {
    const [text, against] = [a.join(" "), b.join(" ")]
    const longer = Math.max(text.length, against.length)
    return longer === 0 ? 0 : 1 - distance(text, against) / longer
  }
  return Math.max(ratio(one, other), ratio([...one].sort(), [...other].sort()))
}

function pairsUp(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => isSameWord(word, other[index] ?? ""))
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  return Math.min(a.length, b.length) >= SLIP_LETTERS && !/\p{N}/u.test(a + b) && distance(a, b) === 1
}

/** Whether every word of `part` is one of `whole`'s; its last may be cut off. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length < PART_WORDS || part.join("").length < PART_LETTERS) return false
  const left = [...whole]
  return part.every((word, index) => {
    const at = left.findIndex(
      (candidate) =>
        isSameWord(candidate, word) ||
        (index === part.length - 1 && index > 1 && candidate.startsWith(word) && whole[index] === candidate),
    )
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

/** A number is the same in Roman figures and with leading zeros. */
function inDigits(word: string): string {
  const roman = ROMAN.indexOf(word)
  return roman >= 0 ? String(roman + 1) : word.replace(/(?<!\p{N})0+(?=\p{N})/gu, "")
}

/** Numbers and single letters ("Kelas A"): what tells trainings of one series apart. */
function numbersOf(words: readonly string[]): string[] {
  return words.flatMap((word) => (/^\p{L}$/u.test(word) ? [word] : (word.match(/\p{N}+/gu) ?? []))).sort()
}

function compareNumbers(one: readonly string[], other: readonly string[]) {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  if (a.join(" ") === b.join(" ")) return "agree"
  const within = (few: string[], many: string[]) => few.every((number) => many.includes(number))
  return within(a, b) || within(b, a) ? "unknown" : "contradict"
}

/** Undefined while only one of them, or neither, is known. */
function agree<T>(a: T | undefined, b: T | undefined, same: (a: T, b: T) => boolean): boolean | undefined {
  return a === undefined || b === undefined ? undefined : same(a, b)
}
