import type { Signal, Site } from "../programmes/schema"
import type { Mode } from "../programmes/steps"
import { type Normaliser, normaliser, remembering, tidy } from "./normalise"
import type { Unit } from "./outline"
import { type Captures, LONGEST_PHRASE, type Vocabulary, vocabulary } from "./phrases"

export type Label = "provider" | "schedule" | "boughtOn"

export type Meaning =
  | { is: "signal"; signal: Signal }
  | { is: "label"; label: Label }
  | { is: "mode"; mode: Mode }
  | { is: "section" }
  | { is: "silence" }
  | { is: "wallet"; wallet: string }

/** A site's description, made ready once. */
export interface SiteWords {
  site: Site
  normal: Normaliser
  /** All that a whole text of the page can mean. */
  meanings(unit: Unit): { meaning: Meaning; captures: Captures }[]
  /** The headings that a signal asks for. */
  inSection(signal: Signal, heading: string): boolean
  /** A label at the text's beginning and what comes after it. */
  labelled(text: string): { label: Label; rest: string } | undefined
  mode(text: string): Mode | undefined
  /** Wallets named anywhere in the text. */
  walletsIn(text: string): string[]
  /** One of the words of a code or consent screen stands in the text. */
  speaksOfSilence(text: string): boolean
}

/** "Webinar" in more words than these is said of something else. */
const MOST_WORDS_OF_A_MODE = 4

const made = new WeakMap<Site, SiteWords>()

export function siteWords(site: Site): SiteWords {
  const known = made.get(site)
  if (known) return known
  const words = make(site)
  made.set(site, words)
  return words
}

function make(site: Site): SiteWords {
  const normal = normaliser(site.spelling)
  const all = vocabulary<Meaning>(normal)
  const sections = new Map<Signal, Vocabulary<true>>()
  const addAll = (phrases: readonly string[], meaning: Meaning) => {
    for (const phrase of phrases) all.add(phrase, meaning)
  }
  for (const signal of site.signals) {
    addAll(signal.words, { is: "signal", signal })
    if (!signal.section) continue
    const asked = vocabulary<true>(normal)
    for (const phrase of signal.section) asked.add(phrase, true)
    sections.set(signal, asked)
    addAll(signal.section, { is: "section" })
  }
  addAll(site.card.sections, { is: "section" })
  addAll(site.silentHeadings, { is: "silence" })
  const labels: [string, Label][] = []
  for (const label of ["provider", "schedule", "boughtOn"] as const) {
    for (const phrase of site.card[label]) {
      addAll([phrase, `${phrase}: {any}`], { is: "label", label })
      labels.push([normal(phrase), label])
    }
  }
  labels.sort(([a], [b]) => b.length - a.length)
  const modes = Object.entries(site.card.modes) as [Mode, string[]][]
  for (const [mode, phrases] of modes) addAll(phrases, { is: "mode", mode })
  const wallets = Object.entries(site.providers)
  for (const [wallet, phrases] of wallets) addAll(phrases, { is: "wallet", wallet })
  const silent = site.silentHeadings.map((phrase) => normal(phrase.replace(/\{\w+\}/g, "").trim()))

  const meaningsOf = remembering((text) => all.meanings(normal(text)))

  return {
    site,
    normal,
    meanings({ text, dense }) {
      if (text.length > LONGEST_PHRASE) return []
      const found = meaningsOf(text)
      return found.length === 0 && dense !== undefined ? meaningsOf(dense) : found
    },
    inSection(signal, heading) {
      const asked = sections.get(signal)
      return !asked || asked.meanings(normal(tidy(heading))).length > 0
    },
    labelled(text) {
      const plain = normal(text)
      for (const [phrase, label] of labels)
        if (plain.startsWith(phrase) && !/^[\p{L}\p{N}-]/u.test(plain.slice(phrase.length)))
          return { label, rest: afterWords(text, phrase.split(" ").length) }
      return undefined
    },
    mode: remembering((text) => {
      if (text.split(" ").length > MOST_WORDS_OF_A_MODE) return undefined
      const plain = normal(text)
      return modes.find(([, phrases]) => phrases.some((phrase) => hasWords(plain, normal(phrase))))?.[0]
    }),
    walletsIn(text) {
      const plain = normal(text)
      return wallets.flatMap(([id, names]) =>
        names.some((name) => hasWords(plain, normal(name))) ? [id] : [],
      )
    },
    speaksOfSilence(text) {
      const plain = normal(tidy(text))
      return silent.some((phrase) => phrase !== "" && hasWords(plain, phrase))
    },
  }
}

/** What is left of a text after its first words, in the page's own letters. */
function afterWords(text: string, count: number): string {
  const spaced = text.replace(/^[^\p{L}\p{N}]+/u, "").replace(/([^\d\s]) ?[:：] ?/, "$1: ")
  return spaced
    .split(" ")
    .slice(count)
    .join(" ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
}

function hasWords(text: string, words: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${words.replace(/[^\p{L}\p{N}]+/gu, " ")} `)
}
