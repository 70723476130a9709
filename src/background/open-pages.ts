import browser from "webextension-polyfill"
import { patternsOf } from "../programmes/patterns"
import { programmes } from "../programmes/registry"
import { READER_FILE } from "./files"

/**
 * Puts the content scripts into pages that were open before them: after an install, an update, or a first participant. A
 * page that cannot be reached (an error page, a site not granted) is left for its next load.
 */
export async function readOpenPages(): Promise<void> {
  const patterns = programmes.flatMap(({ sites }) =>
    sites.filter(({ access }) => access === "install").flatMap(patternsOf),
  )
  const tabs = await browser.tabs.query({ url: patterns })
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [READER_FILE] }),
    ),
  )
}
