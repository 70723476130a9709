import type { Page } from "puppeteer-core"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { until, untilTrue } from "../browser/until"
import { PINTAR } from "../browser/world"

const SITE = "pintar"
const PATTERNS = [`${PINTAR}/*`]
const PAGE = `${PINTAR}/watching/kartu.html`

/** The overview as a page of ours is given it. */
async function overviewOf(page: Page): Promise<Overview> {
  const reply = await page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
  return reply.value
}

describe.each(BROWSERS)("platforms in %s", (name) => {
  let session: Session
  let settings: Page
  beforeEach(async () => {
    session = await startSession(name)
    await session.registerSomeone()
    settings = await session.browser.extensionPage("options.html")
  })
  afterEach(() => session.close())

  const row = `[data-site="${SITE}"]`
  const press = async (action: string) => {
    await settings.bringToFront()
    const button = await settings.waitForSelector(`${row} [data-action="${action}"]`, { visible: true })
    await button?.click()
  }
  const choose = async () => {
    await session.browser.willAllow(PATTERNS)
    await press("choose-site")
    await settings.waitForSelector(`${row}[data-chosen="true"][data-access="true"]`)
  }
  const lastRead = async () => (await overviewOf(settings)).sites.find(({ site }) => site === SITE)?.lastRead
  /** Looks at the platform's page, and waits until that was noted. */
  const lookAt = async (page: Page) => {
    const before = await lastRead()
    await page.bringToFront()
    await page.goto(PAGE)
    return until("the platform's page is read", async () => {
      const now = await lastRead()
      return now !== before && now !== undefined ? now : undefined
    })
  }
  const scripts = () =>
    settings.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id))

  test("a platform is read from the choice on, over the background's end and an update", async () => {
    const page = await session.browser.newPage()
    await page.goto(PAGE)
    expect(await scripts()).toEqual([])
    expect(await settings.evaluate((origins) => chrome.permissions.contains({ origins }), PATTERNS)).toBe(
      false,
    )

    await choose()
    await lookAt(page)
    const popup = await session.popup()
    await popup.waitFor("the platform's training shows", ({ trainings }) =>
      trainings.some(({ words }) => words.includes("Desain Kemasan untuk Usaha Rumahan")),
    )
    await untilTrue(
      settings,
      "the row says so",
      (selector) => /\d{4}/.test(document.querySelector(`${selector} .site-standing`)?.textContent ?? ""),
      row,
    )

    await session.browser.killBackground()
    await lookAt(page)
    expect(await scripts()).toEqual([SITE])

    await session.browser.reloadExtension()
    settings = await session.browser.extensionPage("options.html")
    await settings.waitForSelector(`${row}[data-chosen="true"][data-access="true"]`)
    await until("the reader is registered again", async () =>
      (await scripts()).includes(SITE) ? true : undefined,
    )
    await lookAt(page)
    expect(await scripts()).toEqual([SITE])
  })

  test("after a restart of the browser the platform is still chosen, and read", async () => {
    await choose()
    await session.restart()
    settings = await session.browser.extensionPage("options.html")
    if (name === "chromium") {
      // The harness installs an unpacked extension anew, for which Chromium takes back what was granted to it.
      await settings.waitForSelector(`${row}[data-chosen="true"][data-access="false"]`)
      await session.browser.willAllow(PATTERNS)
      await press("grant-access")
    }
    await settings.waitForSelector(`${row}[data-chosen="true"][data-access="true"]`)
    await lookAt(await session.browser.newPage())
    expect(await scripts()).toEqual([SITE])
  })

  test("access that was taken back is noticed, and given again by the warning's button", async () => {
    await choose()
    const page = await session.browser.newPage()
    await lookAt(page)
    const popup = await session.popup()
    const missing = () =>
      popup.page.evaluate(() => document.querySelectorAll("[data-warning=access-missing]").length)

    await settings.evaluate((origins) => chrome.permissions.remove({ origins }), PATTERNS)
    await popup.waitFor("the missing access is a warning", ({ warnings }) =>
      warnings.some(({ id, words }) => id === "access-missing" && words.includes("Pintar")),
    )
    expect(await missing()).toBe(1)
    await settings.waitForSelector(`${row}[data-chosen="true"][data-access="false"]`)
    await until("the reader is gone", async () => ((await scripts()).length === 0 ? true : undefined))
    // The script of the page that is open stays with it, and is not heard any more.
    const before = await lastRead()
    await page.bringToFront()
    await page.goto(PAGE)
    await page.waitForFunction(() => performance.now() > 3000)
    expect(await lastRead()).toBe(before)

    await session.browser.willAllow(PATTERNS)
    await popup.page.bringToFront()
    const button = await popup.page.waitForSelector(
      "[data-warning=access-missing] [data-action=grant-access]",
    )
    await button?.click()
    await popup.waitFor("the warning is gone", ({ warnings }) =>
      warnings.every(({ id }) => id !== "access-missing"),
    )
    await lookAt(page)
  })

  test("a platform that is no longer watched gives its access back", async () => {
    await choose()
    const page = await session.browser.newPage()
    await lookAt(page)
    await press("leave-site")
    await settings.waitForSelector(`${row}[data-chosen="false"][data-access="false"]`)
    expect(await settings.evaluate((origins) => chrome.permissions.contains({ origins }), PATTERNS)).toBe(
      false,
    )
    await until("the reader is gone", async () => ((await scripts()).length === 0 ? true : undefined))
    expect((await overviewOf(settings)).journey?.warnings.map(({ id }) => id)).not.toContain("access-missing")
  })
})
