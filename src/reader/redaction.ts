import type { Site } from "../programmes/schema-sites"
import { descriptionOf } from "./describe"
import { isLong, remembered } from "./outline"
import { phraseBook } from "./phrase-book"
import { type Captures, LONGEST_PHRASE, vocabulary } from "./phrases"
import { siteWords } from "./site-words"

/** Takes out of a page's texts everything that could be anybody's: what is left is the description's or stands for something. */
export interface Redactor {
  /** A shown text, tidied: a phrase of the site's description as it stands there, anything else as `hidden` has it. */
  shown(text: string): string
  /** Nothing of the text but how many words and numbers it has, roughly, and how it ends. */
  hidden(text: string): string
  /** The description's phrase that the whole text is, with what its wildcards stood for replaced. */
  phrase(text: string): string | undefined
  /** The address's path, with every part replaced that does not stand in the description. */
  path(url: URL): string
  /** The text could be one that came out of here: no other word is in it. */
  allows(text: string): boolean
  /** The same of a path. */
  allowsPath(path: string): boolean
}

/** What stands for any word, number, share, amount, card number and day of a page, and for marks without any. */
const WORD = "kata"
const NUMBER = "0"
const SHARE = "0%"
const MONEY = "Rp0"
const CARD = "0000 0000 0000 0000"
const DAY = "1/1/2000"
const DAYS = `${DAY} - ${DAY}`
const MARK = "•"
/** A part of a path that no description has. */
const REPLACED = "x"
const STANDING: Captures = { amount: MONEY, card: CARD, any: WORD, name: WORD, email: WORD }

const WILDCARD = /\{(\w+)\}/g
const MONEY_IN_TEXT = /(?<![\p{L}\d])(?:rp|idr)\.? ?\d[\d.,-]*/giu
const CARD_ALONE = /^\d{4}(?:[ -]?\d{4}){3}$/
const MASKED_ACCOUNT = /[\s\d*x•.()-]+$/u
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** Prose stays prose and what is none does not become it, by how `isLong` tells them; the true length is not kept. */
const MOST_OF_PROSE = 60
const LEAST_OF_PROSE = 21
const LEAST_LENGTH_OF_PROSE = 60
const MOST_OF_A_TEXT = 20
const MOST_OF_A_SENTENCE = 12
const MOST_SEGMENTS = 12

export const redactorOf = remembered((site: Site): Redactor => {
  const words = siteWords(descriptionOf(site))
  const described = phrasesOf(site)
  const book = phraseBook(words.normal, site.spelling)
  for (const [at, phrase] of described.entries()) book.add([phrase], at)
  const phrases = vocabulary(
    book.phrases,
    described.map((phrase) => ({ phrase })),
  )
  const segments = segmentsOf(site)
  const known = new Set(
    [...described.map((phrase) => filled(phrase, standing)), WORD, NUMBER, SHARE, MONEY, CARD, DAYS, MARK]
      .flatMap((text) => text.toLowerCase().split(" "))
      .flatMap((word) => [word, word.replace(/[:.,]$/, "")]),
  )

  const phrase = (text: string): string | undefined => {
    if (text.length > LONGEST_PHRASE) return undefined
    const literal = (one: { phrase: string }) => one.phrase.replace(WILDCARD, "").length
    const [best] = phrases.meanings(words.normal(text)).sort((one, other) => literal(other) - literal(one))
    if (!best) return undefined
    const [wallet = "", ...others] = words.walletsIn(best.captures.any ?? "")
    const name = others.length === 0 ? site.providers[wallet]?.[0] : undefined
    return filled(best.phrase, (wildcard) => (wildcard === "any" && name) || standing(wildcard))
  }
  /** A wallet's name before digits or what hides them. */
  const account = (text: string): string | undefined => {
    const name = text.replace(MASKED_ACCOUNT, "")
    const isWallet = words.meanings({ text: name }).some(({ is }) => is === "wallet")
    return name !== text && isWallet ? `${phrase(name)} ${NUMBER}` : undefined
  }
  const labelled = (text: string): string | undefined => {
    const found = words.labelled({ text, long: isLong(text) })
    if (!found) return undefined
    const before = text.slice(0, text.length - found.rest.length)
    const written = before.replace(EDGES, "").toLowerCase()
    const label = site.card[found.label].find((one) => one.toLowerCase() === written)
    return label && `${label}${before.includes(":") ? ":" : ""} ${inner(found.rest)}`.trim()
  }
  const inner = (text: string): string => {
    const kept = phrase(text) ?? account(text)
    if (kept !== undefined) return kept + ending(text)
    return labelled(text) ?? blanked(text, isLong(text) ? 0 : words.times(text).dates.length, true)
  }

  return {
    phrase,
    shown: (text) => capital(inner(text)),
    hidden: (text) => capital(blanked(text, 0, false)),
    path({ pathname }) {
      const parts = pathname.toLowerCase().split("/").filter(Boolean).slice(0, MOST_SEGMENTS)
      return `/${parts.map((part) => (segments.has(part) ? part : REPLACED)).join("/")}`
    },
    allowsPath: (path) => path.split("/").every((part) => part === REPLACED || segments.has(part)),
    allows: (text) =>
      text
        .toLowerCase()
        .split(" ")
        .every((word) => word === "" || known.has(word) || known.has(word.replace(/[:.,]$/, ""))),
  }
})

