import punycode from "punycode/punycode.js"

/** Letters of other scripts that look like a Latin one, so that whole words can be built of them. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  // Cyrillic
  ...{ а: "a", в: "b", с: "c", ԁ: "d", е: "e", ԍ: "g", г: "r", һ: "h", н: "h", і: "i", ј: "j", к: "k" },
  ...{
    ӏ: "l",
    м: "m",
    п: "n",
    о: "o",
    р: "p",
    ԛ: "q",
    ѕ: "s",
    т: "t",
    и: "u",
    ѵ: "v",
    ԝ: "w",
    х: "x",
    у: "y",
  },
  // Greek
  ...{
    α: "a",
    β: "b",
    ε: "e",
    η: "n",
    ι: "i",
    κ: "k",
    μ: "m",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
  },
  // Latin letters that do not come apart into a letter and a mark
  ...{
    ı: "i",
    ȷ: "j",
    ɑ: "a",
    ɡ: "g",
    ł: "l",
    đ: "d",
    ø: "o",
    ħ: "h",
    ŧ: "t",
    ɩ: "i",
    ƙ: "k",
    ƿ: "p",
    ʀ: "r",
  },
}

/** Digits that stand for letters. */
const DIGITS: Readonly<Record<string, string>> = {
  ...{ 0: "o", 1: "il", 2: "z", 3: "e", 4: "a", 5: "s", 6: "bg", 7: "t", 8: "b", 9: "g" },
}

/** Stands for a letter that looks like none of ours. */
const STRANGE = "?"

/** One label of a host in Latin letters. */
export interface Lettering {
  /** Lower case; `?` for a letter that looks like none of ours. */
  text: string
  /** It is written with letters that are not ASCII. */
  foreign: boolean
}

/** Reads one label of a host as it looks, foreign letters by what they resemble. */
export function lettering(label: string): Lettering {
  const shown = decoded(label).toLowerCase()
  if (/^[\x20-\x7e]*$/.test(shown)) return { text: shown, foreign: false }
  const bare = shown.normalize("NFKD").replace(/\p{M}/gu, "")
  const text = Array.from(bare, (letter) => LOOKS_LIKE[letter] ?? (letter <= "~" ? letter : STRANGE)).join("")
  return { text, foreign: true }
}

/** A label with the letters that it is written with: `xn--…` is decoded (RFC 3492). */
export function decoded(label: string): string {
  try {
    return punycode.toUnicode(label)
  } catch {
    return label
  }
}

/** Whether a text may be taken for `wanted`, where a strange letter (a third of them at most) is any letter. */
export function looksLike(text: string, wanted: string): boolean {
  const strange = text.split(STRANGE).length - 1
  return strange * 3 <= wanted.length && fits(text, wanted, (letter) => letter === STRANGE)
}

/** Whether a text is `wanted` with digits in the place of letters, or with digits added. */
export function isWithDigits(text: string, wanted: string): boolean {
  if (!/\d/.test(text)) return false
  const stands = (digit: string, letter: string) => DIGITS[digit]?.includes(letter) ?? false
  return (
    text.replace(/\d/g, "") === wanted ||
    fits(text.replace(/\d+$/, ""), wanted, stands) ||
    fits(text, wanted, stands)
  )
}

function fits(text: string, wanted: string, stands: (own: string, letter: string) => boolean): boolean {
  if (text.length !== wanted.length) return false
  return Array.from(wanted).every((letter, i) => text[i] === letter || stands(text[i] ?? "", letter))
}
