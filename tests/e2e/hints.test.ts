import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import en from "../../locales/en/messages.json"
import id from "../../locales/id/messages.json"
import { BROWSERS } from "../browser/browsers"
import { clickCard, type HintCard, readCard, untilCard, untilNoCard } from "../browser/hint-card"
import type { Popup } from "../browser/popup"
import type { PracticePage } from "../browser/practice-page"
import { type Session, startSession } from "../browser/session"
import { until, untilTrue } from "../browser/until"

/** Longer than a read and its answer take; that nothing came can only be told after the time in which it would have come. */
const LONG_ENOUGH = 2000

describe.each(BROWSERS)("the card in a page of %s", (name) => {
  // Chromium follows the language only where it is installed.
  const words: Record<string, { message: string }> = name === "firefox" ? id : en
  const say = (key: string) => words[key]?.message ?? ""
  const titled = (hint: string) => (card: HintCard) => card.title === say(`hint_${hint}_title`)
  const shows = (hint: string, form: HintCard["form"] = "whole") =>
    untilCard(site.page, `the card ${hint} is ${form}`, (card) => titled(hint)(card) && card.form === form)

  let session: Session
  let popup: Popup
  let site: PracticePage
  beforeAll(async () => {
    session = await startSession(name, { lang: "id" })
    await session.registerSomeone()
    popup = await session.popup()
    site = await session.dashboard()
  })
  afterAll(() => session.close())
  beforeEach(async () => {
    // Whatever the test before has left, had it failed halfway.
    await site.page.setViewport({ width: 1024, height: 768 })
    await session.browser.setColorScheme("light")
    await prefer({ hints: true, language: "browser" })
    await forgetDismissals()
  })

  const ask = (message: object) =>
    popup.page.evaluate(
      (sent) => chrome.runtime.sendMessage(sent) as Promise<{ ok: boolean; value: Record<string, unknown> }>,
      message,
    )
  const prefer = async (wanted: { hints?: boolean; language?: "id" | "en" | "browser" }) => {
    const { value } = await ask({ type: "overview" })
    await ask({ type: "change-preferences", preferences: { ...(value.preferences as object), ...wanted } })
  }
  /** Deletes what was dismissed, or puts its end into the past. */
  const changeDismissals = (change: "delete" | "expire" | "count") =>
    popup.page.evaluate(async (what) => {
      const opening = indexedDB.open("jejak")
      await new Promise((opened) => {
        opening.onsuccess = opened
      })
      const store = opening.result.transaction("dismissals", "readwrite").objectStore("dismissals")
      const all = store.getAll()
      await new Promise((read) => {
        all.onsuccess = read
      })
      if (what === "delete") store.clear()
      if (what === "expire")
        for (const dismissal of all.result) store.put({ ...dismissal, until: "2024-01-01T00:00:00.000Z" })
      await new Promise((done) => {
        store.transaction.oncomplete = done
        store.transaction.commit()
      })
      opening.result.close()
      return all.result.length
    }, change)
  const forgetDismissals = () => changeDismissals("delete")
  const dismissed = () =>
    until("the answer is kept", async () => (await changeDismissals("count")) || undefined)
  /** A page that the person comes back to is looked at anew, however soon that is. */
  const leaveAndComeBack = async (other: Page) => {
    await other.bringToFront()
    await untilTrue(site.page, "the page is left", () => document.visibilityState === "hidden")
    await site.page.bringToFront()
  }
  const cardNever = async () => {
    await pause(LONG_ENOUGH)
    expect(await readCard(site.page)).toBeUndefined()
  }

  test("stands on the page that it is about, and on no other", async () => {
    await site.open("/", { stop: "videos" })
    await shows("wallet")
    await site.open("/pelatihan-saya", { stop: "certificate" })
    const review = await shows("review")
    expect(review).toMatchObject({ role: "complementary", points: [] })
    expect(review.text).toContain("Desain Kemasan untuk Usaha Rumahan")
    await site.click("Insentif")
    await untilNoCard(site.page, "the card of the review is gone")
    await site.open("/", { stop: "survey-1-open" })
    await shows("survey")
    await site.click("Cari Pelatihan")
    await untilNoCard(site.page, "the card of the survey is gone")
    await site.open("/", { stop: "survey-1-open" })
    await shows("survey")
    await site.click("Keluar")
    await untilNoCard(site.page, "the login has no card")
    await cardNever()
  })

  test("lists what to check before linking, makes way for the dialog and comes back", async () => {
    await site.open("/rekening", { stop: "videos" })
    const card = await shows("wallet")
    expect(card.points).toEqual(
      ["active_own_name", "same_nik", "same_number", "upgraded", "room"].map((each) =>
        say(`hint_point_${each}`),
      ),
    )
    await site.click("Sambungkan Rekening/E-wallet")
    await site.click("DANA")
    await untilNoCard(site.page, "the linking dialog has no card")
    await cardNever()
    await site.click("Batal")
    await shows("wallet")
  })

  test("opens the preflight", async () => {
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
    await clickCard(site.page, say("hint_open_preflight"))
    const wallet = await session.browser.openedByExtension("tabs/wallet.html")
    const { value } = await ask({ type: "overview" })
    const { id: participant } = value.participant as { id: string }
    const check = (prerequisite: string, met: boolean) =>
      ask({ type: "check", participant, prerequisite, met })
    await check("same-number", true)
    await check("same-nik", false)
    await leaveAndComeBack(wallet)
    await wallet.close()
    const card = await untilCard(site.page, "what was checked is gone", ({ points }) => points.length === 4)
    expect(card.points).not.toContain(say("hint_point_same_number"))
    expect(card.points).toContain(say("hint_point_same_nik"))
    for (const each of ["active-own-name", "same-nik", "upgraded", "room"]) await check(each, true)
    await site.open("/rekening", { stop: "videos" })
    await cardNever()
    await check("same-number", false)
    await site.open("/rekening", { stop: "videos" })
    expect((await shows("wallet")).points).toEqual([say("hint_point_same_number")])
  })

  test("stays away until tomorrow, or for good", async () => {
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await shows("review")
    await clickCard(site.page, say("hint_tomorrow"))
    await untilNoCard(site.page, "the card is put off")
    await dismissed()
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await cardNever()

    await changeDismissals("expire")
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await shows("review")
    await forgetDismissals()
    await clickCard(site.page, say("hint_never"))
    await untilNoCard(site.page, "the card is dismissed")
    await dismissed()
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await cardNever()
    // Others are still welcome.
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
  })

  test("can be turned off, and on again", async () => {
    await site.open("/pelatihan-saya", { stop: "certificate" })
    await shows("review")
    await prefer({ hints: false })
    await leaveAndComeBack(popup.page)
    await untilNoCard(site.page, "the card is turned off")
    await site.open("/rekening", { stop: "videos" })
    await cardNever()
    await prefer({ hints: true })
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
  })

  test("speaks the language that was chosen, also when the background was ended", async () => {
    const [other, otherWords] = name === "firefox" ? (["en", en] as const) : (["id", id] as const)
    const inOther = (card: HintCard) => card.title === otherWords.hint_wallet_title.message
    await prefer({ language: other })
    await site.open("/rekening", { stop: "videos" })
    await untilCard(site.page, "the card is in the other language", inOther)
    await session.browser.killBackground()
    await site.open("/rekening", { stop: "videos" })
    await untilCard(site.page, "the card is in the other language again", inOther)
    await prefer({ language: "browser" })
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
  })

  test("is reached by keyboard, left by Esc, and gives the focus back", async () => {
    await site.open("/rekening", { stop: "videos" })
    const { focused } = await shows("wallet")
    expect(focused).toBeUndefined()
    await site.page.focus("#root button.button, #root main button")
    await site.page.keyboard.press("Tab")
    const order: (string | undefined)[] = []
    for (let step = 0; step < 4; step += 1) {
      order.push((await readCard(site.page))?.focused)
      await site.page.keyboard.press("Tab")
    }
    expect(order).toEqual(
      ["hint_close", "hint_open_preflight", "hint_tomorrow", "hint_never"].map((key) => say(key)),
    )
    await site.page.focus("#root main button")
    await site.page.keyboard.press("Tab")
    await site.page.keyboard.press("Escape")
    await untilNoCard(site.page, "Esc closes the card")
    expect(await site.page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Sambungkan Rekening/E-wallet",
    )
    // Not again in this page, but in the next.
    await site.click("Beranda")
    await cardNever()
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
  })

  test("yields to whatever the site has in its corner", async () => {
    await site.open("/rekening", { stop: "videos" })
    const first = await shows("wallet")
    const corners = [
      "right:16px;bottom:16px",
      "left:16px;bottom:16px",
      "right:16px;top:16px",
      "left:16px;top:16px",
    ]
    const places = new Set([JSON.stringify(first.box)])
    for (const [index, corner] of corners.entries()) {
      await site.page.evaluate(
        (style, label) => {
          const button = document.createElement(label === "1" ? "div" : "button")
          button.textContent = `Milik situs ${label}`
          button.className = "in-the-corner"
          // A page's own element that shows only by its pointer that it can be clicked.
          button.style.cssText = `position:fixed;z-index:5;padding:30px;cursor:pointer;${style}`
          document.querySelector("#root")?.append(button)
        },
        corner,
        String(index),
      )
      await untilTrue(site.page, "every button in a corner can be clicked", () =>
        [...document.querySelectorAll(".in-the-corner")].every((button) => {
          const { x, y, width, height } = button.getBoundingClientRect()
          return document.elementFromPoint(x + width / 2, y + height / 2) === button
        }),
      )
      places.add(JSON.stringify((await readCard(site.page))?.box))
    }
    await until("it hides at last", async () => (await readCard(site.page))?.form === "hidden" || undefined)
    expect(places.size).toBeGreaterThan(1)
    await site.page.evaluate(() => {
      for (const button of document.querySelectorAll(".in-the-corner")) button.remove()
    })
    await shows("wallet")
  })

  test("folds where there is no room, unfolds when asked, and folds again", async () => {
    await site.page.setViewport({ width: 360, height: 700 })
    await site.open("/rekening", { stop: "videos" })
    const { box } = await shows("wallet", "folded")
    expect(box.width).toBeLessThan(300)
    await clickCard(site.page, say("hint_wallet_title"))
    const whole = await shows("wallet")
    expect(whole.box.x).toBeGreaterThanOrEqual(0)
    expect(whole.box.x + whole.box.width).toBeLessThanOrEqual(360)
    expect(whole.focused).toBe(say("hint_close"))
    const [x, y] = await site.page.evaluate(plainPlaceAbove, whole.box.y)
    await site.page.mouse.click(x, y)
    await shows("wallet", "folded")
  })

  test("moves nothing on the page, and makes it be read no more often", async () => {
    const boxes = () =>
      site.page.evaluate(() =>
        [...document.querySelectorAll("body, #root *")].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [x, y, width, height].map(Math.round).join(" ")
        }),
      )
    await prefer({ hints: false })
    await site.open("/rekening", { stop: "videos" })
    await pause(LONG_ENOUGH)
    const without = await boxes()
    await prefer({ hints: true })
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
    expect(await boxes()).toEqual(without)

    const lastRead = async () => JSON.stringify((await ask({ type: "overview" })).value.sites)
    const before = await lastRead()
    await pause(LONG_ENOUGH)
    expect(await lastRead()).toBe(before)
  })

  test("keeps its look where the page forbids inline styles and restyles everything", async () => {
    await site.open("/insentif", { stop: "videos" })
    await site.page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `*, jejak-hint { display: none !important; position: static !important; opacity: 0 !important; color: red !important }
         html, body, #root, #root * { display: block !important; opacity: 1 !important }`,
      )
      document.adoptedStyleSheets = [sheet]
      const policy = document.createElement("meta")
      policy.httpEquiv = "Content-Security-Policy"
      policy.content = "style-src 'self'"
      document.head.append(policy)
    })
    await site.page.evaluate(() => document.querySelector<HTMLElement>("[href='/rekening']")?.click())
    const { background, box } = await shows("wallet")
    expect(background).toBe("rgb(255, 255, 255)")
    expect(box.width).toBe(340)
  })

  test("comes without motion where motion is not wanted, and dark in the dark", async () => {
    await site.open("/rekening", { stop: "videos" })
    expect((await shows("wallet")).animation).not.toBe("none")
    await reduceMotion(session, site)
    await session.browser.setColorScheme("dark")
    if (name === "chromium")
      await site.page.emulateMediaFeatures([
        { name: "prefers-reduced-motion", value: "reduce" },
        { name: "prefers-color-scheme", value: "dark" },
      ])
    const card = await untilCard(
      site.page,
      "the card is dark",
      ({ background }) => background === "rgb(24, 33, 32)",
    )
    expect(card.animation).toBe("none")
  })

  test("goes with an extension that is updated, and comes with the new one", async () => {
    await site.open("/rekening", { stop: "videos" })
    await shows("wallet")
    await site.page.evaluate(() => document.querySelector("jejak-hint")?.setAttribute("data-before", ""))
    await session.browser.reloadExtension()
    popup = await session.popup()
    await site.page.bringToFront()
    await untilTrue(
      site.page,
      "only the new extension's card is there",
      () =>
        document.querySelectorAll("jejak-hint").length === 1 &&
        !document.querySelector("jejak-hint[data-before]"),
    )
    await shows("wallet")
    await clickCard(site.page, say("hint_tomorrow"))
    await dismissed()
  })
})

async function reduceMotion(session: Session, site: PracticePage): Promise<void> {
  if (session.name === "chromium") return
  const { evaluateAsBrowser } = await import("../browser/firefox-chrome")
  await evaluateAsBrowser(site.page.browser(), `Services.prefs.setIntPref("ui.prefersReducedMotion", 1)`)
}

/** A place in the window, above `bottom`, on which words stand that nobody clicks. */
function plainPlaceAbove(bottom: number): [number, number] {
  const plain = [...document.querySelectorAll("h1, h2, h3, p")].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    return y > 0 && y < bottom && document.elementFromPoint(x, y) === element ? [[x, y]] : []
  })
  return (plain[0] ?? [1, bottom / 2]) as [number, number]
}
