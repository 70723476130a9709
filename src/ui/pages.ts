import browser from "webextension-polyfill"
import type { Overview } from "../messages/overview"
import { isInToolbarPopup } from "./view"

/** Pages of our own, by their place in the package. */
export const OWN_PAGES = {
  popup: "popup.html",
  welcome: "tabs/welcome.html",
  edit: "tabs/welcome.html?edit=1",
  add: "tabs/welcome.html?new=1",
  settings: "options.html",
  people: "options.html#people",
  sites: "options.html#sites",
  data: "options.html#data",
  wallet: "tabs/wallet.html",
  reminder: "tabs/reminder.html",
  history: "tabs/history.html",
  summary: "tabs/summary.html",
  help: "tabs/help.html",
  privacy: "tabs/privacy.html",
  report: "tabs/report.html",
  /** Written by the build: the licences of all that is in the package. */
  licences: "licences.txt",
} as const

/** Whether this is the little window under the toolbar's button. */
export function inToolbarPopup(): boolean {
  return isInToolbarPopup(browser.extension.getViews({ type: "popup" }))
}

/** Opens an address in a new tab, and leaves the popup, which the new tab would cover. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url })
  if (browser.extension.getViews({ type: "popup" }).includes(window)) window.close()
}

/** @param hash what the page is to show, from "#" on */
export function openOwnPage(page: keyof typeof OWN_PAGES, hash = ""): Promise<void> {
  return openTab(`${browser.runtime.getURL(OWN_PAGES[page])}${hash}`)
}

/** An address that may be opened: only https, whatever the source of it. */
export function safeAddress(address: string | undefined): string | undefined {
  return address?.startsWith("https://") && URL.canParse(address) ? address : undefined
}

/** The address behind the id of a link or of a contact. */
export function addressOf(
  overview: Pick<Overview, "links" | "contacts">,
  link: string | undefined,
): string | undefined {
  if (link === undefined) return undefined
  const linked = Object.hasOwn(overview.links, link) ? overview.links[link] : undefined
  return safeAddress(linked ?? overview.contacts.find((contact) => contact.id === link)?.url)
}
