import puppeteer, { type Browser, type Page } from "puppeteer-core"
import { chromiumArguments } from "../browser/chromium"
import { executableOf } from "../browser/executables"
import { until } from "../browser/until"
import { popupOf } from "./peers"

/*
 * A Chromium of its own, with a throw-away profile, for each thing that is compared: two extensions in one profile would each be
 * measured with the other's work.
 */

/** What is compared: a browser with one extension, or with none. */
export interface Contender {
  name: string
  /** Folder of the unpacked extension. */
  extension?: string
  /** Path of its popup within that folder, where the manifest does not tell it. */
  popup?: string | undefined
}

export interface Opened extends Omit<Contender, "popup"> {
  readonly browser: Browser
  /** Address of the extension's root, with its slash; empty where there is none. */
  readonly home: string
  /** Address of its popup, if it has one. */
  readonly popup: string | undefined
  /** A page of the extension that runs none of its code: from there messages are sent and its database is reached. */
  keeper(): Promise<Page>
  close(): Promise<void>
}

/** Opens a browser that has no way out but the practised hosts' proxy. */
export async function openContender(contender: Contender, proxyPort: number): Promise<Opened> {
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: executableOf("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    // Reading out a large database's worth of rows takes longer than the usual patience.
    protocolTimeout: 600_000,
    defaultViewport: { width: 1024, height: 768 },
    args: chromiumArguments({ proxyPort }),
  })
  const { extension } = contender
  const id = extension ? await browser.installExtension(extension) : undefined
  const home = id ? `chrome-extension://${id}/` : ""
  const popup = contender.popup ?? (extension && popupOf(extension))
  let keeper: Promise<Page> | undefined
  return {
    ...contender,
    browser,
    home,
    popup: popup ? home + popup : undefined,
    keeper() {
      keeper ??= browser.newPage().then(async (page) => {
        await page.goto(`${home}manifest.json`)
        return page
      })
      return keeper
    },
    close: () => browser.close(),
  }
}

/** Sends a message of ours from the keeper, as a page of ours would. @throws Error with the failure that it is answered with */
export async function tell<Value>(opened: Opened, message: object): Promise<Value> {
  const keeper = await opened.keeper()
  const reply = (await keeper.evaluate((sent) => chrome.runtime.sendMessage(sent), message)) as
    | { ok: true; value: Value }
    | { ok: false; failure: string }
  if (!reply.ok) throw new Error(`refused: ${reply.failure}`)
  return reply.value
}

/** Waits until the background has painted for the popup what is shown now, which is the last that it does after a change. */
export async function painted(opened: Opened): Promise<void> {
  await tell(opened, { type: "overview" })
  const keeper = await opened.keeper()
  await until("the popup is painted", () =>
    keeper.evaluate(async () => {
      const kept = await chrome.storage.session.get(["stamp", "painting"])
      const { stamp, painting } = kept as { stamp?: string; painting?: { stamp: string } }
      return (stamp !== undefined && painting?.stamp === stamp) || undefined
    }),
  )
}

/** Closes every tab but the first, which holds the window open, and the keeper's. */
export async function tidy(opened: Opened): Promise<void> {
  const keeper = opened.home ? await opened.keeper() : undefined
  const [first, ...others] = await opened.browser.pages()
  for (const page of others) if (page !== first && page !== keeper) await page.close()
}
