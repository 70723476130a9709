import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { LANGUAGES } from "../../src/messages/languages"
import { BROWSERS, type BrowserName, type ColorScheme } from "../browser/browsers"
import { startSession } from "../browser/session"
import { SCENES } from "./pages"
import { become, show, speak } from "./states"

/*
 * npm run screenshots [-- chromium|firefox]
 * A picture of every page in every state, as a phone and as a wide screen show it, light and dark, in both languages:
 * build/screenshots/<browser>/<language>/<scene>-<width>-<scheme>.png
 */

const SIZES = [
  { width: 360, height: 800 },
  { width: 1280, height: 800 },
]
const SCHEMES: ColorScheme[] = ["dark", "light"]
const root = fileURLToPath(new URL("../../build/screenshots", import.meta.url))

async function photograph(name: BrowserName): Promise<number> {
  const folder = join(root, name)
  await rm(folder, { recursive: true, force: true })
  const session = await startSession(name)
  let taken = 0
  try {
    await session.browser.openedByExtension("tabs/welcome.html")
    const keeper = await session.browser.extensionPage("options.html")
    const page = await session.browser.extensionPage("popup.html")
    await page.bringToFront()
    for (const scene of SCENES) {
      await become(session, keeper, scene)
      for (const language of LANGUAGES) {
        await mkdir(join(folder, language), { recursive: true })
        await speak(keeper, language)
        await show(page, session.browser.extensionUrl(scene.path), language)
        for (const size of SIZES) {
          await page.setViewport(size)
          for (const scheme of SCHEMES) {
            await session.browser.setColorScheme(scheme)
            const file = `${scene.name.replace(/\W+/g, "-")}-${size.width}-${scheme}.png`
            await page.screenshot({ path: join(folder, language, file), fullPage: true })
            taken += 1
          }
        }
      }
    }
    return taken
  } finally {
    await session.close()
  }
}

const wished = BROWSERS.filter((name) => process.argv.includes(name))
for (const name of wished.length > 0 ? wished : (["chromium"] as const)) {
  const taken = await photograph(name)
  console.info(`${name}: ${taken} pictures in build/screenshots/${name}`)
}
