import { mkdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import { LANGUAGES, type Language } from "../../src/messages/languages"
import type { Seed } from "../access/seeds"
import { become, show, speak } from "../access/states"
import { startSession } from "../browser/session"
import { until } from "../browser/until"

/*
 * npm run store:screenshots
 * The stores' pictures, 1280 by 800, in both languages, into store/screenshots: the popup beside the practice page, and
 * our own pages of somebody invented. Taken of the production build in Chromium.
 */

const folder = fileURLToPath(new URL("../../store/screenshots", import.meta.url))
const WIDE = { width: 1280, height: 800 }
/** What is left of it under the heading. */
const SHOWN = { width: 1200, height: 660 }
const POPUP = { width: 400, height: SHOWN.height }
const SITE = { width: SHOWN.width - POPUP.width - 20, height: SHOWN.height }

const SIMULATION: Record<Language, string> = {
  id: "SIMULASI · halaman latihan, semua data karangan · tidak resmi",
  en: "SIMULATION · practice page, all data invented · unofficial",
}

interface Picture {
  name: string
  heading: Record<Language, string>
  /** Of whom, and which page of ours. */
  seed: Seed
  path: string
}

const BESIDE = {
  name: "1-popup",
  heading: { id: "Langkah berikutnya, di samping dasbormu", en: "The next step, beside your dashboard" },
}

const OWN: readonly Picture[] = [
  {
    name: "2-wallet",
    heading: { id: "Periksa dulu sebelum menyambungkan", en: "Check first, before you link an account" },
    seed: "wallet open",
    path: "tabs/wallet.html",
  },
  {
    name: "3-history",
    heading: { id: "Semua yang tercatat, dengan buktinya", en: "All that was noted, with its evidence" },
    seed: "all done",
    path: "tabs/history.html",
  },
  {
    name: "4-settings",
    heading: { id: "Kamu yang mengatur", en: "You decide" },
    seed: "review outstanding",
    path: "options.html",
  },
]

const picture = async (page: Page) => `data:image/png;base64,${await page.screenshot({ encoding: "base64" })}`

/** Sets pictures side by side under a heading, and stores that as one. */
async function compose(
  frame: Page,
  file: string,
  heading: string,
  simulation: string,
  pictures: string[],
): Promise<void> {
  await frame.setViewport(WIDE)
  await frame.setContent(
    `<body style="margin:0;display:grid;grid-template-rows:auto 660px auto;gap:14px;box-sizing:border-box;width:1280px;
      height:800px;padding:22px 40px 0;background:#0b5f52;color:#fff;font-family:system-ui,sans-serif">
      <h1 style="margin:0;font-size:34px;line-height:44px">${heading}</h1>
      <div style="display:flex;gap:20px">${pictures
        .map((source) => `<img src="${source}" style="height:660px;border-radius:14px">`)
        .join("")}</div>
      <p style="margin:0;font-size:16px">${simulation}</p></body>`,
  )
  await frame.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  await frame.bringToFront()
  await frame.screenshot({ path: file as `${string}.png` })
}

// As most participants' browsers have it; the browser takes it from here.
process.env.TZ = "Asia/Jakarta"
const session = await startSession("chromium")
try {
  await session.registerSomeone({ displayName: "Siti Aminah", wave: 70, announcedOn: "2024-08-20" })
  const own = await session.browser.extensionPage("options.html")
  const popup = await session.popup()
  const site = await session.dashboard()
  const frame = await session.browser.newPage()
  await rm(folder, { recursive: true, force: true })
  for (const language of LANGUAGES) {
    await mkdir(join(folder, language), { recursive: true })
    const fileOf = (name: string) => join(folder, language, `${name}.png`)

    await become(session, own, { seed: "begun" })
    await speak(own, language)
    await site.page.setViewport(SITE)
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    const dashboard = await picture(site.page)
    await popup.page.setViewport(POPUP)
    await popup.page.bringToFront()
    await until("the popup speaks it", async () =>
      (await popup.page.evaluate(() => document.documentElement.lang)) === language ? true : undefined,
    )
    const pictures = [dashboard, await picture(popup.page)]
    await compose(frame, fileOf(BESIDE.name), BESIDE.heading[language], SIMULATION[language], pictures)

    for (const { name, heading, seed, path } of OWN) {
      await become(session, own, { seed })
      await speak(own, language)
      await own.bringToFront()
      await own.setViewport(SHOWN)
      await show(own, session.browser.extensionUrl(path), language)
      await compose(frame, fileOf(name), heading[language], SIMULATION[language], [await picture(own)])
    }
  }
  const { length } = await readFile(join(folder, "id", `${BESIDE.name}.png`))
  console.info(`store/screenshots: ${LANGUAGES.length * (OWN.length + 1)} pictures, e.g. ${length} bytes`)
} finally {
  await session.close()
}
