import browser from "webextension-polyfill"
import { addDays, civilDateOf, instantAt } from "../journey/calendar"
import { epoch } from "../journey/epoch"
import { chooseHint } from "../journey/hints"
import type { HintView, Overview } from "../messages/overview"
import { programmeById } from "../programmes/registry"
import type { Site } from "../programmes/schema-sites"
import type { Dismissal, JejakDatabase } from "../storage/database"
import { present } from "../storage/locking"
import { OWN_PAGES } from "../ui/pages"
import { HINT_FILE } from "./files"
import { hintView } from "./hint-words"
import { Refusal } from "./refusal"

/** A page that was just read: whose it is, the signals that it shows, and the tab that it is in. */
export interface PageShown {
  site: Pick<Site, "access">
  signals: readonly string[]
  tab: number
}

/**
 * The card to show in a page of a site that was asked for at install, by what was just read there. Its script is in the
 * page by the time this answers.
 * @param now an instant
 */
export async function hintFor(
  database: JejakDatabase,
  { journey, participant, preferences }: Overview,
  { site, signals, tab }: PageShown,
  now: string,
): Promise<HintView | null> {
  if (!journey || !participant || !preferences.hints || site.access !== "install") return null
  const programme = programmeById(journey.programme)
  const ids = programme.hints.map(({ id }) => id)
  const records = await database.dismissals.bulkGet(ids.map((id) => dismissalId(participant.id, id)))
  const dismissed = new Set(ids.filter((_, index) => isInForce(records[index], now)))
  const hint = chooseHint(journey, programme, { seen: signals, dismissed }, now)
  if (!hint) return null
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [HINT_FILE] })
  } catch {
    // The tab was closed or went elsewhere in the meantime.
    return null
  }
  return hintView(hint, journey)
}

/**
 * What the person did with the card: opened what it is about, or does not want it until tomorrow or for good.
 * @throws Refusal for a card that cannot have been shown
 */
export async function answerHint(
  database: JejakDatabase,
  { journey, participant }: Overview,
  id: string,
  answer: "open" | "tomorrow" | "never",
  now: string,
): Promise<void> {
  const rule = journey && programmeById(journey.programme).hints.find((hint) => hint.id === id)
  const stands = rule && journey.warnings.some(({ id: warning }) => warning === rule.warning)
  if (!participant || !stands) throw new Refusal("not-understood")
  if (answer !== "open") {
    const until = answer === "tomorrow" ? { until: nextMorning(now, journey.zone) } : {}
    const { dismissals, participants } = database
    await database.transaction("rw", dismissals, participants, async () => {
      await present(database, participant.id)
      await dismissals.put({ id: dismissalId(participant.id, id), ...until })
    })
  } else if (rule.preflight) {
    await browser.tabs.create({ url: browser.runtime.getURL(OWN_PAGES.wallet) })
  }
}

const DAY = 86_400_000

const dismissalId = (participant: string, hint: string) => `${participant}/${hint}`

function isInForce(dismissal: Dismissal | undefined, now: string): boolean {
  if (!dismissal?.until) return dismissal !== undefined
  const left = epoch(dismissal.until) - epoch(now)
  // No morning is further away; what says so was answered by a clock that has been set back.
  return left > 0 && left <= DAY
}

/** The first instant (UTC) of the next day in `zone`. */
function nextMorning(now: string, zone: string): string {
  return new Date(instantAt(`${addDays(civilDateOf(now, zone), 1)}T00:00`, zone)).toISOString()
}
