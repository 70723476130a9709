import browser from "webextension-polyfill"
import { patternsOf } from "../programmes/patterns"
import { programmes } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { currentParticipant } from "../storage/people"
import { sitesShowingAccountOf } from "./account-answers"
import { READER_FILE } from "./files"
import { patternsOfChosen } from "./sites"

/** Pages that rest find it there; see `page/watch.ts`. */
const RESTING = "jejak.resting"

/**
 * Has the open pages rest that were shown to another participant: they are not read for the one who is looked at now
 * before they have gone elsewhere. What only the new one watches was never read for the other, and what shows the new
 * one's account is theirs.
 */
export async function restOpenPages(database: JejakDatabase): Promise<void> {
  const current = (await currentParticipant(database))?.id
  const chosen = await database.chosen.toArray()
  const watched = chosen.filter(({ participant }) => participant !== undefined && participant === current)
  const sites = current === undefined ? [] : await sitesShowingAccountOf(database, current)
  const own = [...watched.flatMap(patternsOfChosen), ...sites.flatMap(patternsOf)]
  const others = (await readablePatterns(database)).filter((pattern) => !own.includes(pattern))
  await Promise.all([setResting(own, false), setResting(others, true)])
}

async function setResting(patterns: string[], resting: boolean): Promise<void> {
  if (patterns.length === 0) return
  await inTabs(patterns, (tabId) =>
    browser.scripting.executeScript({
      target: { tabId },
      args: [RESTING, resting],
      func: (name: string, value: boolean) => {
        ;(globalThis as { [key: symbol]: unknown })[Symbol.for(name)] = value
      },
    }),
  )
}

/**
 * Puts the content scripts into pages that were open before them: after an install, an update, a first participant, or
 * once a site's access was given. A page that cannot be reached (an error page, a site not granted) is left for its
 * next load.
 */
export async function readOpenPages(database: JejakDatabase): Promise<void> {
  await inTabs(await readablePatterns(database), (tabId) =>
    browser.scripting.executeScript({ target: { tabId }, files: [READER_FILE] }),
  )
}

async function readablePatterns(database: JejakDatabase): Promise<string[]> {
  const chosen = (await database.chosen.toArray()).filter(({ grantedAt }) => grantedAt !== undefined)
  return [
    ...programmes.flatMap(({ sites }) =>
      sites.filter(({ access }) => access === "install").flatMap(patternsOf),
    ),
    ...chosen.flatMap(patternsOfChosen),
  ]
}

async function inTabs(patterns: string[], act: (tab: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns })
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : act(id))))
}
