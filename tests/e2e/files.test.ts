import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import ICAL from "ical.js"
import type { ElementHandle, Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type Popup, popupIn } from "../browser/popup"
import { type PopupState, stateOf } from "../browser/popup-state"
import { type Session, startSession } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until, untilTrue } from "../browser/until"

const PASSPHRASE = "kucing oranye di atap"

describe.each(BROWSERS)("files in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
  })

  /** What must be the same after a restore: all but words, which tell the time that is left. */
  const kept = ({ next, steps, warnings }: PopupState) => ({
    next,
    steps,
    warnings: warnings.map(({ id, severity, due }) => ({ id, severity, due })),
  })

  /** Registers somebody and has the dashboard read up to the certificate. */
  async function someProgress(): Promise<Popup> {
    await session.registerSomeone()
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    await site.page.close()
    await popup.page.bringToFront()
    return popup
  }

  async function downloaded(ending: string): Promise<string> {
    const isDone = (text: string) => /(\}|END:VCALENDAR)\s*$/.test(text)
    return until(`a download that ends in ${ending}`, async () => {
      const file = (await readdir(session.downloads)).find((each) => each.endsWith(ending))
      const path = file && join(session.downloads, file)
      return path && isDone(await readFile(path, "utf8")) ? path : undefined
    })
  }

  // A tab in the background neither scrolls nor paints, and a click would wait for ever.
  async function press(page: Page, action: string): Promise<void> {
    await page.bringToFront()
    const button = await page.waitForSelector(`[data-action="${action}"]`, { visible: true })
    await button?.click()
  }

  async function type(page: Page, field: string, words: string): Promise<void> {
    await page.bringToFront()
    const input = await page.waitForSelector(`[name="${field}"]`, { visible: true })
    await input?.click({ count: 3 })
    await input?.type(words)
  }

  async function take(page: Page, file: string): Promise<void> {
    await page.bringToFront()
    const input = await page.waitForSelector("input[data-action=import-backup]")
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
  }

  async function told(page: Page, words: string): Promise<void> {
    await untilTrue(
      page,
      `the page says "${words}"`,
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>("[role=status]")].some(({ innerText }) =>
          innerText.includes(wanted),
        ),
      words,
    )
  }

  /** Everything that lies in the extension's database, as its own page sees it. */
  const stored = (page: Page) =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("jejak")
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const rows: string[] = []
      for (const table of database.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const request = database.transaction(table).objectStore(table).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        rows.push(`${table} ${JSON.stringify(all)}`)
      }
      database.close()
      return rows
    })

  test("a backup goes from one browser to another at once, and twice changes nothing", async () => {
    const popup = await someProgress()
    const before = await popup.read()
    await press(popup.page, "export-backup")
    const file = await downloaded(".json")
    const { format, version, checksum } = JSON.parse(await readFile(file, "utf8"))
    expect({ format, version }).toEqual({ format: "jejak-backup", version: 2 })
    expect(checksum).toMatch(/^[0-9a-f]{64}$/)

    const fresh = await startSession(name)
    try {
      const empty = await fresh.popup()
      await take(empty.page, file)
      const after = await empty.waitFor("the backup is restored", ({ steps }) => steps.length > 0)
      expect(kept(after)).toEqual(kept(before))
      await told(empty.page, "1 participant")
      const rows = await stored(empty.page)
      await take(empty.page, file)
      await empty.page.waitForSelector("[data-restore]")
      expect(await empty.page.$("[data-action=confirm-restore]")).toBeNull()
      await press(empty.page, "cancel-restore")
      expect(await stored(empty.page)).toEqual(rows)
    } finally {
      await fresh.close()
    }
  })

  test("a file behind a passphrase opens with that one only", async () => {
    const popup = await someProgress()
    const before = await popup.read()
    await press(popup.page, "seal-backup")
    await type(popup.page, "filePassphrase", PASSPHRASE)
    await type(popup.page, "filePassphraseAgain", "something else")
    await press(popup.page, "export-sealed-backup")
    await popup.page.waitForSelector(".file-passphrase .error:not(:empty)")
    await type(popup.page, "filePassphraseAgain", PASSPHRASE)
    await press(popup.page, "export-sealed-backup")
    const file = await downloaded(".json")
    const text = await readFile(file, "utf8")
    expect(text).toContain("jejak-backup-sealed")
    expect(text).not.toContain("Peserta Karangan")

    const fresh = await startSession(name)
    try {
      const empty = await fresh.popup()
      // By then the database is there, if with nobody in it.
      await empty.page.waitForSelector("[data-action=begin]")
      const rows = await stored(empty.page)
      await take(empty.page, file)
      await type(empty.page, "filePassphrase", "kucing hitam di atap")
      await press(empty.page, "open-sealed-backup")
      await told(empty.page, "passphrase")
      expect(await stored(empty.page)).toEqual(rows)
      await type(empty.page, "filePassphrase", PASSPHRASE)
      await press(empty.page, "open-sealed-backup")
      const after = await empty.waitFor("the backup is restored", ({ steps }) => steps.length > 0)
      expect(kept(after)).toEqual(kept(before))
    } finally {
      await fresh.close()
    }
  })

  test("beside somebody's notes it is shown first, and what was there can be put back", async () => {
    const popup = await someProgress()
    await press(popup.page, "export-backup")
    const file = await downloaded(".json")
    await popup.act("undo", "videos")
    const changed = await popup.waitFor(
      "the videos are undone",
      (shown) => stateOf(shown, "videos") !== "done",
    )
    const backup = JSON.parse(await readFile(file, "utf8"))
    const facts = backup.content.facts.length
    await popup.page.evaluate(() => chrome.runtime.sendMessage({ type: "overview" }))

    // Somebody else's notes, in a browser where the first one's are too.
    const other = await startSession(name)
    const secondFile = join(session.downloads, "second.json")
    try {
      await other.registerSomeone({ displayName: "Orang Kedua", wave: 69, announcedOn: "2024-02-28" })
      const page = (await other.popup()).page
      const reply = await page.evaluate(() => chrome.runtime.sendMessage({ type: "export-backup" }))
      await writeFile(secondFile, (reply as { value: { json: string } }).value.json)
    } finally {
      await other.close()
    }

    const settings = await session.browser.extensionPage("options.html")
    await settings.bringToFront()
    await take(settings, secondFile)
    const preview = await settings.waitForSelector("[data-restore] [data-new=true]")
    expect(await preview?.evaluate((row) => row.textContent)).toContain("Orang Kedua")
    await press(settings, "cancel-restore")
    await take(settings, secondFile)
    await press(settings, "confirm-restore")
    await told(settings, "1 participant")

    await settings.waitForSelector("[data-copy]")
    await press(settings, "restore-copy")
    await press(settings, "confirm-copy")
    await told(settings, "back")
    const people = await settings.evaluate(async () => {
      const { value } = await chrome.runtime.sendMessage({ type: "overview" })
      return value.people.map(({ displayName }: { displayName: string }) => displayName)
    })
    expect(people).toEqual(["Peserta Karangan"])
    const again = popupIn(await session.browser.extensionPage("popup.html"))
    const after = await again.waitFor("the popup is back", ({ steps }) => steps.length > 0)
    expect(kept(after)).toEqual(kept(changed))
    expect(facts).toBeGreaterThan(3)
    // And the present of then is the newest copy.
    await untilTrue(settings, "two copies", () => document.querySelectorAll("[data-copy]").length === 2)
  })

  test("what cannot be restored is told in its own sentence and changes nothing", async () => {
    const popup = await someProgress()
    await press(popup.page, "export-backup")
    const good = await readFile(await downloaded(".json"), "utf8")
    const rows = await stored(popup.page)
    const hostile = good.replace('"content":{', '"content":{"__proto__":{"polluted":true},')
    const cases: [string, string, string][] = [
      ["no backup at all", "Halo", "damaged"],
      ["cut off", good.slice(0, good.length / 2), "damaged"],
      ["changed", good.replace("Peserta Karangan", "Peserta Palsu"), "damaged"],
      ["hostile", hostile, "damaged"],
      ["deep", "[".repeat(200_000), "damaged"],
      ["from the future", good.replace('"version":2', '"version":9'), "newer Jejak"],
      ["huge", `"${"x".repeat(21_000_000)}"`, "too large"],
      ["enormous", " ".repeat(28_000_000), "too large"],
    ]
    for (const [what, text, words] of cases) {
      const file = join(session.downloads, `${what.replaceAll(" ", "-")}.txt`)
      await writeFile(file, text)
      // A page of its own each, so that the sentence is this file's.
      const { page } = await session.popup()
      await take(page, file)
      await told(page, words)
      expect(await stored(page), what).toEqual(rows)
      expect(await page.evaluate(() => "polluted" in {})).toBe(false)
      await page.close()
    }
  })

  test("the summary is copied as text, and the calendar is one", async () => {
    const popup = await someProgress()
    await popup.page.close()
    const page = await session.browser.extensionPage("tabs/summary.html")
    await page.bringToFront()
    await page.waitForSelector("[data-summary] [data-part=person]")
    await page.evaluate(() => {
      const clipboard = navigator.clipboard.writeText.bind(navigator.clipboard)
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text
        await clipboard(text)
      }
    })
    await press(page, "copy-text")
    await told(page, "copied")
    const text = await page.evaluate(() => document.documentElement.dataset.copied ?? "")
    expect(text).toContain("Peserta Karangan")
    expect(text).toContain("dashboard.prakerja.go.id")
    expect(text).toContain("not proof by the programme")
    const shown = await page.$eval("[data-summary]", (sheet) => (sheet as HTMLElement).innerText)
    for (const line of text.split("\n").filter((each) => each.startsWith("  ") && !each.includes("https:")))
      expect(shown).toContain(line.trim())

    await press(page, "include-payments")
    await untilTrue(page, "payments only", () => document.querySelectorAll("[data-part]").length === 1)

    await press(page, "save-calendar")
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await downloaded(".ics"), "utf8")))
    const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))
    expect(events.length).toBeGreaterThan(0)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const event of events)
      expect(event.component.getAllSubcomponents("valarm").length).toBeGreaterThan(0)
  })

  // Only Puppeteer for Chromium prints to a file.
  test.runIf(name === "chromium")("the summary prints as a sheet of its own", async () => {
    const popup = await someProgress()
    await popup.page.close()
    const page = await session.browser.extensionPage("tabs/summary.html")
    await page.bringToFront()
    await page.waitForSelector("[data-summary] [data-part=person]")
    await session.browser.setColorScheme("dark")
    await page.emulateMediaType("print")
    const look = await page.evaluate(() => {
      const sheet = document.querySelector("[data-summary]")
      const style = sheet && getComputedStyle(sheet)
      return {
        colours: [style?.backgroundColor, style?.color],
        shown: [
          ...document.querySelectorAll<HTMLElement>("main button, main input, main header, main footer"),
        ].filter((each) => each.offsetParent !== null).length,
      }
    })
    expect(look).toEqual({ colours: ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], shown: 0 })
    expect((await page.pdf({ preferCSSPageSize: true, printBackground: true })).length).toBeGreaterThan(5000)
  })
})
