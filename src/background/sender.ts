import type { Runtime } from "webextension-polyfill"

/** Who sent a message, as the browser says, never as the message says. */
export type Sender =
  | { trust: "own-page" }
  /** A content script in the top frame of an https page, by its address without what only that page knows. */
  | { trust: "page"; url: string; host: string; tab: number }
  | { trust: "none" }

/** What Chromium says beside: a page that is only prepared, or kept for going back, is not looked at by anybody. */
type Told = Runtime.MessageSender & { origin?: string; documentLifecycle?: string }

/**
 * Tells a page of our own from a content script in the top frame of a page, and both from anything else. An address is
 * believed only where the origin, which the browser itself says of a document, agrees with it.
 * @param home address of the extension's root
 */
export function senderOf(sender: Runtime.MessageSender, ownId: string, home: string): Sender {
  const { id, url, origin, frameId, tab, documentLifecycle = "active" } = sender as Told
  if (id !== ownId || typeof url !== "string" || documentLifecycle !== "active") return { trust: "none" }
  // A popup is in no tab, and has no number.
  if (frameId !== 0 && (frameId !== undefined || tab)) return { trust: "none" }
  if (`${origin}/` === home) return { trust: url.startsWith(home) ? "own-page" : "none" }
  if (tab?.id === undefined || !URL.canParse(url)) return { trust: "none" }
  const { protocol, port, hostname: host, pathname, origin: addressed } = new URL(url)
  if (protocol !== "https:" || port !== "" || addressed !== origin) return { trust: "none" }
  return { trust: "page", url: `${addressed}${pathname}`, host, tab: tab.id }
}
