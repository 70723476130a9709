import type { Overview } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"

/** Computing anew all that is shown, and then what follows from it. */
export interface Refresh {
  /** What is shown, once it is stored. */
  shown: Promise<Overview>
  /** The same, once the badge, the alarm and the reminders are as they have to be. */
  done: Promise<Overview>
}

/**
 * Lets whoever wants everything computed anew, while somebody is waiting for just that, wait with them: it begins after all of
 * them have asked, and so shows what each of them had changed.
 * @param show computes and stores what is shown @param follow what follows from that
 * @returns what asks for it; with `afterwards` it begins no sooner than whatever is answered by now has gone out
 */
export function refreshing<Shown extends { overview: Overview }>(
  show: (database: JejakDatabase) => Promise<Shown>,
  follow: (database: JejakDatabase, shown: Shown) => Promise<void>,
): (database: JejakDatabase, afterwards?: boolean) => Refresh {
  let waiting: { database: JejakDatabase; refresh: Refresh } | undefined
  let last: Promise<unknown> = Promise.resolve()
  return (database, afterwards = false) => {
    if (waiting?.database === database) return waiting.refresh
    const begun = last.then(async () => {
      if (afterwards) await new Promise((goOn) => setTimeout(goOn))
      waiting = undefined
      return show(database)
    })
    const shown = begun.then(({ overview }) => overview)
    const done = begun.then(async (fresh) => {
      await follow(database, fresh)
      return fresh.overview
    })
    // Whoever asked waits for one of the two.
    shown.catch(() => undefined)
    last = done.catch(() => undefined)
    waiting = { database, refresh: { shown, done } }
    return waiting.refresh
  }
}
