import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import type { BrowserName, ColorScheme } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { checklist } from "./print"
import { WALK, walk } from "./walk"

const POPUP = { width: 360, height: 640 }
const DASHBOARD = { width: 1024, height: 768 }

/**
 * Walks the whole way in a browser without a window, prints the popup's checklist at every stop, and leaves
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
    await site.page.setViewport(DASHBOARD)
    await walk(site, popup, async (stop, shown, index) => {
      const number = String(index + 1).padStart(2, "0")
      console.info(checklist(stop, shown, `${number}/${WALK.length}`))
      await photograph(session, site.page, popup.page, join(folder, `${number}-${stop.name}`))
    })
    console.info(`${name}: the end is reached. Pictures: build/tour/${name}\n`)
    return true
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}\n`)
    return false
  } finally {
    await session.close()
  }
}

async function photograph(session: Session, dashboard: Page, popup: Page, path: string): Promise<void> {
  const take = async (page: Page, file: string) => {
    await page.bringToFront()
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({ path: `${path}-${file}.png` })
  }
  await take(dashboard, "dashboard")
  for (const scheme of ["dark", "light"] satisfies ColorScheme[]) {
    await session.browser.setColorScheme(scheme)
    await take(popup, `popup-${scheme}`)
  }
}
