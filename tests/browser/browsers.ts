import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import { openChromium } from "./chromium"
import { executableOf } from "./executables"
import { openFirefox } from "./firefox"
import type { TrafficMeter } from "./traffic"

export const BROWSERS = ["chromium", "firefox"] as const
export type BrowserName = (typeof BROWSERS)[number]
export type ColorScheme = "light" | "dark"

export interface OpenOptions {
  /** Port of the CONNECT proxy on the loopback interface; the browser has no other way out. */
  proxyPort: number
  headless?: boolean
  colorScheme?: ColorScheme
  /** Language that extensions are to speak, e.g. "id". Chromium follows it only where it has that language installed. */
  lang?: string
  /** A profile that outlives the browser; without one a throw-away profile is used. */
  userDataDir?: string
  /** The machine's zone (IANA), as the browser is to find it. */
  zone?: string
  /** Folder of the built extension; by default the production build for this browser. */
  extensionDir?: string
  /** Folders of other extensions, installed in the same browser after ours. */
  beside?: readonly string[]
  /** A folder in which the browser stores downloads without asking. */
  downloadDir?: string
}

export interface OpenedBrowser {
  readonly name: BrowserName
  /** Address of a file of the extension. */
  extensionUrl(path: string): string
  newPage(): Promise<Page>
  /** Opens a page of the extension in a tab of its own, e.g. "popup.html". */
  extensionPage(path: string): Promise<Page>
  /** The tab that the extension itself has opened, e.g. "tabs/welcome.html"; waits until it is there. */
  openedByExtension(path: string): Promise<Page>
  /**
   * Presses the extension's button in the toolbar over the tab in front, as a person does, waits until something in the
   * popup matches `selector`, and returns the markup of that.
   */
  toolbarPopup(selector: string): Promise<string>
  /**
   * The same, and then presses what `button` matches in the popup, and waits until something matches `then`; without it
   * the popup is one that goes by itself.
   */
  pressInToolbarPopup(button: string, then?: string): Promise<void>
  /**
   * Has the person say yes when the extension asks for these host patterns: a headless browser shows nobody its question.
   * Nothing is granted before the extension has asked.
   */
  willAllow(patterns: readonly string[]): Promise<void>
  /** Ends the background (Chromium: service worker; Firefox: event page) as the browser does when it is idle. */
  killBackground(): Promise<void>
  /** Installs the same build again over itself, as after an update: content scripts are orphaned. */
  reloadExtension(): Promise<void>
  setColorScheme(scheme: ColorScheme): Promise<void>
  /** Begins to listen, by the debugging protocol, to whatever is asked for and by whom. */
  watchTraffic(): Promise<TrafficMeter>
  /** Resolves when the person has closed the last window. */
  closed(): Promise<void>
  close(): Promise<void>
  /** Ends all of the browser's processes at once (SIGKILL), as a power cut does, and waits until they are gone. */
  kill(): Promise<void>
}

/** The production build for a browser. */
export function buildFolder(name: BrowserName): string {
  const target = name === "chromium" ? "chrome-mv3-prod" : "firefox-mv3-prod"
  return fileURLToPath(new URL(`../../build/${target}`, import.meta.url))
}

/** Opens a real browser with the extension installed. Throws when the browser is not on this machine. */
export async function openBrowser(name: BrowserName, options: OpenOptions): Promise<OpenedBrowser> {
  const complete = {
    extensionDir: buildFolder(name),
    headless: true,
    ...options,
    executable: executableOf(name),
  }
  return name === "chromium" ? openChromium(complete) : openFirefox(complete)
}
