import type { Page } from "puppeteer-core"
import type { Language } from "../../src/messages/languages"
import type { Overview } from "../../src/messages/overview"
import type { Session } from "../browser/session"
import { until, untilTrue } from "../browser/until"
import type { Scene } from "./pages"
import { backupOf } from "./seeds"

/** Sends a message from a page of ours, as the page itself would. @throws Error with the failure that it is answered with */
async function tell<Value>(page: Page, message: object): Promise<Value> {
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

type Both = Record<"browser" | "chrome", typeof globalThis.chrome>

/** What no message brings about: it is put where the background finds it. */
const APART: { [And in NonNullable<Scene["and"]>]?: (keeper: Page) => Promise<void> } = {
  "mistakes of ours": async (keeper) => {
    const fault = { error: "TypeError", frames: ["reader.js:1:2345"], where: "reader", site: "dashboard" }
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    const times = { first: hoursAgo(3), last: hoursAgo(2), count: 2 }
    await keeper.evaluate(
      (faults) => {
        const { browser, chrome } = globalThis as unknown as Both
        return (browser ?? chrome).storage.local.set({ faults })
      },
      [{ ...fault, ...times }],
    )
    await tell(keeper, { type: "overview" })
  },
  unreadable: async (keeper) => {
    await keeper.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("jejak")
        opening.onsuccess = () => resolve(opening.result)
      })
      const writing = database.transaction("facts", "readwrite")
      const sealed = { iv: "A", data: "A" }
      writing.objectStore("facts").put({ id: "broken", participant: "p1", at: "", sealed })
      await new Promise((resolve) => {
        writing.oncomplete = resolve
      })
      database.close()
    })
    await tell(keeper, { type: "overview" })
  },
}

/** Has this browser know one person who has been through the scene's `seed`, and nothing else. */
export async function become(
  session: Session,
  keeper: Page,
  { seed, and }: Pick<Scene, "seed" | "and">,
): Promise<void> {
  await tell(keeper, { type: "delete-everything" })
  if (seed !== "nobody") await tell(keeper, { type: "import-backup", backup: backupOf(seed) })
  if (and === "locked") {
    const kdf = { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 }
    await tell(keeper, { type: "protect", participant: "p1", kdf, key: `${"A".repeat(43)}=` })
    await tell(keeper, { type: "lock", participant: "p1" })
  }
  if (and) await APART[and]?.(keeper)
  if (and === "another's account") {
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await until("whose account it is, is asked", async () => {
      const { accountQuestion } = await tell<Overview>(keeper, { type: "overview" })
      return accountQuestion
    })
    await site.page.close()
  }
}

export async function speak(page: Page, language: Language): Promise<void> {
  const { preferences } = await tell<Overview>(page, { type: "overview" })
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
