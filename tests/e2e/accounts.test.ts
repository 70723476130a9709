import { beforeEach, describe, expect, test } from "vitest"
import type { Fact } from "../../src/journey/facts"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import { daysAgo, type Popup, register } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import type { PracticePage } from "../browser/practice-page"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { stored } from "../browser/stored"
import { until, untilTrue } from "../browser/until"

const FIRST = "Peserta Karangan"
const SECOND = "Tetangga Karangan"
const PANEL = "[data-account-question]"

describe.each(BROWSERS)("the account on the dashboard in %s", (name) => {
  let session: Session
  let popup: Popup
  let site: PracticePage
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    popup = await session.popup()
    site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await popup.waitFor("the wallet is linked", (shown) => stateOf(shown, "wallet") === "done")
  })

  const overview = async (): Promise<Overview> => {
    const reply = await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))
    return reply.value
  }
  const lookedAt = async () => (await overview()).participant?.displayName
  const panel = () =>
    popup.page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, " "),
      PANEL,
    )
  const asks = () => until("the question is asked", async () => (await panel()) || undefined)
  const asksNothing = () =>
    until("nothing is asked", async () => ((await panel()) === undefined ? true : undefined))
  const answer = async (answered: string) => {
    await popup.page.bringToFront()
    const button = await popup.page.waitForSelector(`${PANEL} [data-answer="${answered}"]`, { visible: true })
    await button?.click()
  }
  const person = async (displayName: string) =>
    (await overview()).people.find((each) => each.displayName === displayName)?.id ?? ""
  /** Signals of what pages have shown, of one participant. */
  const seenOf = async (displayName: string): Promise<string[]> => {
    const id = await person(displayName)
    const tables = JSON.parse(await stored(popup.page)) as { store?: string; rows?: Fact[] }[]
    const facts = tables.find(({ store }) => store === "facts")?.rows ?? []
    return facts.flatMap((fact) => (fact.participant === id && fact.by === "page" ? fact.signal : []))
  }

  test("is the participant's own without a question, and leaves nothing raw behind", async () => {
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    expect(await panel()).toBeUndefined()
    const kept = (await stored(popup.page)).toLowerCase()
    expect(kept).not.toContain("peserta@karangan")
    expect(kept).not.toContain("halo, peserta")
    expect(kept).toContain("fingerprint")
  })

  test("of somebody new is noted for nobody, until they are; each keeps what is theirs", async () => {
    const before = await seenOf(FIRST)
    await site.open("/pelatihan-saya", { stop: "certificate", akun: "2" })
    await asks()
    expect(await seenOf(FIRST)).toEqual(before)
    expect(stateOf(await popup.read(), "certificate")).not.toBe("proposed")

    const account = await popup.page.$eval(PANEL, (found) => (found as HTMLElement).dataset.accountQuestion)
    await answer("new")
    const welcome = await session.browser.openedByExtension(`tabs/welcome.html?new=1&account=${account}`)
    await register(welcome, { displayName: SECOND, wave: 70, announcedOn: daysAgo(2) })
    await welcome.close()
    await site.page.bringToFront()
    await popup.waitFor("the second's certificate", (shown) => stateOf(shown, "certificate") === "proposed")
    expect(await lookedAt()).toBe(SECOND)
    expect(await panel()).toBeUndefined()
    expect(await seenOf(FIRST)).toEqual(before)
    const seconds = await seenOf(SECOND)
    expect(seconds).toContain("review-outstanding")

    await site.open("/pelatihan-saya", { stop: "bought", akun: "1" })
    await asks()
    expect(await panel()).toContain(FIRST)
    expect(await seenOf(SECOND)).toEqual(seconds)

    await answer(await person(FIRST))
    await until("the first is looked at", async () => ((await lookedAt()) === FIRST ? true : undefined))
    await site.page.bringToFront()
    await popup.waitFor("the first's purchase", (shown) => stateOf(shown, "purchase") === "done")
    expect(await panel()).toBeUndefined()
    expect(await seenOf(FIRST)).toContain("training-bought")
    expect(await seenOf(FIRST)).not.toContain("review-outstanding")
    expect(await seenOf(SECOND)).toEqual(seconds)
    const kept = (await stored(popup.page)).toLowerCase()
    expect(kept).not.toContain("tetangga@karangan")
  })

  test("of nobody here is noted for nobody, is not asked again, and can be said otherwise", async () => {
    const before = await seenOf(FIRST)
    await site.open("/pelatihan-saya", { stop: "certificate", akun: "2" })
    await asks()
    await answer("nobody")
    await site.page.bringToFront()
    await untilTrue(
      popup.page,
      "it is told that it is nobody's here",
      (selector) => document.querySelector(`${selector}[data-nobody]`) !== null,
      PANEL,
    )
    expect(await seenOf(FIRST)).toEqual(before)

    await popup.page.bringToFront()
    await popup.page.click(`${PANEL} summary`)
    await answer(await person(FIRST))
    await site.page.bringToFront()
    await popup.waitFor("it is noted after all", ({ next }) => next === "review")
    expect(await panel()).toBeUndefined()
  })

  test("of oneself again takes the question away", async () => {
    await site.open("/", { stop: "linked", akun: "2" })
    await asks()
    await site.click("Keluar")
    await site.open("/masuk", { akun: "1" })
    await site.click("Masuk")
    await asksNothing()
  })
})
