import { readFile } from "node:fs/promises"
import { join } from "node:path"
import puppeteer, { type Browser, type Page } from "puppeteer-core"
import type { ColorScheme, OpenedBrowser, OpenOptions } from "./browsers"
import { chromiumTraffic } from "./chromium-traffic"
import { lastWindowClosed } from "./closed"
import { killTree } from "./kill-tree"

type LaunchOptions = OpenOptions & { executable: string; extensionDir: string; headless: boolean }

/** What chrome://extensions can do and `@types/chrome` does not know. */
interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>
  addHostPermission(id: string, pattern: string): Promise<void>
  reload(id: string, options: { failQuietly: boolean }): Promise<void>
}

/** What Chromium tells of a tab and Puppeteer's types do not know. */
interface TabInfo {
  targetId: string
  embedderData?: { tabActive: boolean }
}

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-search-engine-choice-screen",
  "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,AutofillServerCommunication",
  "--check-for-update-interval=604800",
]

/** What Chromium is started with: no way out but the proxy, and no errands of its own. */
export function chromiumArguments(options: Pick<OpenOptions, "proxyPort" | "lang">): string[] {
  const args = [
    ...QUIET,
    `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
    // Without this Chromium would reach the loopback interface directly, past the proxy's record.
    "--proxy-bypass-list=<-loopback>",
    "--force-color-profile=srgb",
  ]
  if (options.lang) args.push(`--lang=${options.lang}`)
  // Chromium's sandbox does not start as root.
  if (process.getuid?.() === 0) args.push("--no-sandbox")
  return args
}

function launch(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: "chrome",
    executablePath: options.executable,
    headless: options.headless,
    pipe: true,
    enableExtensions: [options.extensionDir, ...(options.beside ?? [])],
    acceptInsecureCerts: true,
    // What asks for what is nobody's business but the traffic meter's, which listens by itself.
    networkEnabled: false,
    defaultViewport: options.headless ? { width: 1024, height: 768 } : null,
    // Nobody sees what a graphics card would draw, and on a machine without one it would be imitated.
    args: [...chromiumArguments(options), ...(options.headless ? ["--disable-gpu"] : [])],
    ...(options.userDataDir ? { userDataDir: options.userDataDir } : {}),
    ...(options.downloadDir
      ? { downloadBehavior: { policy: "allow", downloadPath: options.downloadDir } }
      : {}),
    env: {
      ...process.env,
      ...(options.lang ? { LANGUAGE: options.lang } : {}),
      ...(options.zone ? { TZ: options.zone } : {}),
    },
  })
}

/** Opens Chromium with the extension; see `OpenedBrowser`. */
export async function openChromium(options: LaunchOptions): Promise<OpenedBrowser> {
  const browser = await launch(options)
  try {
    return await present(browser, options)
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function present(browser: Browser, options: LaunchOptions): Promise<OpenedBrowser> {
  // Another extension beside it may be there first.
  const { background } = JSON.parse(await readFile(join(options.extensionDir, "manifest.json"), "utf8"))
  const isWorker = (url: string) =>
    url.startsWith("chrome-extension://") && url.endsWith(`/${background.service_worker}`)
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && isWorker(target.url()),
  )
  const origin = new URL(worker.url()).host
  const extensionUrl = (path: string) => `chrome-extension://${origin}/${path}`
  let scheme: ColorScheme = options.colorScheme ?? "light"

  const dress = async (page: Page) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }])
    return page
  }
  const workerTarget = () =>
    browser.targets().find((target) => target.type() === "service_worker" && target.url() === worker.url())

  /** The popup under the toolbar's button, and no tab that shows the same. */
  const openPopup = async () => {
    const before = new Set(browser.targets())
    await pressButton(browser, origin)
    const opened = await browser.waitForTarget(
      (each) => each.url() === extensionUrl("popup.html") && !before.has(each),
    )
    return opened.asPage()
  }

  return {
    name: "chromium",
    extensionUrl,
    newPage: async () => dress(await browser.newPage()),
    async extensionPage(path) {
      const page = await dress(await browser.newPage())
      await page.goto(extensionUrl(path))
      return page
    },
    async openedByExtension(path) {
      const target = await browser.waitForTarget((each) => each.url() === extensionUrl(path))
      const page = await target.page()
      if (!page) throw new Error(`${path} is not a page`)
      return dress(page)
    },
    async toolbarPopup(selector) {
      const popup = await openPopup()
      const found = await popup.waitForSelector(selector)
      const markup = await found?.evaluate((element) => element.outerHTML)
      await popup.close()
      return markup ?? ""
    },
    async pressInToolbarPopup(button, then) {
      const popup = await openPopup()
      const found = await popup.waitForSelector(button, { visible: true })
      if (then === undefined) {
        // It is gone before the click is answered.
        await found?.evaluate((element) => {
          setTimeout(() => (element as HTMLElement).click())
        })
        return
      }
      await found?.click()
      await popup.waitForSelector(then)
      await popup.close()
    },
    async willAllow(patterns) {
      const page = await browser.newPage()
      await page.goto("chrome://extensions")
      for (const pattern of patterns)
        await page.evaluate(
          (id, host) => {
            const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate }
            return developerPrivate.addHostPermission(id, host)
          },
          origin,
          pattern,
        )
      await page.close()
    },
    async killBackground() {
      const running = workerTarget()
      // Not running is what was wanted: the browser has ended it by itself.
      if (!running) return
      const gone = new Promise<void>((resolve) => {
        const listen = (target: typeof running) => {
          if (target !== running) return
          browser.off("targetdestroyed", listen)
          resolve()
        }
        browser.on("targetdestroyed", listen)
      })
      const instance = await running.worker()
      await instance?.close()
      await gone
    },
    async reloadExtension() {
      const page = await browser.newPage()
      await page.goto("chrome://extensions")
      const before = workerTarget()
      const reborn = browser.waitForTarget(
        (target) => target.type() === "service_worker" && isWorker(target.url()) && target !== before,
      )
      await page.evaluate(async (id) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate }
        // An unpacked extension that is reloaded outside developer mode stays off.
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
        await developerPrivate.reload(id, { failQuietly: true })
      }, origin)
      await reborn
      await page.close()
    },
    async setColorScheme(next) {
      scheme = next
      for (const page of await browser.pages()) await dress(page)
    },
    watchTraffic: () => chromiumTraffic(browser, extensionUrl("")),
    closed: () => lastWindowClosed(browser),
    close: () => browser.close(),
    kill: () => killTree(browser.process()),
  }
}

/** Presses the extension's button over the tab in front, which Puppeteer has no call for. */
async function pressButton(browser: Browser, id: string): Promise<void> {
  const session = await browser.target().createCDPSession()
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] })
  const tab = (targetInfos as TabInfo[]).find(({ embedderData }) => embedderData?.tabActive)
  if (!tab) throw new Error("no tab is in front")
  const press = session.send as (method: string, parameters: object) => Promise<unknown>
  await press.call(session, "Extensions.triggerAction", { id, targetId: tab.targetId })
  await session.detach()
}
