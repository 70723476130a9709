import type { Signal, Site } from "../programmes/schema-sites"
import type { Mode } from "../programmes/steps"
import { type TimeReader, timeReader } from "./dates"
import { anyOf, lettered, type Normaliser, normaliser, REVERSED, remembering, tidy } from "./normalise"
import { remembered, type Unit } from "./outline"
import { type Captures, firstRun, LONGEST_PHRASE, vocabulary } from "./phrases"

const LABELS = ["provider", "schedule", "boughtOn"] as const

export type Label = (typeof LABELS)[number]

type Meaning =
  /** What only says whose page it is counts as no word of progress. */
  | { is: "signal" | "account"; signal: Signal }
  /** A heading that a signal asks for, or under which only trainings stand. */
  | { is: "section"; of: Signal | "trainings" }
  | { is: "mode" | "silence" }
  | { is: "wallet"; wallet: string }

/** A site's description, made ready once. */
export interface SiteWords {
  /** Ids of signals whose words could not be made ready, and why. */
  broken: readonly string[]
  error: unknown
  normal: Normaliser
  times: TimeReader
  /** Whether the text's beginning is that of anything described; of one for which it is not, nothing need be asked. */
  mayTell(text: Pick<Unit, "text" | "dense">): boolean
  /** All that a whole text of the page can mean. */
  meanings(text: Pick<Unit, "text" | "dense">): (Meaning & { captures: Captures })[]
  /** The heading is one of those that a signal asks for, or that trainings stand under. */
  inSection(of: Signal | "trainings", heading: Unit | undefined): boolean
  /** A label at the text's beginning and what comes after it. */
  labelled(unit: Pick<Unit, "text" | "long">): { label: Label; rest: string } | undefined
  mode(text: string): Mode | undefined
  /** Wallets named anywhere in the text. */
  walletsIn(text: string): string[]
  /** One of the words of a code or consent screen stands in the text. */
  speaksOfSilence(text: string): boolean
}

/** "Webinar" in more words than these is said of something else. */
const MOST_WORDS_OF_A_MODE = 4

const APART = lettered("[^\\p{L}\\p{N}]+", "g")

export const siteWords = remembered((site: Site): SiteWords => {
  const normal = normaliser(site.spelling)
  const { add, mayMean, meanings } = vocabulary<Meaning>(normal, site.spelling)
  const understood = remembering((text) => meanings(normal(text)))
  const meaningsOf = (text: string) => (mayMean(text.toLowerCase()) ? understood(text) : [])
  const mayLabel = (text: string) => firstOfLabels.has(firstRun(text.toLowerCase()))
  const broken: string[] = []
  let error: unknown
  for (const signal of site.signals)
    try {
      add(signal.words, { is: signal.scope === "account" ? "account" : "signal", signal })
      add(signal.section ?? [], { is: "section", of: signal })
    } catch (thrown) {
      // What is silent beside it has to be: it may stand there unseen.
      broken.push(signal.id)
      error = thrown
    }
  add(site.card.sections, { is: "section", of: "trainings" })
  add(site.silentHeadings, { is: "silence" })
  const modes = Object.entries(site.card.modes) as [Mode, string[]][]
  for (const [, phrases] of modes) add(phrases, { is: "mode" })
  const wallets = Object.entries(site.providers)
  for (const [wallet, phrases] of wallets) add(phrases, { is: "wallet", wallet })
  const silent = site.silentHeadings.map((phrase) => phrase.replace(/\{\w+\}/g, ""))
  const labels = LABELS.map((label) => ({
    label,
    pattern: lettered(`^[^\\p{L}\\p{N}]*${anyOf(site.card[label])}(?![\\p{L}\\p{N}-])[^\\p{L}\\p{N}]*`, "i"),
  }))

  const firstOfLabels = new Set(LABELS.flatMap((label) => site.card[label].map(firstRun)))

  const plain = (text: string) => {
    const words = normal(tidy(text))
    return ` ${words.replace(APART(words), " ")} `
  }
  /** The ids of those of whose phrases one stands in the text. */
  const namedIn = <Id>(ids: readonly [Id, readonly string[]][], text: string): Id[] => {
    const words = plain(text)
    return ids.filter(([, phrases]) => phrases.some((one) => words.includes(plain(one)))).map(([id]) => id)
  }

  return {
    broken,
    error,
    normal,
    times: timeReader(site),
    mayTell({ text, dense }) {
      const lower = text.toLowerCase()
      return mayMean(lower) || mayLabel(lower) || (dense !== undefined && mayMean(dense.toLowerCase()))
    },
    meanings({ text, dense }) {
      if (text.length > LONGEST_PHRASE || text.includes(REVERSED)) return []
      const found = meaningsOf(text)
      return found.length === 0 && dense !== undefined ? meaningsOf(dense) : found
    },
    inSection: (of, heading) =>
      !!heading && meaningsOf(heading.text).some((one) => one.is === "section" && one.of === of),
    labelled({ text, long }) {
      for (const { label, pattern } of long || !mayLabel(text) ? [] : labels) {
        const match = pattern(text).exec(text)
        if (match) return { label, rest: text.slice(match[0].length) }
      }
      return undefined
    },
    mode: remembering((text) =>
      text.split(" ").length > MOST_WORDS_OF_A_MODE ? undefined : namedIn(modes, text)[0],
    ),
    walletsIn: (text) => namedIn(wallets, text),
    speaksOfSilence: (text) => namedIn([["", silent]], text).length > 0,
  }
})
