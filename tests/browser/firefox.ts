import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import puppeteer, { type Browser, type Page } from "puppeteer-core"
import type { ColorScheme, OpenedBrowser, OpenOptions } from "./browsers"
import { lastWindowClosed } from "./closed"
import { evaluateAsBrowser } from "./firefox-chrome"
import { firefoxTraffic } from "./firefox-traffic"
import { killTree } from "./kill-tree"
import { until, untilTrue } from "./until"

type LaunchOptions = OpenOptions & { executable: string; extensionDir: string; headless: boolean }

/** Values of `layout.css.prefers-color-scheme.content-override`. */
const SCHEME_PREFERENCE: Record<ColorScheme, number> = { dark: 0, light: 1 }

const QUIET: Record<string, unknown> = {
  // A machine without a desktop has no service for notifications, and Firefox would close each at once.
  "alerts.useSystemBackend": false,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.region.network.url": "",
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "captivedetect.canonicalURL": "",
  "datareporting.policy.dataSubmissionEnabled": false,
  // Empty tabs share a process, where each would have one made for itself; every site has its own all the same.
  "dom.ipc.processCount": 1,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  // As on a slow computer. At sixty a second, drawn without a graphics card, nothing but tabs coming and going would keep it busy.
  "layout.frame_rate": 30,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.trr.mode": 5,
  // The one address that Firefox takes for "none"; heeded only with MOZ_REMOTE_SETTINGS_DEVTOOLS below.
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "",
}

function preferences(options: LaunchOptions, id: string, uuid: string): Record<string, unknown> {
  return {
    ...QUIET,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": options.proxyPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": options.proxyPort,
    "network.proxy.allow_hijacking_localhost": true,
    // Pinned, so that the address of our own pages is known and stays over a restart.
    "extensions.webextensions.uuids": JSON.stringify({ [id]: uuid }),
    // The extension is installed for one run only; what it stored must outlive that, as for an installed one.
    "extensions.webextensions.keepStorageOnUninstall": true,
    "extensions.webextensions.keepUuidOnUninstall": true,
    "extensions.webextOptionalPermissionPrompts": false,
    "layout.css.prefers-color-scheme.content-override": SCHEME_PREFERENCE[options.colorScheme ?? "light"],
    ...(options.downloadDir
      ? { "browser.download.folderList": 2, "browser.download.dir": options.downloadDir }
      : {}),
  }
}

async function extensionId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } }
  }
  const id = manifest.browser_specific_settings?.gecko?.id
  if (!id) throw new Error("the build for Firefox has no gecko id")
  return id
}

/** The uuid belongs to the profile: a kept profile must find its database again. */
async function profileUuid(userDataDir: string | undefined): Promise<string> {
  if (!userDataDir) return randomUUID()
  const note = join(userDataDir, "extension-uuid.txt")
  if (existsSync(note)) return readFile(note, "utf8")
  const uuid = randomUUID()
  await writeFile(note, uuid)
  return uuid
}

/** Opens Firefox with the extension; see `OpenedBrowser`. */
export async function openFirefox(options: LaunchOptions): Promise<OpenedBrowser> {
  const id = await extensionId(options.extensionDir)
  const uuid = await profileUuid(options.userDataDir)
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.executable,
    headless: options.headless,
    acceptInsecureCerts: true,
    // What asks for what is nobody's business but the traffic meter's, which listens by itself.
    networkEnabled: false,
    defaultViewport: options.headless ? { width: 1024, height: 768 } : null,
    extraPrefsFirefox: preferences(options, id, uuid),
    args: ["--remote-allow-system-access"],
    env: {
      ...process.env,
      MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
      ...(options.zone ? { TZ: options.zone } : {}),
    },
    ...(options.userDataDir ? { userDataDir: options.userDataDir } : {}),
  })
  try {
    if (options.lang) await speak(browser, options.lang)
    for (const folder of [options.extensionDir, ...(options.beside ?? [])])
      await browser.installExtension(folder)
  } catch (error) {
    await browser.close()
    throw error
  }
  return present(browser, options, id, uuid)
}

/** Extensions are told this language; the browser's own words stay as they are without a language pack. */
async function speak(browser: Browser, lang: string): Promise<void> {
  const languages = JSON.stringify([lang, "en-US"])
  await evaluateAsBrowser(
    browser,
    `Services.locale.availableLocales = ${languages}; Services.locale.requestedLocales = ${languages}`,
  )
}

