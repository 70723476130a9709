import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { pageShapeSchema } from "../../src/messages/page-shape"
import { violationsOn } from "../access/axe"
import { BROWSERS } from "../browser/browsers"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until, untilTrue } from "../browser/until"
import { DASHBOARD } from "../browser/world"

/** What tests/practice-site/tak-terbaca.html holds of somebody, in any place of it. */
const SECRETS =
  /suketi|wirasena|317101|contoh|0812|9876|melati|bekasi|rawa|4556|9855|kupu|eyJ|4f3c|ZGF|1998|agustus|17\b|07\.45/i

describe.each(BROWSERS)("the report of a page in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  const tabOf = (own: Page, path: string) =>
    own.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, `${DASHBOARD}${path}*`)
  const shows = (page: Page, selector: string) =>
    untilTrue(page, selector, (wanted) => document.querySelector(wanted) !== null, selector)
  const textOf = (page: Page, selector: string) =>
    page.$eval(selector, (element) => element.textContent ?? "")
  const press = (page: Page, selector: string) =>
    page.$eval(selector, (element) => (element as HTMLElement).click())

  test("tells of one that was not understood, nothing of anybody, and is saved on a click", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.page.bringToFront()
    await site.page.goto(`${DASHBOARD}/tak-terbaca.html`)
    await popup.waitFor("the page was not understood", ({ warnings }) =>
      warnings.some(({ id }) => id === "site-unreadable"),
    )
    const tab = await tabOf(popup.page, "/tak-terbaca.html")
    await site.page.bringToFront()
    await session.browser.pressInToolbarPopup(
      '[data-warning="site-unreadable"] [data-action="report-page"].button',
    )
    const report = await session.browser.openedByExtension(`tabs/report.html?tab=${tab}`)
    await shows(report, "[data-report=shown]")
    expect(await readdir(session.downloads)).toEqual([])
    const outline = await textOf(report, "[data-report-text=outline]")
    expect(outline).toContain("section")
    expect(outline).toMatch(/button \(disabled\)/)
    expect(outline).not.toMatch(SECRETS)
    const told = await textOf(report, "[data-report-text=json]")
    await report.bringToFront()
    await report.$eval("details", (details) => {
      details.open = true
    })
    expect(await violationsOn(report)).toEqual([])

    await press(report, "[data-action=save-report]")
    const saved = await until("the whole report is there", async () => {
      const file = (await readdir(session.downloads)).find((each) => each.endsWith(".json"))
      const text = file === undefined ? "" : await readFile(join(session.downloads, file), "utf8")
      return text.trimEnd().endsWith("}") ? text : undefined
    })
    expect(saved).toBe(told)
    expect(saved).not.toMatch(SECRETS)
    const { faults, ...shape } = JSON.parse(saved)
    expect(faults).toEqual([])
    expect(pageShapeSchema.parse(shape)).toMatchObject({
      site: "dashboard",
      host: new URL(DASHBOARD).host,
      path: "/x",
      leftOut: 0,
    })

    await site.page.close()
    await press(report, "[data-action=report-again]")
    await shows(report, "[data-report=refused][data-failure=page-unreachable]")
  })

  test("is not made of a login page, nor of a site that may not be read", async () => {
    const site = await session.dashboard()
    await site.open("/masuk")
    const own = await session.browser.extensionPage("tabs/report.html")
    await shows(own, "[data-report=none]")
    const tab = await tabOf(own, "/masuk")
    await site.page.bringToFront()
    await session.browser.pressInToolbarPopup('.verdict [data-action="report-page"]')
    const report = await session.browser.openedByExtension(`tabs/report.html?tab=${tab}`)
    await shows(report, "[data-report=refused][data-failure=page-private]")
    expect(await report.$("[data-report-text]")).toBeNull()
    await report.bringToFront()
    expect(await violationsOn(report)).toEqual([])

    const itself = await own.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? 0)
    const reply = await own.evaluate(
      (id) => chrome.runtime.sendMessage({ type: "page-shape", tab: id }),
      itself,
    )
    expect(reply).toEqual({ ok: false, failure: "not-allowed" })
  })

  test("builds a page again that is read like the one it is of", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.page.bringToFront()
    await site.page.goto(`${DASHBOARD}/laporan.html?berkas=pelatihan-saya`)
    // Titles are alike once every word is: those of as many words are taken for one training.
    await popup.waitFor("its trainings show", ({ trainings }) => trainings.length === 2)
    const { value } = await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
    const titles = ((value as Overview).journey?.trainings ?? []).map(({ title }) => title)
    expect(titles.sort()).toEqual(["Kata kata", "Kata kata kata"])
  })
})
