import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type PeoplePage, peoplePage } from "../browser/people"
import { daysAgo, popupIn, register } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until } from "../browser/until"

const SITI = { displayName: "Siti Karangan", wave: 70, announcedOn: daysAgo(1) }
const BUDI = { displayName: "Budi Karangan", wave: 69, announcedOn: daysAgo(3) }
const FIRST = "kopi pagi di teras"
const SECOND = "sepeda biru, hujan deras"

describe.each(BROWSERS)("several people in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone(SITI)
  })

  const open = async (path: string) => peoplePage(await session.browser.extensionPage(path))
  /** Adds Budi by way of the popup, and gives the popup back. */
  const addBudi = async () => {
    const popup = await open("popup.html")
    await popup.click("[data-action=open-people]")
    await popup.click("[data-action=add-participant]")
    const welcome = await session.browser.openedByExtension("tabs/welcome.html?new=1")
    await register(welcome, BUDI)
    await welcome.close()
    await popup.isCurrent(BUDI.displayName)
    return popup
  }
  const states = async (page: Page) =>
    (await popupIn(page).read()).steps.map(({ id, state }) => `${id} ${state}`)
  /** The row of somebody in the settings. */
  const rowOf = async ({ page, shows }: PeoplePage, wanted: string) => {
    await shows("[data-person]")
    const id = await page.$$eval(
      "[data-person]",
      (rows, who) =>
        rows.find((row) => row.querySelector("h3 bdi")?.textContent === who)?.getAttribute("data-person") ??
        "",
      wanted,
    )
    return `[data-person="${id}"]`
  }
  const protect = async (settings: PeoplePage, row: string) => {
    await settings.click(`${row} [data-action=open-protect]`)
    await settings.type(`${row} [name=passphrase]`, FIRST)
    await settings.type(`${row} [name=again]`, FIRST)
    await settings.click(`${row} [name=understood]`)
    await settings.click(`${row} [data-action=protect]`)
    await settings.shows(`${row}[data-protected=true][data-locked=false]`)
  }
  const unlock = async (page: PeoplePage, passphrase: string) => {
    await page.type(".unlock [name=passphrase]", passphrase)
    await page.click("[data-action=unlock]")
  }

  test("a second one is added from the popup, and what is known of one is never shown of the other", async () => {
    const first = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await first.waitFor("the review is next", ({ next }) => next === "review")
    await first.page.close()
    await site.page.close()

    const popup = await addBudi()
    await popup.shows("[data-next-step]")
    const fresh = await popupIn(popup.page).read()
    expect(fresh.steps.filter(({ state }) => state === "done").map(({ id }) => id)).toEqual(["accepted"])
    expect(stateOf(fresh, "review")).toBe("locked")
    expect(await popup.words()).not.toContain(SITI.displayName)
    const budis = await states(popup.page)

    await popup.turnTo(SITI.displayName)
    await popup.isCurrent(SITI.displayName)
    expect((await popupIn(popup.page).read()).next).toBe("review")
    expect(await popup.words()).not.toContain(BUDI.displayName)
    await popup.shows("[data-action=open-people]:focus")

    // There and back with the keyboard alone.
    const { keyboard } = popup.page
    await keyboard.press("Enter")
    await popup.shows("[data-action=switch-participant][aria-current=true]:focus")
    await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await popup.isCurrent(BUDI.displayName)
    expect(await states(popup.page)).toEqual(budis)
    await popup.shows("[data-action=open-people]:focus")
    await keyboard.press(" ")
    await popup.shows("[data-action=switch-participant]:focus")
    await keyboard.press("Escape")
    await popup.shows("[data-action=open-people]:focus")
    expect(await popup.current()).toBe(BUDI.displayName)
    await keyboard.press("Enter")
    await popup.shows("[data-action=switch-participant][aria-current=true]:focus")
    await keyboard.press("ArrowUp")
    await keyboard.press("Enter")
    await popup.isCurrent(SITI.displayName)
    expect((await popupIn(popup.page).read()).next).toBe("review")
  })

  test("a form that stands open for one does not stay for the other", async () => {
    const popup = await addBudi()
    await popup.click("[data-action=add-training]")
    await popup.shows(".training-form")
    await popup.turnTo(SITI.displayName)
    await popup.isCurrent(SITI.displayName)
    await popup.lacks(".training-form")
  })

  test("each can be changed in the settings, without turning to them", async () => {
    const popup = await addBudi()
    const settings = await open("options.html")
    const row = await rowOf(settings, SITI.displayName)
    await settings.click(`${row} [data-action=open-edit]`)
    await until("what is known stands in the form", async () => {
      const day = await settings.page.$eval(
        `${row} [name=announcedOn]`,
        (field) => (field as HTMLInputElement).value,
      )
      return day === SITI.announcedOn || undefined
    })
    await settings.type(`${row} [name=displayName]`, "Siti Lain")
    await settings.click(`${row} [type=submit]`)
    await settings.lacks(`${row} form`)
    await until("the other name stands there", async () => {
      const heading = await settings.page.$eval(`${row} h3 bdi`, ({ textContent }) => textContent)
      return heading === "Siti Lain" || undefined
    })
    expect(await popup.current()).toBe(BUDI.displayName)
    expect(await settings.page.$eval("main > [role=status]", (status) => status.textContent)).toContain(
      "Siti Lain",
    )
  })

  test("a passphrase is set, asked for, changed and taken away", async () => {
    const popup = await open("popup.html")
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.shows("[data-next-step=review]")
    const settings = await open("options.html")
    const row = await rowOf(settings, SITI.displayName)
    await protect(settings, row)

    await popup.click("[data-action=lock]")
    await popup.shows(".unlock [name=passphrase]:focus")
    expect((await popupIn(popup.page).read()).steps).toEqual([])
    expect(await popup.words()).not.toMatch(/Rp|Ulasan|review/)
    await settings.shows(`${row}[data-locked=true]`)
    const reminder = `tabs/reminder.html?id=${row.split('"')[1]}|x`
    for (const path of [
      "tabs/wallet.html",
      "tabs/history.html",
      "tabs/summary.html",
      "tabs/welcome.html?edit=1",
      reminder,
    ]) {
      const page = await open(path)
      await page.shows(".unlock [name=passphrase]")
      await page.page.close()
    }

    await unlock(popup, SECOND)
    await popup.shows(".unlock [aria-invalid=true]:focus")
    await unlock(popup, FIRST)
    await popup.shows("[data-next-step=review]")
    await popup.lacks(".unlock")

    await settings.click(`${row} [data-action=open-change-passphrase]`)
    await settings.type(`${row} [name=old]`, SECOND)
    await settings.type(`${row} [name=passphrase]`, SECOND)
    await settings.type(`${row} [name=again]`, SECOND)
    await settings.click(`${row} [data-action=change-passphrase]`)
    await settings.shows(`${row} [name=old][aria-invalid=true]:focus`)
    await settings.type(`${row} [name=old]`, FIRST)
    await settings.click(`${row} [data-action=change-passphrase]`)
    await settings.lacks(`${row} form`)
    await settings.click(`${row} [data-action=lock]`)
    await popup.shows(".unlock")
    await unlock(popup, FIRST)
    await popup.shows(".unlock [aria-invalid=true]:focus")
    await unlock(popup, SECOND)
    await popup.shows("[data-next-step=review]")

    await settings.shows(`${row}[data-locked=false]`)
    await settings.click(`${row} [data-action=open-unprotect]`)
    await settings.type(`${row} [name=old]`, FIRST)
    await settings.click(`${row} [data-action=unprotect]`)
    await settings.shows(`${row} [name=old][aria-invalid=true]:focus`)
    await settings.type(`${row} [name=old]`, SECOND)
    await settings.click(`${row} [data-action=unprotect]`)
    await settings.shows(`${row}[data-protected=false]`)
    await popup.lacks("[data-action=lock]")
    await popup.shows("[data-next-step=review]")
  })

  test("after a restart they are locked, and who has forgotten the passphrase is removed, the other whole", async () => {
    const popup = await addBudi()
    await popup.shows("[data-next-step]")
    const budis = await states(popup.page)
    await popup.turnTo(SITI.displayName)
    await popup.isCurrent(SITI.displayName)
    const settings = await open("options.html")
    await protect(settings, await rowOf(settings, SITI.displayName))

    await session.restart()
    const again = await open("popup.html")
    await again.shows(".unlock")
    expect((await popupIn(again.page).read()).steps).toEqual([])
    await again.turnTo(BUDI.displayName)
    await again.isCurrent(BUDI.displayName)
    await again.shows("[data-next-step]")
    expect(await states(again.page)).toEqual(budis)

    await again.turnTo(SITI.displayName)
    await again.shows(".unlock")
    await again.click("[data-action=forgot]")
    await again.type("[name=confirmation]", "Siti")
    await again.click("[data-action=remove-participant]")
    await again.shows("[name=confirmation][aria-invalid=true]:focus")
    await again.type("[name=confirmation]", SITI.displayName)
    await again.click("[data-action=remove-participant]")
    await again.isCurrent(BUDI.displayName)
    await again.shows("[data-next-step]")
    expect(await states(again.page)).toEqual(budis)
    await again.click("[data-action=open-people]")
    await again.shows("[data-action=add-participant]")
    expect(await again.page.$$eval("[data-action=switch-participant]", (all) => all.length)).toBe(1)
  })
})
