import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BROWSERS, type BrowserName, buildFolder } from "../browser/browsers"
import type { PracticePage } from "../browser/practice-page"
import { type Session, startSession } from "../browser/session"
import { until, untilTrue } from "../browser/until"

const stranger = fileURLToPath(new URL("stranger", import.meta.url))

/** What all of them try, for the page's own world. */
const attempts = readFileSync(new URL("stranger/attempts.js", import.meta.url), "utf8")

type Results = Record<string, string>

/** The id by which others would speak to us, the address of our files, and one of our pictures. */
function targetIn(name: BrowserName, { browser }: Session): { id: string; origin: string; icon: string } {
  const manifest = JSON.parse(readFileSync(`${buildFolder(name)}/manifest.json`, "utf8"))
  const origin = browser.extensionUrl("").slice(0, -1)
  const id = manifest.browser_specific_settings?.gecko?.id ?? new URL(origin).host
  return { id, origin, icon: manifest.icons["128"] }
}

/** All that is kept of anybody. When pages were last read goes on by itself. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opened = indexedDB.open("jejak")
    await new Promise((resolve, reject) => {
      opened.onsuccess = resolve
      opened.onerror = reject
    })
    const database = opened.result
    const names = [...database.objectStoreNames].filter((name) => name !== "reads" && name !== "sites")
    const transaction = database.transaction(names)
    const rows: [string, unknown][] = []
    for (const name of names) {
      const asked = transaction.objectStore(name).getAll()
      await new Promise((resolve) => {
        asked.onsuccess = resolve
      })
      rows.push([name, asked.result])
    }
    database.close()
    return JSON.stringify(rows)
  })
}

describe.each(BROWSERS)("strangers in %s", (name) => {
  let session: Session
  let site: PracticePage
  let own: Page
  let before: string
  beforeAll(async () => {
    session = await startSession(name, { beside: [stranger] })
    await session.registerSomeone()
    own = await session.browser.extensionPage("popup.html")
    site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    before = await until("the page was read", async () => {
      const rows = await kept(own)
      return rows.includes('"by":"page"') ? rows : undefined
    })
  })
  afterAll(() => session.close())

  test("another extension is told nothing and changes nothing", async () => {
    const target = JSON.stringify(targetIn(name, session))
    await site.page.evaluate((told) => {
      document.documentElement.dataset.target = told
      document.dispatchEvent(new Event("stranger-try"))
    }, target)
    await untilTrue(
      site.page,
      "everything was tried",
      () => document.documentElement.dataset.result !== undefined,
    )
    const result = await site.page.evaluate(() => document.documentElement.dataset.result ?? "{}")
    const { here, there } = JSON.parse(result) as { here: Results; there: Results }
    expect(Object.keys(here).length).toBeGreaterThan(20)
    expect(Object.keys(there).length).toBeGreaterThan(15)
    expect(told(here)).toEqual([])
    expect(told(there)).toEqual([])
    expect(await kept(own)).toBe(before)
  })

  test("a page is told nothing, cannot even see that we are there, and changes nothing", async () => {
    const result = await site.page.evaluate(
      async (code, target) => {
        // biome-ignore lint/security/noGlobalEval: the page runs what a page would bring along.
        globalThis.eval(code)
        const { jejakAttempts } = globalThis as unknown as {
          jejakAttempts: (target: unknown) => Promise<object>
        }
        return JSON.stringify(await jejakAttempts(target))
      },
      attempts,
      targetIn(name, session),
    )
    expect(told(JSON.parse(result) as Results)).toEqual([])
    expect(await kept(own)).toBe(before)
  })

  test("a page changes nothing by opening one of ours", async () => {
    const { origin } = targetIn(name, session)
    await site.page.evaluate((address) => {
      for (const path of ["popup.html", "tabs/report.html?tab=1", "options.html"]) {
        try {
          window.open(`${address}/${path}`)
        } catch {
          // Firefox does not even try.
        }
        const link = Object.assign(document.createElement("a"), {
          href: `${address}/${path}`,
          target: "_blank",
        })
        document.body.append(link)
        link.click()
        link.remove()
      }
    }, origin)
    await site.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(await kept(own)).toBe(before)
  })

  test.each([
    "popup.html?participant=x&type=delete-everything#delete-everything",
    "tabs/report.html?tab=99999999",
    "tabs/report.html?tab=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "tabs/reminder.html?id=%22%3E%3Cimg%20src%3Dx%3E%7C__proto__",
    "tabs/welcome.html?displayName=Orang&wave=70&announcedOn=2024-01-01",
  ])("a page of ours does nothing by its address alone: %s", async (path) => {
    const page = await session.browser.extensionPage(path)
    await untilTrue(page, "it is there", () => document.querySelector("main") !== null)
    expect(await page.evaluate(() => document.querySelectorAll("img[src=x], script:not([src])").length)).toBe(
      0,
    )
    expect(await kept(own)).toBe(before)
    await page.close()
  })
})

/** Whatever did not come to nothing. */
function told(results: Results): string[] {
  return Object.entries(results).flatMap(([name, result]) =>
    result === "nothing" ? [] : [`${name}: ${result}`],
  )
}
