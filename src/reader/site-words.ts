import type { Mode } from "../programmes/steps"
import { type TimeReader, timeReader } from "./dates"
import type { DescribedSignal, Description } from "./description"
import type { Labelled, Meaning, PhraseMeaning } from "./meaning"
import { lettered, type Normaliser, normaliser, REVERSED, remembering, tidy } from "./normalise"
import type { Unit } from "./outline"
import { firstRun, LONGEST_PHRASE, vocabulary } from "./phrases"

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
  meanings(text: Pick<Unit, "text" | "dense">): readonly Meaning[]
  /** The heading is one of those that a signal asks for, or (null) that trainings stand under. */
  inSection(of: DescribedSignal | null, heading: Unit | undefined): boolean
  /** A label at the text's beginning and what comes after it. */
  labelled(unit: Pick<Unit, "text" | "long">): Labelled | undefined
  mode(text: string): Mode | undefined
  /** Wallets named anywhere in the text. */
  walletsIn(text: string): string[]
  /** One of the words of a code or consent screen stands in the text. */
  speaksOfSilence(text: string): boolean
}

/** "Webinar" in more words than these is said of something else. */
const MOST_WORDS_OF_A_MODE = 4

const APART = lettered("[^\\p{L}\\p{N}]+", "g")

/** The text's words, each between spaces. */
export function wordsOf(normal: Normaliser, text: string): string {
  const words = normal(tidy(text))
  return ` ${words.replace(APART(words), " ")} `
}

export const siteWords = remembering((description: Description): SiteWords => {
  const { signals, modes, wallets, silent } = description
  const normal = normaliser(description.spelling)
  const meant = description.meant.map((one): PhraseMeaning => {
    if (one.is === "section") return { is: one.is, of: signals[one.signal ?? -1] ?? null }
    if (one.is === "signal" || one.is === "account")
      return { is: one.is, described: signals[one.signal] as DescribedSignal }
    return one
  })
  const { mayMean, meanings } = vocabulary(description.phrases, meant)
  const understood = remembering((text: string) => meanings(normal(text)))
  const meaningsOf = (text: string) => {
    const lower = text.toLowerCase()
    return mayMean(lower, firstRun(lower)) ? understood(text) : []
  }
  const labels = description.labels.map(([label, source]) => ({ label, pattern: lettered(source, "i") }))
  const firstOfLabels = new Set(description.firstOfLabels)
  /** The ids of those of whose phrases one stands in the text. */
  const namedIn = <Id>(ids: readonly [Id, readonly string[]][], text: string): Id[] => {
    const words = wordsOf(normal, text)
    return ids.filter(([, phrases]) => phrases.some((one) => words.includes(one))).map(([id]) => id)
  }

  return {
    broken: description.broken,
    error: description.error,
    normal,
    times: timeReader(description.calendar),
    mayTell({ text, dense }) {
      const lower = text.toLowerCase()
      const first = firstRun(lower)
      if (firstOfLabels.has(first) || mayMean(lower, first)) return true
      if (dense === undefined || dense === text) return false
      const denser = dense.toLowerCase()
      return mayMean(denser, firstRun(denser))
    },
    meanings({ text, dense }) {
      if (text.length > LONGEST_PHRASE || text.includes(REVERSED)) return []
      const found = meaningsOf(text)
      return found.length === 0 && dense !== undefined && dense !== text ? meaningsOf(dense) : found
    },
    inSection: (of, heading) =>
      !!heading && meaningsOf(heading.text).some((one) => one.is === "section" && one.of === of),
    labelled({ text, long }) {
      if (long || !firstOfLabels.has(firstRun(text.toLowerCase()))) return undefined
      for (const { label, pattern } of labels) {
        const match = pattern(text).exec(text)
        if (match) return { label, rest: text.slice(match[0].length) }
      }
      return undefined
    },
    mode: remembering((text: string) =>
      text.split(" ").length > MOST_WORDS_OF_A_MODE ? undefined : namedIn(modes, text)[0],
    ),
    walletsIn: (text) => namedIn(wallets, text),
    speaksOfSilence: (text) => namedIn([["", silent]], text).length > 0,
  }
})
