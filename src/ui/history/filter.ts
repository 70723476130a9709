import { useCallback, useEffect, useState } from "react"
import type { HistoryEntry } from "../../journey/history"

/** No id of a training holds this sign. */
const NONE = "~"

/** What of the history is shown, as it stands in the address. */
export interface Filter {
  training: { kind: "all" } | { kind: "none" } | { kind: "one"; id: string }
  /** The fact to go to. */
  fact?: string
}

/** The part of an address after "#" that shows this. */
export function hashOf({ training, fact }: Filter): string {
  const parts = new URLSearchParams()
  if (training.kind !== "all") parts.set("training", training.kind === "none" ? NONE : training.id)
  if (fact !== undefined) parts.set("fact", fact)
  return `#${parts}`
}

/** What an address asks for; whatever it holds besides is left alone. */
function filterIn(hash: string): Filter {
  const parts = new URLSearchParams(hash.replace(/^#/, ""))
  const [id, fact] = [parts.get("training"), parts.get("fact")]
  return {
    training:
      id === null || id === "" ? { kind: "all" } : id === NONE ? { kind: "none" } : { kind: "one", id },
    ...(fact !== null && { fact }),
  }
}

/** Whether the filter lets an entry through. What was said of two trainings belongs to both. */
export function isShown({ training }: Filter, entry: HistoryEntry): boolean {
  if (training.kind === "all") return true
  if (training.kind === "none") return entry.training === undefined && entry.other === undefined
  return entry.training === training.id || entry.other?.training === training.id
}

/** The filter of this page's address, and a way to change it there. */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(() => filterIn(location.hash))
  useEffect(() => {
    const changed = () => setFilter(filterIn(location.hash))
    addEventListener("hashchange", changed)
    return () => removeEventListener("hashchange", changed)
  }, [])
  const change = useCallback((next: Filter) => {
    history.replaceState(null, "", hashOf(next))
    setFilter(next)
  }, [])
  return [filter, change]
}
