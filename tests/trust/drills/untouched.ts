import en from "../../../locales/en/messages.json"
import { BROWSERS } from "../../browser/browsers"
import { clickCard, readCard, untilCard, untilNoCard } from "../../browser/hint-card"
import type { PracticePage } from "../../browser/practice-page"
import type { Session } from "../../browser/session"
import { untilTrue } from "../../browser/until"
import { DASHBOARD } from "../../browser/world"
import type { Drill } from "../drill"
import { outcomeOf } from "../metered"
import { OWN_PAGES } from "../own-pages"

/** The card is left by keyboard, put off, refused for good and followed, and the page is reported. */
async function tryCard(session: Session, site: PracticePage): Promise<void> {
  const { page } = site
  const whole = () => untilCard(page, "the card is there", ({ form }) => form === "whole")
  await site.open("/rekening", { stop: "videos" })
  await whole()
  for (let presses = 0; presses < 40 && !(await readCard(page))?.focused; presses += 1)
    await page.keyboard.press("Tab")
  await page.keyboard.press("Escape")
  await untilNoCard(page, "Esc closes the card")
  await site.open("/pelatihan-saya", { stop: "certificate" })
  await whole()
  await clickCard(page, en.hint_tomorrow.message)
  await untilNoCard(page, "the card is put off")
  await site.open("/", { stop: "survey-1-open" })
  await whole()
  await clickCard(page, en.hint_never.message)
  await untilNoCard(page, "the card is refused")
  await site.open("/rekening", { stop: "videos" })
  await whole()
  await clickCard(page, en.hint_open_preflight.message)
  await (await session.browser.openedByExtension("tabs/wallet.html")).close()

  const popup = await session.browser.extensionPage("popup.html")
  const tab = await popup.evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id,
    `${DASHBOARD}/rekening*`,
  )
  const report = await session.browser.extensionPage(`tabs/report.html?tab=${tab}`)
  await untilTrue(report, "the report is shown", () => document.querySelector("[data-report=shown]") !== null)
  await report.close()
  await popup.close()
}

/** Every page of ours is opened; a backup, a calendar and a reminder are asked for. */
async function openEverything(session: Session): Promise<void> {
  for (const path of OWN_PAGES) {
    const page = await session.browser.extensionPage(path)
    for (const action of ["export-backup", "save-calendar"])
      await page.$$eval(`[data-action=${action}]`, (buttons) =>
        (buttons[0] as HTMLElement | undefined)?.click(),
      )
    await page.close()
  }
}

async function useAll(session: Session): Promise<void> {
  await tryCard(session, await session.dashboard())
  await openEverything(session)
}

export const untouched: readonly Drill[] = BROWSERS.map((browser) => ({
  promise: "nothing-touched",
  name: "the card is used, a page reported and every page of ours opened, with every meter on",
  browser,
  unit: "rounds",
  short: 1,
  long: 3,
  run: (rounds) => outcomeOf(browser, Array<typeof useAll>(rounds).fill(useAll)),
}))
