import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import type { Popup } from "../browser/popup"
import { practicePage } from "../browser/practice-page"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until } from "../browser/until"
import { BANK, DASHBOARD, KARSA, PINTAR, STRANGERS } from "../browser/world"

const HOST = new URL(KARSA).host
const SITE = `host:${HOST}`
const PATTERNS = [`${KARSA}/*`]
const COURSE = "/kelas/desain-kemasan"

describe.each(BROWSERS)("watching any site in %s", (name) => {
  let session: Session
  let popup: Popup
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    popup = await session.popup()
  })

  const overview = async (): Promise<Overview> => {
    const reply = await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
    return reply.value
  }
  const site = async () => (await overview()).sites.find((each) => each.site === SITE)
  const isGranted = () => popup.page.evaluate((origins) => chrome.permissions.contains({ origins }), PATTERNS)
  /** What the popup shows, but for the words, which tell the time that is left. */
  const known = async () => {
    const { steps, trainings } = await popup.read()
    return { steps, trainings: trainings.map(({ title }) => title) }
  }
  /** The popup over a tab, once it has judged it and shows the journey. */
  const popupOver = async (page: Page, address: string) => {
    await page.bringToFront()
    await page.goto(address)
    return session.browser.toolbarPopup("main:has([data-verdict]):has([data-next-step])")
  }

  test("one click has the open page read for a training, only ever asking; another gives the access back", async () => {
    const dashboard = await session.dashboard()
    await dashboard.open("/", { stop: "redeemed" })
    const bought = await popup.waitFor("the training is redeemed", ({ steps }) =>
      steps.some(({ id, state, training }) => id === "redeem" && state === "done" && training),
    )
    const training = bought.steps.find(({ id }) => id === "redeem")?.training

    const course = practicePage(await session.browser.newPage(), KARSA)
    await course.open(COURSE, { stop: "post-tested" })
    expect(await isGranted()).toBe(false)
    await session.browser.willAllow(PATTERNS)
    await course.page.bringToFront()
    await session.browser.pressInToolbarPopup(
      `[data-watch="${SITE}"] [data-action=watch-site]`,
      `[data-watch="${SITE}"] [data-action=leave-site]`,
    )
    expect(await isGranted()).toBe(true)
    expect(await site()).toMatchObject({ kind: "watched", chosen: true, access: true, training })

    // A page in the background is read when it is looked at again.
    await course.page.bringToFront()
    const asked = await popup.waitFor("the post-test is proposed on that training", ({ steps }) =>
      steps.some(
        (step) => step.id === "post-test" && step.state === "proposed" && step.training === training,
      ),
    )
    expect(asked.trainings).toHaveLength(bought.trainings.length)
    expect(asked.steps.find(({ id }) => id === "post-test")?.actions).toEqual(
      expect.arrayContaining(["confirm", "reject"]),
    )

    await course.page.bringToFront()
    await session.browser.pressInToolbarPopup(
      `[data-watch="${SITE}"] [data-action=leave-site]`,
      `[data-watch="${SITE}"] [data-action=watch-site]`,
    )
    await until("the access is given back", async () => ((await isGranted()) ? undefined : true))
    expect(await site()).toBeUndefined()
    const before = await known()
    await course.open(COURSE, { stop: "finished" })
    // The reader would have begun by then: it looks at a page within half a second.
    await course.page.waitForFunction(() => performance.now() > 3000)
    expect(await known()).toEqual(before)
    const scripts = await popup.page.evaluate(() => chrome.scripting.getRegisteredContentScripts())
    expect(scripts).toEqual([])
  })

  test("a described platform is offered by its name, and can be chosen there", async () => {
    const page = await session.browser.newPage()
    await session.browser.willAllow([`${PINTAR}/*`])
    await page.bringToFront()
    await page.goto(`${PINTAR}/watching/kartu.html`)
    await session.browser.pressInToolbarPopup(
      '[data-watch="pintar"] [data-action=choose-site]',
      '[data-watch="pintar"] [data-action=leave-site]',
    )
    await page.bringToFront()
    await popup.waitFor("the platform's training shows", ({ trainings }) =>
      trainings.some(({ words }) => words.includes("Desain Kemasan untuk Usaha Rumahan")),
    )
  })

  test("is never offered on a bank's, an official or a pretending host, and refused if it is asked for", async () => {
    const page = await session.browser.newPage()
    expect(await popupOver(page, `${KARSA}${COURSE}`)).toContain("data-watch")
    const [digits, inside, bait] = STRANGERS
    for (const address of [BANK, DASHBOARD, `https://${digits}`, `https://${inside}`, `https://${bait}`]) {
      expect(await popupOver(page, address)).not.toContain("data-watch")
      const reply = await popup.page.evaluate(async (host) => {
        const { value } = await chrome.runtime.sendMessage({ type: "overview" })
        const participant = value.participant.id
        return chrome.runtime.sendMessage({ type: "watch-site", participant, host })
      }, new URL(address).host)
      expect(reply).toEqual({ ok: false, failure: "not-allowed" })
    }
  })
})
