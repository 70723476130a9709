import browser from "webextension-polyfill"
import type { Language } from "../../messages/languages"
import type { Words } from "./words"

declare global {
  /** What the scripts of `words/`, which the build writes, leave behind. */
  var jejakWords: Partial<Record<Language, Words["messages"]>> | undefined
}

/** Brings the words of a language into this page. @throws Error when the script cannot be loaded */
export async function loadWords(language: Language): Promise<Words> {
  if (!globalThis.jejakWords?.[language]) await runScript(browser.runtime.getURL(`words/${language}.js`))
  const messages = globalThis.jejakWords?.[language]
  if (!messages) throw new Error(`No words came for "${language}".`)
  return { language, messages }
}

function runScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${address} could not be loaded.`))
    document.head.append(script)
  })
}
