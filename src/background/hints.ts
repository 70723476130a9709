import type { HintView, Overview } from "../messages/overview"
import type { JejakDatabase } from "../storage/database"

/**
 * The card to show in a page of the dashboard, by what was just read there.
 * @param signals ids of the signals that the page shows now
 * @param tab where the card's script is put in when there is one to show
 */
export async function hintFor(
  _database: JejakDatabase,
  _overview: Overview,
  _signals: readonly string[],
  _tab: number | undefined,
  _now: string,
): Promise<HintView | null> {
  return null
}

/** What the person did with the card: opened what it is about, or does not want it until tomorrow or for good. */
export async function answerHint(
  _database: JejakDatabase,
  _overview: Overview,
  _hint: string,
  _answer: "open" | "tomorrow" | "never",
  _now: string,
): Promise<void> {}
