import type { Page } from "puppeteer-core"
import type { Language } from "../../src/messages/languages"
import { untilTrue } from "../browser/until"
import { backupOf, type Seed } from "./seeds"

/** Sends a message from a page of ours, as the page itself would. @throws Error with the failure that it is answered with */
export async function tell<Value>(page: Page, message: object): Promise<Value> {
  const reply = (await page.evaluate((sent) => {
    const { browser, chrome } = globalThis as unknown as Record<
      "browser" | "chrome",
      typeof globalThis.chrome
    >
    return (browser ?? chrome).runtime.sendMessage(sent)
  }, message)) as { ok: true; value: Value } | { ok: false; failure: string }
  if (!reply.ok) throw new Error(`refused: ${reply.failure}`)
  return reply.value
}

/** Has this browser know one person who has been through `seed`, and nothing else. */
export async function become(page: Page, seed: Seed): Promise<void> {
  await tell(page, { type: "delete-everything" })
  if (seed !== "nobody") await tell(page, { type: "import-backup", backup: backupOf(seed) })
}

export async function speak(page: Page, language: Language): Promise<void> {
  const { preferences } = await tell<{ preferences: object }>(page, { type: "overview" })
  await tell(page, { type: "change-preferences", preferences: { ...preferences, language } })
}

/** Opens a page of ours in a tab that is there, and waits until it shows what it has to say in `language`. */
export async function show(page: Page, address: string, language: Language): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.left = "true"
  })
  // Firefox never tells that a page of an extension is there.
  void page.goto(address).catch(() => {})
  await untilTrue(
    page,
    `${address} is shown in ${language}`,
    (wanted) => {
      const { lang, dataset } = document.documentElement
      const isThere = location.href.split("#")[0] === wanted.slice(3) && dataset.left === undefined
      return isThere && lang === wanted.slice(0, 2) && document.querySelector("main h2, main form") !== null
    },
    `${language} ${address}`,
  )
}

/** Opens all that can be unfolded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
  })
}
