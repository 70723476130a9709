import type { Replies } from "../messages/overview"
import type { Description } from "../reader/description"
import { visibilityOf } from "../reader/dom"
import type { Reading } from "../reader/observation"
import { readInTurns } from "../reader/read-page"
import type { Turns } from "../reader/turns"
import { type Delivery, deliver } from "./delivery"
import { isOrphan } from "./extension"
import { outbox } from "./outbox"
import { settling } from "./settling"

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter:
    "class style hidden open inert disabled role alt src aria-hidden aria-busy aria-disabled aria-modal aria-pressed aria-selected".split(
      " ",
    ),
}

/** Where a script of the same extension finds the one that was put into the page before it. */
const WATCHING = Symbol.for("jejak.watching")

/**
 * Set by the background in a page that was shown to another participant: it is not read for the one who is looked at now
 * before it has gone elsewhere.
 */
const RESTING = Symbol.for("jejak.resting")

/**
 * Reads this page whenever it has settled, after each navigation within it too, and tells the background what
 * is new. Never touches the page. Only in the top frame, only once in a page, and only until the extension is
 * updated or removed: then it goes without a word.
 * @returns how to stop it
 */
export function watchPage(): () => void {
  if (window.top !== window) return () => {}
  const place = globalThis as { [WATCHING]?: () => void; [RESTING]?: boolean }
  place[WATCHING]?.()

  const ended = new AbortController()
  const { signal } = ended
  let site: Description | null | false | undefined

  const stop = () => {
    ended.abort()
    observer.disconnect()
    settled.cancel()
    opened.stop()
    post.stop()
    if (place[WATCHING] === stop) delete place[WATCHING]
  }

  const look = () => {
    if (isOrphan()) stop()
    else if (visibilityOf(document) === "hidden" || place[RESTING]) return
    else if (site) return read(site)
    else opened.hurry()
  }

  function* read(of: Description): Turns<() => boolean> {
    const url = new URL(location.href)
    let reading: Reading
    try {
      reading = yield* readInTurns(document, url, of, (shadow) => observer.observe(shadow, WATCHED))
    } catch (error) {
      reading = { kind: "unread", observations: [], error }
    }
    return () => {
      // To be shown to another participant, in between.
      if (place[RESTING]) return true
      if (url.href === location.href) return post.post(reading)
      // It went elsewhere between two turns.
      settled.touch()
      return true
    }
  }

  const post = outbox(stop)
  const settled = settling(look)
  const observer = new MutationObserver(settled.touch)
  const opened: Delivery = deliver({ type: "page-opened" })
  place[WATCHING] = stop

  let at = location.href
  const changedPlace = () => {
    if (at !== location.href) delete place[RESTING]
    at = location.href
    settled.cancel()
    settled.touch()
  }
  // What the page dispatches itself did not happen, and what it calls like a method of the document is none.
  const on = (target: EventTarget, name: string, then: () => void) =>
    EventTarget.prototype.addEventListener.call(target, name, ({ isTrusted }) => isTrusted && then(), {
      signal,
    })
  const { navigation } = globalThis as { navigation?: EventTarget }
  if (navigation) on(navigation, "navigatesuccess", changedPlace)
  else for (const name of ["popstate", "hashchange"]) on(window, name, changedPlace)
  on(window, "pageshow", settled.touch)
  // What changed in the background is looked at when the person is back, however soon that is.
  on(document, "visibilitychange", () => {
    post.askAgain()
    settled.touch()
  })

  void opened.done.then((answer) => {
    if (signal.aborted) return
    site = answer.ok && (answer.value as Replies["page-opened"]).site
    if (!site) return stop()
    observer.observe(document, WATCHED)
    settled.touch()
  })
  return stop
}
