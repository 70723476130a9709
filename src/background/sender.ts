import type { Runtime } from "webextension-polyfill"

/** Who sent a message, as the browser says, never as the message says. */
export type Sender =
  | { trust: "own-page" }
  /** A content script in the top frame of an https page; whether its site may be read, the database knows. */
  | { trust: "page"; url: string; host: string; tab: number }
  | { trust: "none" }

/**
 * Tells a page of our own from a content script in the top frame of a page, and both from anything else.
 * @param home address of the extension's root
 */
export function senderOf(sender: Runtime.MessageSender, ownId: string, home: string): Sender {
  if (sender.id !== ownId || !sender.url) return { trust: "none" }
  if (sender.url.startsWith(home)) return { trust: "own-page" }
  const tab = sender.tab?.id
  if (!URL.canParse(sender.url) || sender.frameId !== 0 || tab === undefined) return { trust: "none" }
  const { protocol, hostname: host } = new URL(sender.url)
  return protocol === "https:" ? { trust: "page", url: sender.url, host, tab } : { trust: "none" }
}
