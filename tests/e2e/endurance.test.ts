import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { ElementHandle } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Popup } from "../browser/popup"
import { type PopupState, stateOf } from "../browser/popup-state"
import { type Session, startSession } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { until } from "../browser/until"

interface Backup {
  content: {
    facts: { id: string; by: string; signal?: string; training?: string; words?: string; values?: object }[]
  }
}

describe.each(BROWSERS)("nothing is lost in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  const arrived = (popup: Popup) =>
    popup.waitFor(
      "the review is next",
      (shown) => shown.next === "review" && stateOf(shown, "wallet") === "done",
    )

  /** What must survive: all but the words, which tell the time that is left. */
  const kept = ({ next, steps, warnings }: PopupState) => ({
    next,
    steps,
    warnings: warnings.map(({ id, severity, due }) => ({ id, severity, due })),
  })

  async function exportBackup(popup: Popup): Promise<string> {
    await popup.page.bringToFront()
    await popup.page.click("[data-action=export-backup]")
    const file = await until("the backup is saved", async () =>
      (await readdir(session.downloads)).find((each) => each.endsWith(".json")),
    )
    const path = join(session.downloads, file)
    await until(
      "the backup is complete",
      async () => (await readFile(path, "utf8")).trimEnd().endsWith("}") || undefined,
    )
    return path
  }

  test("a reload and a restart of the browser change nothing", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await arrived(popup)
    await popup.act("confirm", "certificate")
    const before = await popup.waitFor(
      "certificate done",
      (shown) => stateOf(shown, "certificate") === "done",
    )

    await popup.page.close()
    const reloaded = await session.popup()
    expect(kept(await reloaded.waitFor("the popup is back", ({ steps }) => steps.length > 0))).toEqual(
      kept(before),
    )

    await session.restart()
    const again = await session.popup()
    const after = await again.waitFor("the popup is back", ({ steps }) => steps.length > 0)
    expect(kept(after)).toEqual(kept(before))
  })

  test("the background dies before every message: nothing is lost and nothing noted twice", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await session.browser.killBackground()
    await site.open("/", { stop: "linked" })
    await popup.waitFor("the card is seen", (shown) => stateOf(shown, "purchase") === "open")
    await session.browser.killBackground()
    await site.click("Rekening/e-wallet")
    await session.browser.killBackground()
    await site.open("/", { stop: "certificate" })
    // Ended while the page is being read and sends.
    await Promise.all([site.click("Beranda"), session.browser.killBackground()])
    await Promise.all([site.click("Pelatihan Saya"), session.browser.killBackground()])
    await arrived(popup)

    // The same page once more, by a script that knows nothing of the one before.
    await Promise.all([site.open("/pelatihan-saya"), session.browser.killBackground()])
    await site.plant("Akun kamu terindikasi melakukan kecurangan")
    const shown = await popup.waitFor("the page is read again", ({ warnings }) =>
      warnings.some(({ id }) => id === "account-flagged"),
    )
    expect(shown.trainings).toHaveLength(1)
    const { content } = JSON.parse(await readFile(await exportBackup(popup), "utf8")) as Backup
    const seen = content.facts.filter(({ by }) => by === "page")
    const told = seen.map(({ signal, training, words, values }) =>
      JSON.stringify([signal, training, words, values]),
    )
    expect(told.length).toBeGreaterThan(3)
    expect(told).toEqual([...new Set(told)])
  })

  test("an update in the middle orphans the page's script: the page is read on, once", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await popup.waitFor("the wallet is linked", (shown) => stateOf(shown, "wallet") === "done")

    await session.browser.reloadExtension()
    // The update closes our own pages.
    const renewed = await session.popup()
    await site.click("Cari Pelatihan")
    await site.open("/", { stop: "certificate" })
    const shown = await arrived(renewed)
    expect(shown.trainings).toHaveLength(1)
  })

  test("a backup carries everything into a fresh browser", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    const before = await arrived(popup)
    const file = await exportBackup(popup)

    const fresh = await startSession(name)
    try {
      const empty = await fresh.popup()
      const input = await empty.page.waitForSelector("input[data-action=import-backup]")
      await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
      const after = await empty.waitFor("the backup is restored", ({ steps }) => steps.length > 0)
      expect(kept(after)).toEqual(kept(before))
    } finally {
      await fresh.close()
    }
  })
})
