import { readFile, rm } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import { BROWSERS, type BrowserName } from "../../browser/browsers"
import { withPreamble } from "../../browser/preamble"
import { startSession } from "../../browser/session"
import { until } from "../../browser/until"
import type { Drill } from "../drill"
import { OWN_PAGES } from "../own-pages"

/** Where `ways-out.js` leads: a host that answers, so that what is let out arrives. */
const OUTSIDE = "perpustakaan.example"

/**
 * What a browser does not even begin from such a page, so that the policy has nothing to say: a manifest is asked for when a
 * site is installed, and a worker must be of the page's own origin. Firefox asks for no hyperlink's ping and for nothing
 * in advance.
 */
const NOT_BEGUN: Record<BrowserName, readonly string[]> = {
  chromium: ["manifest", "worker", "shared-worker"],
  firefox: ["manifest", "worker", "shared-worker", "ping", "prefetch", "preload", "modulepreload", "icon"],
}

interface Told {
  tried: string[]
  refused: string[]
}

/** Whoever waits there has been refused by the policy, and nothing has arrived. */
function judged(who: string, name: BrowserName, { tried, refused }: Told): string[] {
  return tried
    .filter((way) => !refused.includes(way) && !NOT_BEGUN[name].includes(way))
    .map((way) => `${who}: ${way} was not refused by the policy`)
}

async function tryWays(name: BrowserName, rounds: number) {
  const file = await readFile(fileURLToPath(new URL("../../browser/ways-out.js", import.meta.url)), "utf8")
  const ways = file
    .slice(file.indexOf("*/") + 2)
    .trim()
    .replace(/^;/, "")
  const background = `(${ways})("background").then((told) =>
    (globalThis.browser ?? globalThis.chrome).storage.local.set({ "ways-out": told }))`
  const extensionDir = await withPreamble(name, { "static/background/index.js": background })
  const session = await startSession(name, { extensionDir })
  const findings: string[] = []
  const figures = { "ways tried": 0, "refused by the policy": 0, "requests that arrived": 0 }
  const note = (who: string, told: Told) => {
    figures["ways tried"] += told.tried.length
    figures["refused by the policy"] += told.tried.filter((way) => told.refused.includes(way)).length
    findings.push(...judged(who, name, told))
  }
  try {
    await session.registerSomeone()
    for (let round = 0; round < rounds; round += 1)
      for (const path of OWN_PAGES) {
        const page = await session.browser.extensionPage(path)
        note(path, (await page.evaluate(`(${ways})(${JSON.stringify(path.replace("/", "-"))})`)) as Told)
        await page.close()
      }
    const page = await session.browser.extensionPage("popup.html")
    note("background", await toldByBackground(page))
    const arrived = session.world.asked.filter((asked) => asked.startsWith(OUTSIDE))
    figures["requests that arrived"] = arrived.length
    findings.push(...arrived.map((asked) => `arrived: ${asked}`))
    // The way there is open: a page that may go there does.
    const outside = await session.browser.newPage()
    await outside.goto(`https://${OUTSIDE}/terbuka`)
    if (!session.world.asked.includes(`${OUTSIDE}/terbuka`)) findings.push("nothing can arrive at all")
    return { findings, figures }
  } finally {
    await session.close()
    await rm(extensionDir, { recursive: true, force: true })
  }
}

function toldByBackground(page: Page): Promise<Told> {
  return until("the background has tried", async () => {
    const told = await page.evaluate(async () => (await chrome.storage.local.get("ways-out"))["ways-out"])
    return told as Told | undefined
  })
}

export const waysOut: readonly Drill[] = BROWSERS.map((browser) => ({
  promise: "nothing-leaves",
  name: "every page of ours and the background try every way out",
  browser,
  unit: "times each",
  short: 1,
  long: 3,
  run: (rounds) => tryWays(browser, rounds),
}))
