import { formatInstant, formatOwnTime, formatTimeLeft } from "./language/formats"
import { say } from "./language/words"
import { useSession } from "./session"

/** An instant on the programme's clock and, where it shows something else, on the person's own. */
export function When({ at }: { at: string }) {
  const { journey, overview } = useSession()
  const own = formatOwnTime(at, journey, overview.preferences.zone ?? undefined)
  return (
    <time dateTime={at}>
      {formatInstant(at, journey)}
      {own !== undefined && <span className="own-time"> ({say("own_time", { when: own })})</span>}
    </time>
  )
}

/** How long until an instant, or since when it is over. */
export function TimeLeft({ until }: { until: string }) {
  const { now } = useSession()
  return (
    <span className="time-left" data-until={until}>
      {formatTimeLeft(until, now)}
    </span>
  )
}
