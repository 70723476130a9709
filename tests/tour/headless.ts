import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import type { BrowserName, ColorScheme } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { checklist, windows } from "./print"
import { SIDE_BY_SIDE, walkSideBySide } from "./side-by-side"
import { WALK, walk } from "./walk"

const POPUP = { width: 360, height: 640 }
const SITE = { width: 1024, height: 768 }
/** Pages of ours of which pictures are left, with the pictures' names. */
const OWN_PAGES = { "options.html": "settings", "tabs/wallet.html": "wallet" }

/**
 * Walks both acts in a browser without a window, prints the popup's checklist at every stop, and leaves
 * pictures in build/tour/<browser>. Returns whether the end was reached.
 */
export async function headlessTour(name: BrowserName): Promise<boolean> {
  const folder = fileURLToPath(new URL(`../../build/tour/${name}`, import.meta.url))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  console.info(`\n######## ${name}\n`)
  const session = await startSession(name, { lang: "id" })
  try {
    await session.registerSomeone()
    const popup = await session.popup()
    await popup.page.setViewport(POPUP)
    const site = await session.dashboard()
    await site.page.setViewport(SITE)
    await walk(site, popup, async (stop, shown, index) => {
      const number = String(index + 1).padStart(2, "0")
      console.info(checklist(stop, shown, `${number}/${WALK.length}`))
      await photograph(session, site.page, popup.page, join(folder, `${number}-${stop.name}`))
    })
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}\n`)
    return false
  } finally {
    await session.close()
  }
  return sideBySide(name, folder)
}

/** The second act, with a participant of its own. */
async function sideBySide(name: BrowserName, folder: string): Promise<boolean> {
  console.info(`\n######## ${name}: three trainings side by side\n`)
  const session = await startSession(name, { lang: "id" })
  try {
    await session.registerSomeone()
    const popup = await session.popup()
    await popup.page.setViewport(POPUP)
    await walkSideBySide(session, popup, async (stop, shown, { page }, index) => {
      const number = `side-${index + 1}`
      console.info(checklist(stop, shown, `${index + 1}/${SIDE_BY_SIDE.length}`))
      console.info(windows(shown))
      await page.setViewport(SITE)
      await photograph(session, page, popup.page, join(folder, `${number}-${stop.name}`), true)
    })
    for (const [path, file] of Object.entries(OWN_PAGES)) {
      const page = await session.browser.extensionPage(path)
      await page.setViewport(SITE)
      await page.waitForSelector("main h2")
      await inBothSchemes(session, page, join(folder, file), true)
    }
    console.info(`${name}: the end is reached. Pictures: build/tour/${name}\n`)
    return true
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}\n`)
    return false
  } finally {
    await session.close()
  }
}

async function photograph(
  session: Session,
  site: Page,
  popup: Page,
  path: string,
  whole = false,
): Promise<void> {
  await take(site, `${path}-page`)
  await inBothSchemes(session, popup, `${path}-popup`, whole)
}

async function inBothSchemes(session: Session, page: Page, path: string, whole = false): Promise<void> {
  for (const scheme of ["dark", "light"] satisfies ColorScheme[]) {
    await session.browser.setColorScheme(scheme)
    await take(page, `${path}-${scheme}`, whole)
  }
}

/** `whole`: the page in its full length, not what fits into the window. */
async function take(page: Page, path: string, whole = false): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: `${path}.png`, fullPage: whole })
}
