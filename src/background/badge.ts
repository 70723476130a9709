import browser from "webextension-polyfill"
import { rankOf } from "../journey/severity"
import type { Overview } from "../messages/overview"

const BADGE_COLOUR = "#b3261e"

/** Shows on the icon how many warnings are urgent or late. */
export async function showBadge({ journey, preferences }: Overview): Promise<void> {
  const pressing = (preferences.badge ? (journey?.warnings ?? []) : []).filter(
    ({ severity }) => rankOf(severity) >= rankOf("urgent"),
  ).length
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR })
  await browser.action.setBadgeText({ text: pressing === 0 ? "" : String(pressing) })
}
