import { useEffect, useMemo, useRef, useState } from "react"
import type { History, HistoryEntry } from "../../journey/history"
import { formatDate, today } from "../language/formats"
import { say } from "../language/words"
import { useSession } from "../session"
import { FactEntry } from "./FactEntry"
import { type Filter, isShown } from "./filter"

/** How many entries are shown at once. */
const PAGE = 50

/** What was noted, newest first, by day, as far as the filter lets it through. */
export function FactList({ history, filter }: { history: History; filter: Filter }) {
  const { journey } = useSession()
  const [pages, setPages] = useState(1)
  const shown = useMemo(() => history.entries.filter((entry) => isShown(filter, entry)), [history, filter])
  const byId = useMemo(() => new Map(history.entries.map((entry) => [entry.id, entry])), [history])
  const wanted = shown.findIndex(({ id }) => id === filter.fact)
  const count = Math.max(pages * PAGE, wanted + 1)
  const days = useMemo(() => byDay(shown.slice(0, count), journey.zone), [shown, count, journey.zone])
  useGoTo(wanted < 0 ? undefined : filter.fact)
  const showMore = () => {
    setPages(Math.ceil(count / PAGE) + 1)
    // The button goes away with the last page, and the keyboard should not.
    requestAnimationFrame(() => {
      const entries = document.querySelectorAll<HTMLElement>("[data-fact]")
      entries[Math.min(count, entries.length - 1)]?.focus()
    })
  }
  if (shown.length === 0) return <p className="facts-none">{say("facts_none")}</p>
  return (
    <div className="facts">
      {days.map(({ day, entries }) => (
        <section key={day} className="facts-day" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`}>{formatDate(day)}</h3>
          <ol>
            {entries.map((entry) => (
              <FactEntry
                key={entry.id}
                entry={entry}
                about={entry.about === undefined ? undefined : byId.get(entry.about)}
                titled={filter.training.kind === "all"}
              />
            ))}
          </ol>
        </section>
      ))}
      <p className="facts-count" role="status">
        {say("facts_count", { shown: Math.min(count, shown.length), all: shown.length })}
      </p>
      {count < shown.length && (
        <button type="button" className="button quiet" data-action="more-facts" onClick={showMore}>
          {say("facts_more")}
        </button>
      )}
    </div>
  )
}

/** Takes the keyboard, once, to the entry that the address asks for. */
function useGoTo(fact: string | undefined): void {
  const gone = useRef<string>()
  useEffect(() => {
    if (fact === undefined || gone.current === fact) return
    gone.current = fact
    const entries = [...document.querySelectorAll<HTMLElement>("[data-fact]")]
    entries.find(({ dataset }) => dataset.fact === fact)?.focus()
  }, [fact])
}

/** Entries under the day of the programme's zone on which each was noted. */
function byDay(entries: readonly HistoryEntry[], zone: string): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = today(zone, Date.parse(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
