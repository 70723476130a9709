import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import { daysAgo } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until, untilTrue } from "../browser/until"
import { firstDifference } from "../fixtures/first-difference"

type Both = Record<"browser" | "chrome", typeof globalThis.chrome>

/** All that stands on the page, its elements' attributes by their names. */
const shown = () =>
  [...document.querySelectorAll("main, main *")]
    .map((each) => {
      const attributes = [...each.attributes].map(({ name, value }) => `${name}="${value}"`).sort()
      const own = [...each.childNodes]
        .filter((node) => node instanceof Text)
        .map(({ textContent }) => textContent)
      return `<${each.localName} ${attributes.join(" ")}> ${own.join("|")}`
    })
    .join("\n")

/** Whether the page itself is there, or still to come. */
const isLive = () =>
  document.querySelector("#__plasmo main") !== null && !document.querySelector("#__plasmo[hidden]")

const FIRST = "Peserta Karangan"
const SECOND = "Budi Karangan"
const KDF = { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 }

describe.each(BROWSERS)("the popup's painting in %s", (name) => {
  const open = sharedSession(name)
  let session: Session
  beforeEach(async () => {
    session = await open()
    await session.registerSomeone()
  })

  const kept = (page: Page) =>
    page.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Both
      return JSON.stringify((await (browser ?? chrome).storage.session.get("painting")).painting ?? null)
    })

  /** Sends a message as a page of ours would. */
  const tell = (page: Page, message: object) =>
    page.evaluate(async (sent) => {
      const { browser, chrome } = globalThis as unknown as Both
      const reply = await (browser ?? chrome).runtime.sendMessage(sent)
      if (!reply.ok) throw new Error(`refused: ${reply.failure}`)
      return reply.value as Overview
    }, message)

  /** A page of ours that is no popup, to look and to change something from. */
  const elsewhere = () => session.browser.extensionPage("options.html")
  const nameOn = (page: Page) =>
    page.evaluate(() => document.querySelector("[data-action=open-people] bdi")?.textContent)

  /** Opens the popup as it is without a painting, and waits until it has left one. */
  async function painted(): Promise<string> {
    const { page } = await session.popup()
    await page.bringToFront()
    await page.waitForSelector("[data-next-step]")
    await until("a painting", async () => ((await kept(page)) === "null" ? undefined : true))
    const markup = await page.evaluate(shown)
    await page.close()
    return markup
  }

  /** Waits until the background has painted what is stored. @param of the state of the step "wallet" in that */
  const paintedByBackground = (page: Page, of: string) =>
    until("a painting of what is stored", async () => {
      const { overview, stamp, painting } = await page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Both
        const { local, session } = (browser ?? chrome).storage
        return { ...(await local.get("overview")), ...(await session.get(["stamp", "painting"])) } as {
          overview?: Overview
          stamp?: string
          painting?: { stamp: string }
        }
      })
      const { state } = overview?.journey?.person.find(({ id }) => id === "wallet") ?? {}
      return (state === of && stamp !== undefined && painting?.stamp === stamp) || undefined
    })

  test("is made by the background after what a page has shown, and is the page's own picture", async () => {
    const keeper = await elsewhere()
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await paintedByBackground(keeper, "done")
    const popup = await session.popup()
    const { page } = popup
    await page.waitForSelector("[data-next-step=purchase]")
    expect(await page.$("[data-warning=first-purchase][data-severity][data-due]")).not.toBeNull()
    expect(await page.$("[data-step=wallet][data-state=done]")).not.toBeNull()
    expect(await page.evaluate(isLive)).toBe(false)
    expect(await page.$("script[src$='popup.js']")).toBeNull()
    const painting = await page.evaluate(shown)
    await page.bringToFront()
    await page.mouse.move(5, 5)
    await untilTrue(page, "the page itself", isLive)
    expect(firstDifference(painting, await page.evaluate(shown))).toBeUndefined()
  })

  test("tells of the programme's own site, over which the popup is most likely opened", async () => {
    const keeper = await elsewhere()
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await paintedByBackground(keeper, "done")
    await site.page.bringToFront()
    const painted = ":root:not(:has(script[src$='popup.js'])) main:has([data-next-step=purchase])"
    const verdict = await session.browser.toolbarPopup(`${painted} [data-verdict=official]`)
    expect(verdict).toContain("dashboard.prakerja.go.id")
    expect(verdict).toContain("report-page")
  })

  test("takes the first click on what the background has painted", async () => {
    await paintedByBackground(await elsewhere(), "locked")
    const popup = await session.popup()
    await popup.page.waitForSelector("[data-next-step]")
    expect(await popup.page.evaluate(isLive)).toBe(false)
    await popup.page.bringToFront()
    await popup.page.click("[data-step=videos] [data-action=mark-done]")
    await popup.waitFor("the videos are done", (state) => stateOf(state, "videos") === "done")
  })

  test("shows the same as the page, which comes when somebody is about to do something, and stays the same", async () => {
    const before = await painted()
    const { page } = await session.popup()
    await page.waitForSelector("[data-next-step]")
    expect(await page.evaluate(isLive)).toBe(false)
    expect(await page.$("script[src$='popup.js']")).toBeNull()
    expect(firstDifference(await page.evaluate(shown), before)).toBeUndefined()
    await page.bringToFront()
    await page.mouse.move(5, 5)
    await untilTrue(page, "the page itself", isLive)
    expect(await page.$$eval("main", (all) => all.length)).toBe(1)
    expect(firstDifference(await page.evaluate(shown), before)).toBeUndefined()
  })

  test("a click on it is carried out by the page, once", async () => {
    await painted()
    const popup = await session.popup()
    await popup.page.waitForSelector("[data-next-step]")
    expect(await popup.page.evaluate(isLive)).toBe(false)
    await popup.page.$eval("[data-step=videos] [data-action=mark-done]", (button) =>
      (button as HTMLElement).click(),
    )
    await popup.waitFor("the videos are done", (state) => stateOf(state, "videos") === "done")
    const again = await session.popup()
    await again.waitFor("they stay so", (state) => stateOf(state, "videos") === "done")
  })

  test("a change made elsewhere is on it at once, and nothing is left of whoever was deleted", async () => {
    await painted()
    const popup = await session.popup()
    await popup.page.waitForSelector("[data-next-step]")
    expect(await popup.page.evaluate(isLive)).toBe(false)
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await popup.waitFor("the wallet is linked", (state) => stateOf(state, "wallet") === "done")
    await site.page.close()
    await painted()
    const { page } = await session.popup()
    await page.waitForSelector("[data-next-step]")
    await page.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Both
      return (browser ?? chrome).runtime.sendMessage({ type: "delete-everything" })
    })
    await page.waitForSelector("[data-action=begin]")
    const later = await session.popup()
    await later.page.waitForSelector("[data-action=begin]")
    expect(await later.page.$("[data-step]")).toBeNull()
    expect(await kept(later.page)).toBe("null")
  })

  test("nothing is left of whoever was locked since", async () => {
    await painted()
    const keeper = await elsewhere()
    const { participant } = await tell(keeper, { type: "overview" })
    const about = { participant: participant?.id }
    const { page } = await session.popup()
    await page.waitForSelector("[data-next-step]")
    expect(await page.evaluate(isLive)).toBe(false)
    await tell(keeper, { type: "protect", ...about, kdf: KDF, key: `${"A".repeat(43)}=` })
    expect(await kept(keeper)).toBe("null")
    await untilTrue(page, "the page itself", isLive)
    await tell(keeper, { type: "lock", ...about })
    await page.waitForSelector(".unlock")
    expect(await page.$("[data-step]")).toBeNull()
    await page.close()
    const later = await session.popup()
    await later.page.waitForSelector(".unlock")
    expect(await later.page.$("[data-step]")).toBeNull()
    expect(await kept(later.page)).toBe("null")
  })

  test("another person who is looked at since is never shown the first one's", async () => {
    expect((await painted()).includes(FIRST)).toBe(true)
    const keeper = await elsewhere()
    const { participant } = await tell(keeper, { type: "overview" })
    await tell(keeper, { type: "add-participant", displayName: SECOND, wave: 69, announcedOn: daysAgo(3) })
    expect((await kept(keeper)).includes(FIRST)).toBe(false)
    const ofSecond = await painted()
    expect([ofSecond.includes(SECOND), ofSecond.includes(FIRST)]).toEqual([true, false])
    const { page } = await session.popup()
    await page.waitForSelector("[data-next-step]")
    expect([await page.evaluate(isLive), await nameOn(page)]).toEqual([false, SECOND])
    await tell(keeper, { type: "switch-participant", participant: participant?.id })
    await untilTrue(page, "the page itself", isLive)
    expect(await nameOn(page)).toBe(FIRST)
    expect((await page.evaluate(shown)).includes(SECOND)).toBe(false)
  })
})
