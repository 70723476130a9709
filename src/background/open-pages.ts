import browser from "webextension-polyfill"
import { patternsOf } from "../programmes/patterns"
import { programmes } from "../programmes/registry"
import type { JejakDatabase } from "../storage/database"
import { READER_FILE } from "./files"
import { patternsOfChosen } from "./sites"

/**
 * Puts the content scripts into pages that were open before them: after an install, an update, a first participant, or
 * once a site's access was given. A page that cannot be reached (an error page, a site not granted) is left for its
 * next load.
 */
export async function readOpenPages(database: JejakDatabase): Promise<void> {
  const chosen = (await database.chosen.toArray()).filter(({ grantedAt }) => grantedAt !== undefined)
  const patterns = [
    ...programmes.flatMap(({ sites }) =>
      sites.filter(({ access }) => access === "install").flatMap(patternsOf),
    ),
    ...chosen.flatMap(patternsOfChosen),
  ]
  const tabs = await browser.tabs.query({ url: patterns })
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [READER_FILE] }),
    ),
  )
}
