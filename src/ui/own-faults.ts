import browser from "webextension-polyfill"
import { faultOf } from "../messages/fault-shape"
import type { OwnMessage } from "../messages/messages"

/** As many as one page tells of itself: what goes wrong more often tells nothing new. */
const MOST_OF_A_PAGE = 10

const told = new Set<string>()

/** Which of our pages this is, e.g. "popup" or "report". */
function pageName(): string {
  return /([a-z]+)\.html$/.exec(location.pathname)?.[1] ?? "page"
}

/** Tells the background of a mistake in this page: each once, and never of one in telling it. */
export function noteOwnFault(error: unknown): void {
  try {
    const message: OwnMessage = { type: "note-fault", page: pageName(), fault: faultOf(error) }
    const said = JSON.stringify(message)
    if (told.has(said) || told.size >= MOST_OF_A_PAGE) return
    told.add(said)
    browser.runtime.sendMessage(message).catch(() => undefined)
  } catch {
    // Nobody can be told.
  }
}

/** Notes what nothing else catches on this page. @returns how to stop that */
export function noteUncaught(): () => void {
  const thrown = ({ error }: ErrorEvent) => {
    // Browsers tell of harmless things too, e.g. of observers, without an error.
    if (error !== undefined && error !== null) noteOwnFault(error)
  }
  const rejected = ({ reason }: PromiseRejectionEvent) => noteOwnFault(reason)
  window.addEventListener("error", thrown)
  window.addEventListener("unhandledrejection", rejected)
  return () => {
    window.removeEventListener("error", thrown)
    window.removeEventListener("unhandledrejection", rejected)
  }
}
