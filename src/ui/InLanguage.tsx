import { type ReactNode, useEffect, useState } from "react"
import browser, { type Storage } from "webextension-polyfill"
import { LANGUAGES, type Language } from "../messages/languages"
import { OVERVIEW_KEY, type Overview } from "../messages/overview"
import { storedOverview } from "./stored"
import { FirstOverviewProvider } from "./useOverview"
import { loadWords } from "./wordFiles"
import { foreignLanguage, language, speak } from "./words"

interface Shown {
  /** As it was stored when the page was opened. */
  overview: Overview | undefined
}

/**
 * A whole page in the language that the person wants, from its first paint on; anew whenever that changes.
 * @param children makes the page, so that every word on it is said anew
 */
export function InLanguage({ children }: { children: () => ReactNode }) {
  const [shown, show] = useState<Shown>()
  useEffect(() => {
    let latest = 0
    /** Resolves to whether it is the page's language now; not when another change came after it. */
    const speakAsIn = async (overview: unknown) => {
      latest += 1
      const turn = latest
      const foreign = foreignLanguage(languageIn(overview))
      const words = foreign && (await loadWords(foreign).catch(complain))
      if (turn !== latest) return false
      speak(words)
      document.documentElement.lang = language()
      return true
    }
    const changed = (changes: Record<string, Storage.StorageChange>, area: string) => {
      const change = area === "local" ? changes[OVERVIEW_KEY] : undefined
      if (!change || languageIn(change.newValue) === languageIn(change.oldValue)) return
      void speakAsIn(change.newValue).then((spoken) => spoken && show((before) => before && { ...before }))
    }
    browser.storage.onChanged.addListener(changed)
    const begin = async () => {
      const found = await browser.storage.local.get(OVERVIEW_KEY).catch(complain)
      const stored = found?.[OVERVIEW_KEY]
      await speakAsIn(stored)
      show({ overview: storedOverview(stored) })
    }
    void begin()
    return () => {
      latest += 1
      browser.storage.onChanged.removeListener(changed)
    }
  }, [])
  return shown && <FirstOverviewProvider value={shown.overview}>{children()}</FirstOverviewProvider>
}

/** The language wanted in an overview of any version. */
function languageIn(overview: unknown): Language | "browser" {
  const preferences = memberOf(overview, "preferences")
  const wanted = memberOf(preferences, "language")
  return LANGUAGES.find((each) => each === wanted) ?? "browser"
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (Object.getOwnPropertyDescriptor(value, name)?.value as unknown)
    : undefined
}

function complain(error: unknown): undefined {
  console.error(error)
  return undefined
}
