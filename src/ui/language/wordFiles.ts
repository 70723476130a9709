import { LANGUAGES, type Language } from "../../messages/languages"
import { runInPage } from "../own-script"
import type { Words } from "./words"

declare global {
  /** What the scripts of `words/`, which the build writes, leave behind. */
  var jejakWords: Partial<Record<Language, Words["messages"]>> | undefined
}

const fileOf = (language: Language) => `words/${language}.js`

/** The scripts of `words/`, by their paths in the build. */
export const WORD_FILES = LANGUAGES.map(fileOf)

/**
 * Brings the words of a language here.
 * @param run runs a script of the build by its path; by default in this page
 * @throws Error when it cannot be loaded
 */
export async function loadWords(language: Language, run = runInPage): Promise<Words> {
  if (!globalThis.jejakWords?.[language]) await run(fileOf(language))
  const messages = globalThis.jejakWords?.[language]
  if (!messages) throw new Error(`No words came for "${language}".`)
  return { language, messages }
}
