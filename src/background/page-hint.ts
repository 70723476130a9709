import type { HintView, Overview } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"
import { isLocked } from "../storage/locking"
import { currentParticipant } from "../storage/people"
import type { PageShown } from "./hints"
import { theRest } from "./rest-loading"

/** A read that was noted, of whose page it may be asked what helps there. */
interface Noted {
  /** The read's id: whoever does not know it is told nothing. */
  read: string
  participant: string
  page: PageShown
  /** What was shown once it was noted; undefined where that could not be computed. */
  overview: Promise<Overview | undefined>
}

/** A page asks as soon as its read was acknowledged: more than a few never wait at once. */
const MOST_WAITING = 20

/** The latest read of each tab. In memory only: a page whose read is forgotten shows no card until the next one. */
const latest = new Map<number, Noted>()

export function awaitHint(noted: Noted): void {
  const { tab } = noted.page
  // The one noted last comes last, so that the first are those to forget.
  latest.delete(tab)
  latest.set(tab, noted)
  if (latest.size > MOST_WAITING)
    for (const [first] of latest) {
      latest.delete(first)
      break
    }
}

/**
 * The card to show in a page by its latest read, once: nothing for any other read, nor once another participant is looked at
 * than it was noted for.
 * @param now gives an instant
 */
export async function hintOf(
  database: JejakDatabase,
  { read, tab }: { read: string; tab: number },
  now: () => string,
): Promise<HintView | null> {
  const noted = latest.get(tab)
  if (noted?.read !== read) return null
  latest.delete(tab)
  const overview = await noted.overview
  const participant = await currentParticipant(database)
  if (!overview || participant?.id !== noted.participant || isLocked(database, participant)) return null
  if (overview.participant?.id !== participant.id) return null
  const { hintFor } = await theRest()
  return hintFor(database, overview, noted.page, now())
}
