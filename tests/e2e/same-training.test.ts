import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import type { Journey } from "../../src/journey/journey"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import type { Popup } from "../browser/popup"
import { practicePage } from "../browser/practice-page"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until } from "../browser/until"
import { PINTAR } from "../browser/world"

const SITE = "pintar"
const TITLE = "Desain Kemasan untuk Usaha Rumahan"
/** Shows a course by a title that might be the same. */
const UNSURE = `${PINTAR}/same/kartu.html`
const UNSURE_TITLE = "Desain Kemasan bagi Usaha Rumahan"

describe.each(BROWSERS)("one training on two sites in %s", (name) => {
  let session: Session
  let popup: Popup
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    await choosePlatform()
    popup = await session.popup()
    const dashboard = await session.dashboard()
    await dashboard.open("/", { stop: "bought" })
    await popup.waitFor("the dashboard's training shows", ({ trainings }) =>
      trainings.some(({ words }) => words.includes(TITLE)),
    )
  })

  async function choosePlatform(): Promise<void> {
    const settings = await session.browser.extensionPage("options.html")
    const row = `[data-site="${SITE}"]`
    await session.browser.willAllow([`${PINTAR}/*`])
    await settings.bringToFront()
    const button = await settings.waitForSelector(`${row} [data-action="choose-site"]`, { visible: true })
    await button?.click()
    await settings.waitForSelector(`${row}[data-chosen="true"][data-access="true"]`)
    await settings.close()
  }
  const overview = async (): Promise<Overview> => {
    const reply = await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
    return reply.value
  }
  const journey = async () => (await overview()).journey as Journey
  const titles = async () => (await journey()).trainings.map(({ title, seenOn }) => [title, ...seenOn])
  /** Loads the platform's page, and waits until that was noted. */
  const lookAt = async (page: Page) => {
    const lastRead = async () => (await overview()).sites.find(({ site }) => site === SITE)?.lastRead
    const before = await lastRead()
    await page.bringToFront()
    await page.goto(UNSURE)
    await until("the platform's page is read", async () => {
      const now = await lastRead()
      return now !== undefined && now !== before ? now : undefined
    })
  }
  const press = async (selector: string) => {
    await popup.page.bringToFront()
    const button = await popup.page.waitForSelector(selector, { visible: true })
    await button?.click()
    await button?.dispose()
  }
  const asked = () => popup.page.evaluate(() => document.querySelectorAll("[data-same]").length)
  const hasTrainings = (...wanted: string[]) =>
    popup.waitFor(`the trainings are ${wanted.join(" and ")}`, ({ trainings }) => {
      const shown = trainings.filter(({ words }) => words.includes("Desain Kemasan"))
      return shown.length === wanted.length && wanted.every((title, at) => shown[at]?.words.includes(title))
    })

  test("titles that surely are the same are one training, and nothing is asked", async () => {
    const [bought] = (await journey()).trainings
    const platform = practicePage(await session.browser.newPage(), PINTAR)
    await platform.open("/id/prakerja", { stop: "learning" })
    const shown = await popup.waitFor("the platform's word is on the dashboard's training", ({ steps }) =>
      steps.some(({ id, state, training }) => id === "attend" && state === "open" && training === bought?.id),
    )
    expect(shown.trainings.filter(({ words }) => /desain kemasan/i.test(words))).toHaveLength(1)
    expect((await titles())[0]).toEqual([TITLE, "Dashboard Prakerja", "Pintar"])
    expect((await journey()).questions).toEqual([])
    expect(await asked()).toBe(0)
  })

  test("titles that may be the same are asked about once; a yes makes them one, and can be taken back", async () => {
    const page = await session.browser.newPage()
    await lookAt(page)
    await popup.page.waitForSelector(`[data-same]`)
    await hasTrainings(TITLE, UNSURE_TITLE)

    await press("[data-same] [data-action=same]")
    await hasTrainings(TITLE)
    expect(await asked()).toBe(0)
    expect(await titles()).toEqual([[TITLE, "Dashboard Prakerja", "Pintar"]])
    await lookAt(page)
    expect(await titles()).toEqual([[TITLE, "Dashboard Prakerja", "Pintar"]])
    expect(await asked()).toBe(0)

    await press("[data-training] [data-action=undo-same]")
    await hasTrainings(TITLE, UNSURE_TITLE)
    await popup.page.waitForSelector("[data-same]")
  })

  test("a no keeps two, is not asked again, and the platform's can be put away and shown again", async () => {
    const page = await session.browser.newPage()
    await lookAt(page)
    await press("[data-same] [data-action=different]")
    await popup.page.waitForFunction(() => document.querySelector("[data-same]") === null)
    await lookAt(page)
    await hasTrainings(TITLE, UNSURE_TITLE)
    expect((await journey()).questions).toEqual([])

    await press("[data-training] [data-action=not-mine]")
    await hasTrainings(TITLE)
    await lookAt(page)
    expect(await titles()).toEqual([[TITLE, "Dashboard Prakerja"]])
    await press(".hidden-trainings summary")
    await press("[data-hidden-training] [data-action=undo]")
    await hasTrainings(TITLE, UNSURE_TITLE)
  })
})