function present(browser: Browser, options: LaunchOptions, id: string, uuid: string): OpenedBrowser {
  const extensionUrl = (path: string) => `moz-extension://${uuid}/${path}`
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`

  return {
    name: "firefox",
    extensionUrl,
    newPage: () => browser.newPage(),
    extensionPage: (path) => pageAt(browser, extensionUrl(path)),
    async openedByExtension(path) {
      const wanted = extensionUrl(path)
      let shownSince: number | undefined
      return until(`${path} opened`, async () => {
        for (const page of await browser.pages()) {
          // Puppeteer never hears of addresses of ours; the page itself knows.
          const address = await page.evaluate(() => location.href).catch(() => "")
          if (address === wanted) return page
        }
        if (!((await evaluateAsBrowser(browser, TABS)) as string).split(" ").includes(wanted))
          return undefined
        // Puppeteer may stay blind to a tab that it saw being made. The browser's word for it is enough: the same page again.
        shownSince ??= performance.now()
        return performance.now() - shownSince > BLIND ? pageAt(browser, wanted) : undefined
      })
    },
    async toolbarPopup(selector) {
      await evaluateAsBrowser(browser, pressButton(policy))
      const markup = await until(`the popup shows ${selector}`, async () => {
        return ((await evaluateAsBrowser(browser, popupMarkup(selector))) as string) || undefined
      })
      await evaluateAsBrowser(browser, `${POPUP_BROWSER}.closest("panel").hidePopup()`)
      return markup
    },
    async pressInToolbarPopup(button, then) {
      await evaluateAsBrowser(browser, pressButton(policy))
      const shows = (selector: string) =>
        until(`the popup shows ${selector}`, async () => {
          return ((await evaluateAsBrowser(browser, popupMarkup(selector))) as string) || undefined
        })
      await shows(button)
      await evaluateAsBrowser(browser, pressInPopup(button))
      if (then === undefined) return
      await shows(then)
      await evaluateAsBrowser(browser, `${POPUP_BROWSER}.closest("panel").hidePopup()`)
    },
    // The preference above answers every question with yes.
    willAllow: async () => undefined,
    async killBackground() {
      await evaluateAsBrowser(
        browser,
        `${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      )
    },
    async reloadExtension() {
      await browser.installExtension(options.extensionDir)
    },
    async setColorScheme(scheme) {
      const name = "layout.css.prefers-color-scheme.content-override"
      await evaluateAsBrowser(browser, `Services.prefs.setIntPref("${name}", ${SCHEME_PREFERENCE[scheme]})`)
      await until(`every page turned ${scheme}`, async () => {
        const query = `(prefers-color-scheme: ${scheme})`
        const pages = await browser.pages()
        // A page that has gone in the meantime need not turn.
        const turned = pages.map((page) =>
          page.evaluate((q) => matchMedia(q).matches, query).catch(() => true),
        )
        return (await Promise.all(turned)).every(Boolean) || undefined
      })
    },
    watchTraffic: () => firefoxTraffic(browser, id),
    closed: () => lastWindowClosed(browser),
    close: () => browser.close(),
    kill: () => killTree(browser.process()),
  }
}

/** So long, in milliseconds, may it take Puppeteer to see into a tab that is there. */
const BLIND = 5000

/** An expression for the addresses of all tabs. */
const TABS = `[...Services.wm.getEnumerator("navigator:browser")]
  .flatMap(({ gBrowser }) => gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec)).join(" ")`

async function pageAt(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await visit(page, url)
  return page
}

const FRONT_WINDOW = 'Services.wm.getMostRecentWindow("navigator:browser")'
const POPUP_BROWSER = `[...${FRONT_WINDOW}.document.querySelectorAll("browser.webextension-popup-browser")].at(-1)`

/** An expression that presses the extension's button over the tab in front. */
function pressButton(policy: string): string {
  return `(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs")
    await ExtensionParent.apiManager.global.browserActionFor(${policy}.extension).triggerAction(${FRONT_WINDOW})
  })()`
}

/**
 * An expression for the markup of what matches `selector` in the open popup, which lives in a process of its own. Empty
 * when that has not answered: a popup that changes its process while it is asked never does, and is to be asked again.
 */
function popupMarkup(selector: string): string {
  const found = `content.document.querySelector(${JSON.stringify(selector)})?.outerHTML ?? ""`
  const script = `data:,${encodeURIComponent(`sendAsyncMessage("jejak-popup", ${found})`)}`
  return `new Promise((resolve) => {
    const manager = ${POPUP_BROWSER}?.messageManager
    if (!manager) return resolve("")
    const told = ({ data } = { data: "" }) => {
      manager.removeMessageListener("jejak-popup", told)
      resolve(data)
    }
    manager.addMessageListener("jejak-popup", told)
    setTimeout(told, 1000)
    manager.loadFrameScript(${JSON.stringify(script)}, false)
  })`
}

/** An expression that clicks in the open popup; Firefox lets an extension ask for access only while the person acts. */
function pressInPopup(selector: string): string {
  const press = `
    const acting = content.windowUtils.setHandlingUserInput(true)
    content.document.querySelector(${JSON.stringify(selector)})?.click()
    acting.destruct()`
  const script = `data:,${encodeURIComponent(press)}`
  return `${POPUP_BROWSER}.messageManager.loadFrameScript(${JSON.stringify(script)}, false)`
}

/** Puppeteer never hears that a page of ours has loaded, so the page itself is asked. */
async function visit(page: Page, url: string): Promise<void> {
  page.goto(url).catch(() => undefined)
  await untilTrue(
    page,
    `${url} is loaded`,
    (wanted) => location.href === wanted && document.readyState === "complete",
    url,
  )
}
