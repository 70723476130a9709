import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "puppeteer-core"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { stored } from "../browser/stored"
import { until, untilTrue } from "../browser/until"

/** The page that checks a bank or wallet before it is linked, as a person uses it. */
function walletPage(page: Page) {
  return {
    page,
    async click(selector: string) {
      // A tab in the background neither scrolls nor paints, and a click would wait for ever.
      await page.bringToFront()
      const element = await page.waitForSelector(selector, { visible: true })
      await element?.click()
      await element?.dispose()
    },
    async type(field: string, text: string) {
      await page.bringToFront()
      await page.$eval(`[data-field="${field}"]`, (input) => (input as HTMLInputElement).select())
      await page.type(`[data-field="${field}"]`, text)
    },
    shows: (selector: string) =>
      untilTrue(page, selector, (wanted) => document.querySelector(wanted) !== null, selector),
    lacks: (selector: string) =>
      untilTrue(page, `no ${selector}`, (wanted) => document.querySelector(wanted) === null, selector),
    state: (point: string) =>
      page.$eval(`[data-prerequisite="${point}"]`, (row) => (row as HTMLElement).dataset.state),
  }
}

describe.each(BROWSERS)("the wallet's page in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  const open = async () => {
    const wallet = walletPage(await session.browser.extensionPage("tabs/wallet.html"))
    await wallet.shows("[data-wallet]")
    return wallet
  }

  test("what was chosen and answered is there again, and the popup leads to it", async () => {
    const wallet = await open()
    await wallet.click("[data-wallet=dana]")
    await wallet.shows("[data-summary=open]")
    await wallet.click("[data-prerequisite=same-nik] [data-action=met]")
    await wallet.shows("[data-prerequisite=same-nik][data-state=met]")
    await wallet.click("[data-prerequisite=upgraded] [data-action=unmet]")
    await wallet.shows("[data-summary=unmet]")

    await session.browser.killBackground()
    await wallet.page.close()
    const again = await open()
    await again.shows("[data-wallet=dana] :checked")
    await again.shows("[data-summary=unmet]")
    expect(await again.state("same-nik")).toBe("met")
    expect(await again.state("upgraded")).toBe("unmet")
    expect(await again.state("room")).toBe("open")

    for (const point of ["active-own-name", "same-number", "upgraded", "room"]) {
      await again.click(`[data-prerequisite=${point}] [data-action=met]`)
      await again.shows(`[data-prerequisite=${point}][data-state=met]`)
    }
    await again.shows("[data-summary=ready] [data-action=open]")
    await again.click("[data-wallet=gopay]")
    await again.shows("[data-summary=open]")
    expect(await again.state("same-nik")).toBe("open")

    const popup = await session.popup()
    await popup.page.waitForSelector("[data-action=open-wallet]")
  })

  test("numbers are compared in whatever spelling, and stored nowhere", async () => {
    const wallet = await open()
    await wallet.click("[data-wallet=dana]")
    await wallet.shows("[data-field=wallet-number]")
    await wallet.type("programme-number", "+62 812-3456-7890")
    await wallet.type("wallet-number", "0812 3456 7891")
    await wallet.shows("[data-outcome=different]")
    await wallet.click("[data-action=save-numbers]")
    await wallet.shows("[data-prerequisite=same-number][data-state=unmet]")
    await wallet.type("wallet-number", "(0812) 3456.7890")
    await wallet.shows("[data-outcome=same]")
    await wallet.click("[data-action=save-numbers]")
    await wallet.shows("[data-prerequisite=same-number][data-state=met]")

    const everything = await stored(wallet.page)
    expect(everything).toContain("same-number")
    expect(everything.replace(/[^\d]/g, "")).not.toMatch(/81234567/)

    const popup = await session.popup()
    await popup.page.waitForSelector("[data-action=export-backup]")
    await popup.page.$eval("[data-action=export-backup]", (button) => (button as HTMLElement).click())
    const backup = await until("the whole backup is there", async () => {
      const file = (await readdir(session.downloads)).find((each) => each.endsWith(".json"))
      const text = file === undefined ? "" : await readFile(join(session.downloads, file), "utf8")
      return text.trimEnd().endsWith("}") ? text : undefined
    })
    expect(backup).toContain("same-number")
    expect(backup.replace(/[^\d]/g, "")).not.toMatch(/81234567/)

    // Puppeteer never hears that a page of ours has loaded in Firefox.
    await wallet.page.evaluate(() => {
      document.documentElement.dataset.left = "yes"
      setTimeout(() => location.reload())
    })
    await wallet.shows("html:not([data-left]) [data-field]")
    await wallet.shows("[data-prerequisite=same-number][data-state=met]")
    expect(
      await wallet.page.$$eval("[data-field]", (fields) =>
        fields.map((each) => (each as HTMLInputElement).value),
      ),
    ).toEqual(["", ""])
  })

  test("too many wrong codes make one wait an hour, unless that is taken back", async () => {
    const wallet = await open()
    await wallet.click("[data-action=wrong-codes]")
    await wallet.shows("[data-wait]")
    const until = await wallet.page.$eval(
      "[data-wait]",
      (element) => (element as HTMLElement).dataset.wait ?? "",
    )
    const minutes = (Date.parse(until) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(58)
    expect(minutes).toBeLessThanOrEqual(60)
    await wallet.page.close()

    const again = await open()
    await again.shows("[data-wait]")
    await again.click("[data-action=undo-wrong-codes]")
    await again.lacks("[data-wait]")
    await again.shows("[data-action=wrong-codes]")
  })

  test("what the dashboard refused stands first, until something is linked", async () => {
    const wallet = await open()
    await wallet.click("[data-wallet=dana]")
    await wallet.click("[data-prerequisite=same-nik] [data-action=met]")
    await wallet.shows("[data-prerequisite=same-nik][data-state=met]")
    const site = await session.dashboard()
    await site.open("/rekening", { stop: "videos" })
    await site.plant("Verifikasi NIK Gagal")
    await wallet.shows("main > section:first-of-type[data-failure=nik]")
    expect(await wallet.page.$eval("[data-failure] q", (words) => words.textContent)).toBe(
      "Verifikasi NIK Gagal",
    )
    await wallet.shows("[data-prerequisite=same-nik][data-state=open]")

    await site.open("/", { stop: "linked" })
    await wallet.lacks("[data-failure]")
    await wallet.shows("[data-summary=linked]")
  })

  test("all of it by keyboard alone", async () => {
    const { page, shows, state } = await open()
    await page.bringToFront()
    const tabTo = (selector: string) =>
      until(`${selector} has the focus`, async () => {
        await page.keyboard.press("Tab")
        return (await page.$eval(selector, (element) => element === document.activeElement)) || undefined
      })
    await tabTo("[data-wallet=bni] input")
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowDown")
    await shows("[data-wallet=dana] :checked")
    await shows("[data-summary=open]")
    await tabTo("[data-prerequisite=same-nik] [data-action=met]")
    await page.keyboard.press("Enter")
    await shows("[data-prerequisite=same-nik][data-state=met]")
    await tabTo("[data-field=programme-number]")
    await page.keyboard.type("081234567890")
    await page.keyboard.press("Tab")
    await page.keyboard.type("6281234567890")
    await page.keyboard.press("Enter")
    await shows("[data-prerequisite=same-number][data-state=met]")
    await tabTo("[data-prerequisite=upgraded] [data-action=unmet]")
    await page.keyboard.press(" ")
    await shows("[data-prerequisite=upgraded][data-state=unmet]")
    expect(await state("room")).toBe("open")
    await tabTo("[data-action=wrong-codes]")
    await page.keyboard.press("Enter")
    await shows("[data-action=undo-wrong-codes]:focus")
    await page.keyboard.press("Enter")
    await shows("[data-action=wrong-codes]:focus")
  })

  test("nothing sticks out at 360 pixels", async () => {
    const wallet = await open()
    await wallet.page.setViewport({ width: 360, height: 640 })
    await wallet.click("[data-wallet=linkaja]")
    await wallet.shows("[data-field]")
    await wallet.type("programme-number", "081234567890")
    await wallet.type("wallet-number", "081234567891")
    await wallet.click("[data-prerequisite=upgraded] [data-action=unmet]")
    await wallet.shows("[data-summary=unmet]")
    const [scrolls, small] = await wallet.page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true
      const page = document.documentElement
      const buttons = [
        ...document.querySelectorAll<HTMLElement>("button, summary, .choice, input[data-field]"),
      ]
      return [
        page.scrollWidth > page.clientWidth,
        buttons.filter((each) => each.offsetHeight < 44).map((each) => each.innerText || each.outerHTML),
      ] as const
    })
    expect(scrolls).toBe(false)
    expect(small).toEqual([])
  })
})
