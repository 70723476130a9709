import browser from "webextension-polyfill"
import { rankOf } from "../journey/severity"
import type { Overview } from "../messages/overview"

const BADGE_COLOUR = "#b3261e"

/** Shows on the icon how many warnings are urgent or late; that nothing is noted until the account is known is one more. */
export async function showBadge(overview: Overview): Promise<void> {
  const pressing = overview.preferences.badge ? pressingIn(overview) : 0
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR })
  await browser.action.setBadgeText({ text: pressing === 0 ? "" : String(pressing) })
}

function pressingIn({ journey, accountQuestion }: Overview): number {
  const warnings = (journey?.warnings ?? []).filter(({ severity }) => rankOf(severity) >= rankOf("urgent"))
  return warnings.length + (accountQuestion && !accountQuestion.nobody ? 1 : 0)
}
