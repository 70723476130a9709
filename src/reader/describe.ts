import type { Site } from "../programmes/schema-sites"
import type { Mode } from "../programmes/steps"
import type { Calendar } from "./dates"
import type { DescribedMeaning, DescribedSignal, Description, Label } from "./description"
import { type Normaliser, normaliser, type Spelling } from "./normalise"
import { remembered } from "./outline"
import { anyOf } from "./patterns"
import { phraseBook } from "./phrase-book"
import { firstRun } from "./phrases"
import { wordsOf } from "./site-words"

const LABELS: readonly Label[] = ["provider", "schedule", "boughtOn"]

/** Makes a site's description ready for its pages' scripts, once. */
export const descriptionOf = remembered((site: Site): Description => {
  const spelling = spellingOf(site)
  const normal = normaliser(spelling)
  const { phrases, add } = phraseBook(normal, site.spelling)
  const meant: DescribedMeaning[] = []
  const mean = (texts: readonly string[], meaning: DescribedMeaning) => add(texts, meant.push(meaning) - 1)
  const broken: string[] = []
  let error: Pick<Description, "error"> = {}
  for (const [at, signal] of site.signals.entries())
    try {
      mean(signal.words, { is: signal.scope === "account" ? "account" : "signal", signal: at })
      mean(signal.section ?? [], { is: "section", signal: at })
    } catch (thrown) {
      // What is silent beside it has to be: it may stand there unseen.
      broken.push(signal.id)
      const { name, message, stack } = thrown as Error
      error = { error: { name, message, stack: `${stack}` } }
    }
  mean(site.card.sections, { is: "section" })
  mean(site.silentHeadings, { is: "silence" })
  for (const named of Object.values(site.card.modes)) mean(named, { is: "mode" })
  for (const [wallet, named] of Object.entries(site.providers)) mean(named, { is: "wallet", wallet })
  return {
    hosts: site.hosts,
    silentPaths: site.silentPaths,
    signals: site.signals.map(described),
    spelling,
    calendar: calendarOf(site),
    phrases,
    meant,
    labels: LABELS.map((label) => [label, labelSource(site.card[label])]),
    firstOfLabels: LABELS.flatMap((label) => site.card[label].map(firstRun)),
    modes: named(normal, Object.entries(site.card.modes) as [Mode, string[]][]),
    wallets: named(normal, Object.entries(site.providers)),
    silent: site.silentHeadings.map((phrase) => wordsOf(normal, phrase.replace(/\{\w+\}/g, ""))),
    broken,
    ...error,
  }
})

function described(signal: Site["signals"][number]): DescribedSignal {
  const { words, section, strength, claims, source, ...rest } = signal
  return { ...rest, speaks: words.length > 0, sectioned: section !== undefined }
}

/** Of each list, the first stands for all. */
function spellingOf({ spelling }: Site): Spelling {
  const standard = Object.fromEntries(
    spelling.flatMap(([first = "", ...variants]) =>
      variants.map((variant) => [variant.toLowerCase(), first.toLowerCase()]),
    ),
  )
  return [`(?<![\\p{L}\\p{N}])${anyOf(Object.keys(standard))}(?![\\p{L}\\p{N}])`, standard]
}

function calendarOf({ months: lists, clocks }: Site): Calendar {
  const months = Object.fromEntries(
    lists.flatMap((names, at) => names.map((name) => [name.toLowerCase(), at + 1])),
  )
  const names = anyOf(Object.keys(months))
  return {
    named: `(?<=\\d)[\\s-]+(${names})\\.?(?![\\p{L}])([\\s,-]+(?=\\d{4}(?!\\d)))?`,
    months,
    ...(clocks ? { clocks } : {}),
  }
}

const labelSource = (names: readonly string[]) =>
  `^[^\\p{L}\\p{N}]*${anyOf(names)}(?![\\p{L}\\p{N}-])[^\\p{L}\\p{N}]*`

const named = <Id>(normal: Normaliser, ids: readonly [Id, readonly string[]][]): [Id, string[]][] =>
  ids.map(([id, phrases]) => [id, phrases.map((phrase) => wordsOf(normal, phrase))])
