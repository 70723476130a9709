/** They take no room on the page; line breaks and tabs have become spaces before. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu
/** What comes after them is shown in another order than it stands: no words can be told from it. */
const REVERSING = /[\u202d\u202e]/g
/** Stands in their place. */
export const REVERSED = "\ufffd"
/** White space is ASCII, too. */
const BEYOND_ASCII = /[^\t-\r\x20-\x7e]/

/** What most texts are: there is nothing to tidy. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/

/** The text as a reader sees it: one kind of space, no invisible characters. Letters keep their case. */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text
  const plain = BEYOND_ASCII.test(text)
    ? text.normalize("NFKC").replace(/\s/g, " ").replace(REVERSING, REVERSED).replace(INVISIBLE, "")
    : text
  return plain.replace(/\s+/g, " ").trim()
}

/**
 * A pattern in which `\p{L}`, `\p{Ll}` and `\p{N}` stand within brackets, as it is to be used on a text: browsers take a hundred times as
 * long to make ready one that knows all letters of the world, and hardly any text asks for it.
 */
export function lettered(source: string, flags = ""): (text: string) => RegExp {
  let [plain, wide]: (RegExp | undefined)[] = []
  return (text) => {
    if (OTHER_LETTERS.test(text)) {
      wide ??= new RegExp(source, `${flags}u`)
      return wide
    }
    plain ??= new RegExp(
      source.replace(/\\p\{(\w+)\}/g, (_, name) => ASCII[name] ?? ""),
      flags,
    )
    return plain
  }
}

/** Neither ASCII nor a mark that is common in texts of ASCII otherwise. */
const OTHER_LETTERS = /[^\t-\r\x20-\x7e\xb7\u2010-\u2027\u2030-\u205e]/
const ASCII: Record<string, string> = { L: "A-Za-z", Ll: "a-z", N: "0-9" }

const EDGES = lettered("^[^\\p{L}\\p{N}{]+|(?<=[\\p{L}\\p{N}}])[^\\p{L}\\p{N}}]+$", "g")

/** Turns tidied text into the one form in which texts and phrases are compared. */
export type Normaliser = (tidied: string) => string

/** What is replaced in a text, as a pattern's source, and by what. */
export type Spelling = readonly [source: string, standard: Readonly<Record<string, string>>]

export function normaliser([source, standard]: Spelling): Normaliser {
  const variant = lettered(source, "g")
  return remembering((tidied: string) => {
    const text = plainDashes(tidied.toLowerCase())
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/ ?\/ ?/g, "/")
      .replace(/ ?: /g, " ")
    return text.replace(EDGES(text), "").replace(variant(text), (found) => standard[found] ?? found)
  })
}

export function plainDashes(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, "-")
}

/** As `make`, which is asked once for each text, or whatever it is asked about, while there are not too many. */
export function remembering<Asked, T>(make: (asked: Asked) => T): (asked: Asked) => T {
  const known = new Map<Asked, T>()
  return (asked) => {
    if (known.has(asked)) return known.get(asked) as T
    const value = make(asked)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(asked, value)
    return value
  }
}

/** Texts of a few large pages. */
const MOST_REMEMBERED = 5000

/** Longest run of digits that may be told; anything longer may be a card, an account or a phone. */
const DIGITS_TO_HIDE = /\d(?:[\s-]?\d){8,}|\d(?:[\s.-]?\d){11,}|\d{6,}/g

/** Letters and digits mixed: a redeem code, a voucher. */
const CODE_TO_HIDE = lettered(
  "(?<![\\p{L}\\d])(?=[\\p{L}\\d-]*\\d)(?=[\\p{L}\\d-]*[\\p{L}])[\\p{L}\\d-]{5,}(?![\\p{L}\\d])",
  "g",
)

/** Short evidence: long digit runs and codes are masked, and what is longer than `max` UTF-16 units is cut. */
export function evidence(tidied: string, max = 120): string {
  const hidden = tidied
    .slice(0, 4 * max)
    .replace(DIGITS_TO_HIDE, "••••")
    .replace(CODE_TO_HIDE(tidied), "••••")
  return hidden.length <= max ? hidden : `${hidden.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`
}
