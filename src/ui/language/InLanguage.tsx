import { type ReactNode, useEffect, useState } from "react"
import { LANGUAGES, type Language } from "../../messages/languages"
import type { Overview } from "../../messages/overview"
import { complain } from "../complain"
import { FailedPage, Guarded } from "../Guarded"
import { keptOverview, onKeptOverview } from "../keptOverview"
import { noteUncaught } from "../own-faults"
import { storedOverview } from "../stored"
import { FirstOverviewProvider } from "../useOverview"
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
  useEffect(noteUncaught, [])
  useEffect(() => {
    let latest = 0
    let wanted: Language | "browser" = "browser"
    /** Resolves to whether it is the page's language now; not when another change came after it. */
    const speakAsIn = async (overview: unknown) => {
      latest += 1
      const turn = latest
      wanted = languageIn(overview)
      const foreign = foreignLanguage(wanted)
      const words = foreign && (await loadWords(foreign).catch(complain))
      if (turn !== latest) return false
      speak(words)
      document.documentElement.lang = language()
      return true
    }
    const stop = onKeptOverview((kept) => {
      if (languageIn(kept) === wanted) return
      void speakAsIn(kept).then((spoken) => spoken && show((before) => before && { ...before }))
    })
    const begin = async () => {
      const kept = await keptOverview().catch(complain)
      await speakAsIn(kept)
      show({ overview: storedOverview(kept) })
    }
    void begin()
    return () => {
      latest += 1
      stop()
    }
  }, [])
  return (
    shown && (
      <FirstOverviewProvider value={shown.overview}>
        <Guarded instead={<FailedPage />}>
          <Whole>{children}</Whole>
        </Guarded>
      </FirstOverviewProvider>
    )
  )
}

/** The page itself, made below what catches its mistakes. */
function Whole({ children }: { children: () => ReactNode }) {
  return children()
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
