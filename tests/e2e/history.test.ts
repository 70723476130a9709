import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import type { Journey } from "../../src/journey/journey"
import { BROWSERS } from "../browser/browsers"
import { daysAgo, type Popup } from "../browser/popup"
import { type PopupState, stateOf } from "../browser/popup-state"
import type { PracticePage } from "../browser/practice-page"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { addTraining, give } from "../browser/training-form"
import { until, untilTrue } from "../browser/until"

const TITLE = "Desain Kemasan untuk Usaha Rumahan"
const BY_HAND = "Barista Pemula"

describe.each(BROWSERS)("the history in %s", (name) => {
  let session: Session
  let popup: Popup
  let dashboard: PracticePage
  let history: Page
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    popup = await session.popup()
    dashboard = await session.dashboard()
    await dashboard.open("/", { stop: "redeemed" })
    await popup.waitFor("the code is used", (shown) => stateOf(shown, "redeem") === "done")
    history = await session.browser.extensionPage("tabs/history.html")
    await history.bringToFront()
    await history.waitForSelector("[data-fact]")
  })

  const journey = async (): Promise<Journey> => {
    const reply = await history.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
    return reply.value.journey
  }
  const press = async (selector: string) => {
    await history.bringToFront()
    const button = await history.waitForSelector(selector, { visible: true })
    await button?.click()
    await button?.dispose()
  }
  /** The id of the newest entry whose words, or quoted words, hold this. */
  const factSaying = (words: string) =>
    until(`an entry says ${words}`, () =>
      history.evaluate((text) => {
        const entries = [...document.querySelectorAll<HTMLElement>("[data-fact]")]
        return entries.find((entry) => entry.innerText.includes(text))?.dataset.fact
      }, words),
    )
  const standsAs = (fact: string, standing: string) =>
    history.waitForSelector(`[data-fact="${fact}"][data-standing="${standing}"]`)
  const ours = ({ trainings }: PopupState) =>
    trainings.filter(({ title }) => title === TITLE || title === BY_HAND).map(({ title }) => title)
  /** Shows the history of the training with this title. */
  const choose = async (title: string) => {
    const id = (await journey()).trainings.find((training) => training.title === title)?.id
    await history.bringToFront()
    await history.select(".noted-facts select", `one:${id}`)
    await history.waitForSelector(`[data-tools="${id}"]`)
    return id ?? ""
  }
  const shows = (count: number) =>
    popup.waitFor(`${count} trainings`, (shown) => ours(shown).length === count)

  test("a fact that is rejected counts for nothing, in the popup too, until that is undone", async () => {
    const fact = await factSaying("Redeem Berhasil")
    await press(`[data-fact="${fact}"] [data-action=reject]`)
    await standsAs(fact, "rejected")
    await untilTrue(
      history,
      "the keyboard stays on the entry",
      (id) => (document.activeElement as HTMLElement).dataset.fact === id,
      fact,
    )
    await popup.waitFor("the code is not used", (shown) => stateOf(shown, "redeem") !== "done")

    await press(`[data-fact="${fact}"] [data-action=undo]`)
    await standsAs(fact, "counts")
    await popup.waitFor("the code is used again", (shown) => stateOf(shown, "redeem") === "done")
  })

  test("the corrected day of a step stands, and no page overrules it", async () => {
    const onOf = async () => {
      const steps = (await journey()).trainings.flatMap((training) => training.steps)
      return steps.find(({ id }) => id === "redeem")?.on
    }
    const fact = await factSaying("Redeem Berhasil")
    const day = daysAgo(1)
    expect(await onOf()).not.toBe(day)
    await press(`[data-fact="${fact}"] [data-action=correct]`)
    await history.waitForSelector(`[data-fact="${fact}"] [name=on]`)
    const steps = await history.$(`[data-fact="${fact}"] [name=step]`)
    if (steps) await history.select(`[data-fact="${fact}"] [name=step]`, "redeem")
    await give(history, `[data-fact="${fact}"] [name=on]`, day)
    await press(`[data-fact="${fact}"] [data-action=save-correction]`)
    await until("the day is the person's", async () => ((await onOf()) === day ? true : undefined))

    await dashboard.open("/pelatihan-saya")
    await dashboard.plant("Akun kamu terindikasi melakukan kecurangan")
    await popup.waitFor("the page is read again", ({ warnings }) =>
      warnings.some(({ id }) => id === "account-flagged"),
    )
    expect(await onOf()).toBe(day)
  })

  test("two trainings are put together, and taken apart again", async () => {
    await popup.page.bringToFront()
    await addTraining(popup, { title: BY_HAND, mode: "webinar" })
    await shows(2)
    await history.bringToFront()
    await untilTrue(
      history,
      "the new training can be chosen",
      (title) =>
        [...document.querySelectorAll(".noted-facts option")].some((each) => each.textContent === title),
      BY_HAND,
    )
    await choose(TITLE)
    const other = (await journey()).trainings.find(({ title }) => title === BY_HAND)?.id ?? ""
    await press("[data-action=open-merge]")
    await history.select(".tools-form [name=other]", other)
    await press("[data-action=merge-training]")
    await history.waitForSelector("[data-judgement]")
    await shows(1)

    await press("[data-judgement] [data-action=undo-same]")
    await shows(2)
  })

  test("one training is taken apart, and put together again", async () => {
    const id = await choose(TITLE)
    await press("[data-action=open-split]")
    const bought = await history.$$eval(".tools-form [name=fact]", (boxes) =>
      boxes.map((box) => (box as HTMLInputElement).value),
    )
    expect(bought.length).toBeGreaterThan(1)
    await press(`.tools-form [name=fact][value="${bought[0]}"]`)
    await press("[data-action=split-training]")
    await history.waitForSelector(`[data-tools="${id}"] [data-judgement]`)
    await until("there are two", async () => {
      const known = (await journey()).trainings.filter(({ optional }) => !optional)
      return known.length === 2 ? true : undefined
    })

    await press("[data-judgement] [data-action=undo-same]")
    await until("there is one", async () => {
      const known = (await journey()).trainings.filter(({ optional }) => !optional)
      return known.length === 1 ? true : undefined
    })
  })

  test("is filtered from the popup, and its table holds what the picture shows", async () => {
    await popup.page.bringToFront()
    await popup.page.click("[data-training] [data-action=edit-training]")
    const id = (await journey()).trainings.find(({ title }) => title === TITLE)?.id ?? ""
    const button = await popup.page.waitForSelector("[data-action=join-or-separate]", { visible: true })
    await button?.click()
    const filtered = await session.browser.openedByExtension(`tabs/history.html#training=${id}`)
    await filtered.bringToFront()
    await filtered.waitForSelector("[data-tools]")
    await filtered.waitForSelector("[data-fact]")
    const shown = await filtered.$$eval("[data-fact]", (entries) => entries.length)
    const everything = await history.$$eval("[data-fact]", (entries) => entries.length)
    expect(shown).toBeLessThan(everything)
    await filtered.close()

    await history.bringToFront()
    const told = await history.evaluate(() => ({
      drawn: [...document.querySelectorAll<HTMLElement>(".timeline-picture [data-mark]")].map(
        (mark) => `${mark.dataset.mark} ${mark.dataset.count}`,
      ),
      rows: [...document.querySelectorAll<HTMLElement>("#timeline-table [data-mark]")].map(
        (row) => row.dataset.mark,
      ),
      scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }))
    expect(told.drawn.length).toBeGreaterThan(2)
    for (const mark of told.drawn) expect(told.rows).toContain(mark.replace(/ \d+$/, ""))
    expect(told.scrolls).toBe(false)
    await history.setViewport({ width: 320, height: 640 })
    await untilTrue(history, "nothing sticks out", () => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth <= clientWidth
    })
  })
})
