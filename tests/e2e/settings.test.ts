import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until, untilTrue } from "../browser/until"

/** Chromium is installed in English only; Firefox speaks what it is told. */
const BROWSERS_OWN = { chromium: "en", firefox: "id" } as const
const OTHER = { en: "id", id: "en" } as const
const HEADING = { en: "Settings", id: "Pengaturan" }
const SAVED = { en: "Saved.", id: "Tersimpan." }
const POPUPS = { en: "Your journey", id: "Perjalananmu" }

const WORD = { en: "DELETE", id: "HAPUS" }

/** Rows in all tables of the extension's own database. */
function rows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("jejak")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction([...opening.result.objectStoreNames])
          let sum = 0
          for (const name of opening.result.objectStoreNames) {
            const counting = transaction.objectStore(name).count()
            counting.onsuccess = () => {
              sum += counting.result
            }
          }
          transaction.onerror = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve(sum)
          }
        }
      }),
  )
}

describe.each(BROWSERS)("settings in %s", (name) => {
  const own = BROWSERS_OWN[name]
  const other = OTHER[own]
  let session: Session
  let settings: Page
  const shared = sharedSession(name, { lang: own })
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
    settings = await session.browser.extensionPage("options.html")
    await settings.waitForSelector("#about")
  })

  /** Clicks a control, and waits until the page says beside it that it was saved. */
  const choose = async (control: string, setting: string, saved: string = SAVED[own]) => {
    await settings.bringToFront()
    const field = await settings.waitForSelector(control)
    await field?.click()
    await until(`${setting} was saved`, async () => {
      const said = await settings.$eval(
        `.outcome[data-setting="${setting}"]`,
        ({ textContent }) => textContent,
      )
      return said === saved || undefined
    })
  }
  const headingIs = (page: Page, heading: string) =>
    untilTrue(
      page,
      `the heading ${heading}`,
      (wanted) => [...document.querySelectorAll("h1, h2")].some(({ textContent }) => textContent === wanted),
      heading,
    )
  const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

  test("the language changes at once on every page, stays, and goes back", async () => {
    const { page: popup } = await session.popup()
    await headingIs(popup, POPUPS[own])
    expect(await languageOf(popup)).toBe(own)

    await choose(`[name=language][value=${other}]`, "language", SAVED[other])
    await headingIs(settings, HEADING[other])
    expect(await settings.evaluate(() => document.activeElement?.getAttribute("value"))).toBe(other)
    await headingIs(popup, POPUPS[other])
    expect([await languageOf(settings), await languageOf(popup)]).toEqual([other, other])

    const { page: later } = await session.popup()
    await headingIs(later, POPUPS[other])
    expect(await languageOf(later)).toBe(other)

    await choose("[name=language][value=browser]", "language")
    await headingIs(settings, HEADING[own])
    await headingIs(popup, POPUPS[own])
  })

  test("the person's own clock stands beside the programme's only where it differs", async () => {
    const { page: popup } = await session.popup()
    const ownTimes = (isThere: string) =>
      untilTrue(
        popup,
        `own times: ${isThere || "none"}`,
        (wanted) => {
          const times = [...document.querySelectorAll(".own-time")].map(
            ({ textContent }) => textContent ?? "",
          )
          return wanted === "" ? times.length === 0 : times.some((time) => time.includes(wanted))
        },
        isThere,
      )
    await choose("[name=zone][value='Asia/Jayapura']", "zone")
    await ownTimes(" WIT")
    await choose("[name=zone][value='Asia/Jakarta']", "zone")
    await ownTimes("")
    await choose("[name=zone][value='Asia/Makassar']", "zone")
    await ownTimes(" WITA")
  })

  test("notes are gone for good once that was typed, and nothing of anybody is left", async () => {
    const platform = ["https://skills.pintar.co/*"]
    await session.browser.willAllow(platform)
    await settings.bringToFront()
    await settings.click("[data-site=pintar] [data-action=choose-site]")
    await untilTrue(
      settings,
      "the platform is watched",
      () => document.querySelector("[data-site=pintar][data-chosen=true][data-access=true]") !== null,
    )
    await choose(`[name=language][value=${other}]`, "language", SAVED[other])
    const { page: popup } = await session.popup()
    await popup.waitForSelector("[data-next-step]")

    await settings.bringToFront()
    await settings.click("[data-action=delete-everything]")
    const field = await settings.waitForSelector("[name=deleteWord]")
    await field?.type("nothing")
    await settings.click(".delete [type=submit]")
    await untilTrue(
      settings,
      "it was not the word",
      () => document.querySelector(".delete .error")?.textContent !== "",
    )
    expect(await settings.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("deleteWord")
    expect(await rows(settings)).not.toBe(0)

    await field?.click({ count: 3 })
    await field?.type(` ${WORD[other].toLowerCase()} `)
    await settings.click(".delete [type=submit]")
    await headingIs(settings, HEADING[own])
    await untilTrue(settings, "it says so", () => document.querySelector(".delete .notice") !== null)
    await untilTrue(
      popup,
      "the popup begins anew",
      () => document.querySelector("[data-action=begin]") !== null,
    )

    expect(await rows(settings)).toBe(0)
    const left = await settings.evaluate(async () => ({
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
      alarms: await chrome.alarms.getAll(),
      badge: await chrome.action.getBadgeText({}),
      scripts: await chrome.scripting.getRegisteredContentScripts(),
      origins: (await chrome.permissions.getAll()).origins ?? [],
    }))
    expect(Object.keys(left.local)).toEqual(["overview"])
    expect(left.local.overview).toMatchObject({ people: [], preferences: { language: "browser" } })
    expect(left).toMatchObject({ session: {}, alarms: [], badge: "", scripts: [] })
    expect(left.origins).not.toContain(platform[0])
  })

  // Firefox lets nobody look at a page of an extension before it has loaded.
  test.runIf(name === "chromium")(
    "a page in another language shows not one word of the browser's before",
    async () => {
      await choose(`[name=language][value=${other}]`, "language", SAVED[other])
      const { page: popup } = await session.popup()
      await popup.evaluateOnNewDocument(() => {
        new MutationObserver(() => {
          const said = document.querySelector("h2, .privacy, footer")?.textContent
          if (said) Object.assign(window, { firstWords: `${Reflect.get(window, "firstWords") ?? ""}${said}` })
        }).observe(document, { childList: true, subtree: true, characterData: true })
      })
      await popup.reload()
      await headingIs(popup, POPUPS[other])
      const said = await popup.evaluate(() => String(Reflect.get(window, "firstWords")))
      expect(said).not.toBe("undefined")
      expect(said).not.toContain(own === "id" ? "Jejak bukan aplikasi resmi" : "Jejak is not an official app")
    },
  )
})