const standing = (wildcard: string) => STANDING[wildcard] ?? NUMBER

const filled = (phrase: string, fill: (wildcard: string) => string) =>
  phrase.replace(WILDCARD, (_, wildcard: string) => fill(wildcard))

/** Alike for every text, since a page's own case may tell a name from a word. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Every phrase that a whole text of the site's pages can be. */
function phrasesOf({ signals, card, silentHeadings, providers }: Site): string[] {
  return [
    ...signals.flatMap(({ words, section = [] }) => [...words, ...section]),
    ...[card.sections, card.provider, card.schedule, card.boughtOn, silentHeadings].flat(),
    ...[...Object.values(card.modes), ...Object.values(providers)].flat(),
  ]
}

function segmentsOf({ home, silentPaths, signals }: Site): Set<string> {
  const paths = signals.flatMap(({ address, paths = [] }) => [...paths, ...(address ? [address.path] : [])])
  return new Set(
    [new URL(home).pathname, ...silentPaths, ...paths].flatMap((path) => path.toLowerCase().split(/[/?#]+/)),
  )
}

/** The mark at a text's end, of its kind. */
function ending(text: string): string {
  const mark = /([:.,!?…|•·])["'”’)]*$/u.exec(text)?.[1]
  if (!mark) return ""
  return /[:,]/.test(mark) ? mark : /[|•·]/.test(mark) ? ` ${MARK}` : "."
}

/**
 * The text without its words and numbers.
 * @param days how many days it names, told apart from other numbers
 * @param kinds whether amounts and card numbers are told apart too
 */
function blanked(text: string, days: number, kinds: boolean): string {
  if (kinds && CARD_ALONE.test(text)) return CARD
  const tokens = (kinds ? text.replace(MONEY_IN_TEXT, MONEY) : text)
    .split(" ")
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
  if (tokens.length === 0) return MARK
  const stand = tokens.map((token): string => {
    if (kinds && token.replace(EDGES, "") === MONEY) return MONEY
    if (/\p{L}/u.test(token)) return WORD
    return token.includes("%") ? SHARE : NUMBER
  })
  if (days > 0) {
    const isDay = (token: string, at: number) => /\d/.test(token) && stand[at] !== MONEY
    const first = tokens.findIndex(isDay)
    const count =
      tokens.length - first - [...tokens.keys()].reverse().findIndex((at) => isDay(tokens[at] ?? "", at))
    stand.splice(first, count, days > 1 ? DAYS : DAY)
  }
  const end = ending(text)
  if (!isLong(text)) stand.splice(end === "." ? MOST_OF_A_SENTENCE : MOST_OF_A_TEXT)
  else {
    stand.splice(MOST_OF_PROSE)
    while (stand.length < LEAST_OF_PROSE || stand.join(" ").length < LEAST_LENGTH_OF_PROSE) stand.push(WORD)
  }
  return stand.join(" ") + end
}
