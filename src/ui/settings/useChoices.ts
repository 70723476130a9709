import { useEffect, useState } from "react"
import type { Failure } from "../../messages/messages"
import type { Preferences } from "../../messages/preferences"
import { useCommonSession } from "../session"

/** How long it stays beside a setting that it was saved; what failed stays until the next change. */
const SAVED_MILLISECONDS = 4000

/** What came of the last change of one setting. */
export interface Outcome {
  setting: string
  failure?: Failure
}

/** What the person wants of Jejak, and how they change it. */
export interface Choices {
  preferences: Preferences
  outcome: Outcome | undefined
  /** Times that a change failed, so that a field can go back to what holds. */
  failures: number
  /** @param setting the name of the control that was used */
  change(setting: string, part: Partial<Preferences>): void
}

/** One for a whole page: what is chosen in one of its parts must not be undone from another. */
export function useChoices(): Choices {
  const { overview, attempt } = useCommonSession()
  // Two switches in a row must not go by an overview that knows of neither.
  const [wanted, setWanted] = useState<Preferences>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [failures, setFailures] = useState(0)
  const preferences = wanted ?? overview.preferences
  useEffect(() => {
    if (!outcome || outcome.failure) return
    const timer = setTimeout(() => setOutcome(undefined), SAVED_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [outcome])
  const change = async (setting: string, part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    setWanted(next)
    setOutcome(undefined)
    const failure = await attempt({ type: "change-preferences", preferences: next })
    setWanted((latest) => (latest === next ? undefined : latest))
    setOutcome({ setting, ...(failure && { failure }) })
    if (failure) setFailures((before) => before + 1)
  }
  return {
    preferences,
    outcome,
    failures,
    change: (setting, part) => void change(setting, part),
  }
}
