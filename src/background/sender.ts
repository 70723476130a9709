import type { Runtime } from "webextension-polyfill"
import { siteOfAddress } from "../programmes/registry"
import type { Programme, Site } from "../programmes/schema"

/** Who sent a message, as the browser says, never as the message says. */
export type Sender =
  | { trust: "own-page" }
  | { trust: "site"; programme: Programme; site: Site; host: string; tab: number | undefined }
  | { trust: "none" }

/**
 * Tells a page of our own from a content script in the top frame of a described site, and both from anything else.
 * @param home address of the extension's root
 */
export function senderOf(sender: Runtime.MessageSender, ownId: string, home: string): Sender {
  if (sender.id !== ownId || !sender.url) return { trust: "none" }
  if (sender.url.startsWith(home)) return { trust: "own-page" }
  const described = siteOfAddress(sender.url)
  if (!described || sender.frameId !== 0 || sender.tab === undefined) return { trust: "none" }
  return { trust: "site", ...described, host: new URL(sender.url).hostname, tab: sender.tab.id }
}
