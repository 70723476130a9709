import { rm } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { VERSIONS } from "../../src/storage/database"
import versionOne from "../../src/storage/fixtures/version-1.json"
import versionTwo from "../../src/storage/fixtures/version-2.json"
import versionThree from "../../src/storage/fixtures/version-3.json"
import { BROWSERS } from "../browser/browsers"
import { comeFromTheFuture, databaseOf, type LaidDown, layDown } from "../browser/own-database"
import type { Popup } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import type { PracticePage } from "../browser/practice-page"
import { type Session, startSession } from "../browser/session"
import { trouble, withTroubledStorage } from "../browser/storage-trouble"
import { until, untilTrue } from "../browser/until"

const FIXTURES: Record<number, Record<string, object[]>> = { 1: versionOne, 2: versionTwo, 3: versionThree }
const OWN = (VERSIONS.at(-1)?.version ?? 0) * 10
/** Tables of which the background changes nothing by itself. */
const STANDING = ["participants", "facts", "reads", "accounts", "copies", "dismissals"]

/** A version's tables as Dexie makes them. */
function storesOf(wanted: number): LaidDown["stores"] {
  const all = Object.assign(
    {},
    ...VERSIONS.filter(({ version }) => version <= wanted).map(({ stores }) => stores),
  ) as Record<string, string>
  return Object.entries(all).map(([name, schema]) => {
    const [keyPath = "", ...indexes] = schema.split(", ")
    return {
      name,
      keyPath,
      indexes: indexes.map((index) => ({
        name: index,
        keyPath: index.startsWith("[") ? index.slice(1, -1).split("+") : index,
      })),
    }
  })
}

/** One browser goes through all of it, as one that is used for years. */
describe.each(BROWSERS)("the storage in %s", (name) => {
  let folder: string
  let session: Session
  let popup: Popup
  let site: PracticePage
  beforeAll(async () => {
    folder = await withTroubledStorage(name)
    session = await startSession(name, { extensionDir: folder })
    popup = await session.popup()
  })
  afterAll(async () => {
    await session.close()
    await rm(folder, { recursive: true, force: true })
  })

  const send = (message: object) =>
    popup.page.evaluate(
      (sent) =>
        chrome.runtime.sendMessage(sent) as Promise<{ ok: boolean; failure?: string; value: { people: [] } }>,
      message,
    )
  const notices = () =>
    popup.page.$$eval("[data-keeping]", (all) => all.map((each) => (each as HTMLElement).dataset.keeping))
  const untilNotices = (wanted: string[]) =>
    until(
      `it is told: ${wanted.join() || "nothing"}`,
      async () => (await notices()).join() === wanted.join() || undefined,
    )
  const startAgain = async (what?: "refused") => {
    await trouble(popup.page, what)
    await session.browser.killBackground()
    await popup.page.close()
    popup = await session.popup()
  }

  test("that is refused leaves everything in memory, and says so; later it is carried in", async () => {
    // Which opens once: at install, and only if that is not cut short.
    await session.browser.openedByExtension("tabs/welcome.html")
    await trouble(popup.page, "refused")
    await session.browser.killBackground()
    await session.registerSomeone()
    site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    await startAgain("refused")
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    await untilNotices(["memory"])
    expect((await databaseOf(popup.page)).tables.facts).toEqual([])
    const areas = () =>
      popup.page.evaluate(async () => [
        Object.keys(await chrome.storage.local.get(null)),
        Object.keys(await chrome.storage.session.get(null)),
      ])
    expect((await areas())[0]).toEqual(["trouble"])
    expect((await areas())[1]).toEqual(expect.arrayContaining(["memory", "overview"]))

    await startAgain()
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    await untilNotices([])
    await until("it is on the disk", async () => {
      const { tables } = await databaseOf(popup.page)
      return (tables.facts?.length ?? 0) > 1 && tables.participants?.length === 1 ? true : undefined
    })
    expect((await areas())[1]).not.toContain("memory")
  })

  test("that is full takes nothing, says so, and has what was read once there is room", async () => {
    const before = await databaseOf(popup.page)
    await trouble(popup.page, "full")
    await site.page.bringToFront()
    await site.plant("Akun kamu terindikasi melakukan kecurangan")
    await untilNotices(["full"])
    const step = { type: "say-step", participant: await someone(), step: "survey-2", state: "done" }
    expect(await send(step)).toMatchObject({ ok: false, failure: "storage-full" })
    const { facts, reads } = (await databaseOf(popup.page)).tables
    expect([facts, reads]).toEqual([before.tables.facts, before.tables.reads])

    await trouble(popup.page, undefined)
    await popup.waitFor("what was read is there", ({ warnings }) =>
      warnings.some(({ id }) => id === "account-flagged"),
    )
    await untilNotices([])
  })

  test("of a later version is shown and not touched", async () => {
    await comeFromTheFuture(popup.page, OWN + 10)
    const before = await databaseOf(popup.page)
    await startAgain()
    await untilNotices(["read-only"])
    const shown = await popup.waitFor("all is shown", ({ next }) => next !== undefined)
    expect(stateOf(shown, "wallet")).toBe("done")
    const step = { type: "say-step", participant: await someone(), step: "survey-2", state: "done" }
    expect(await send(step)).toMatchObject({ ok: false, failure: "storage-newer" })
    await site.open("/", { stop: "videos" })
    await site.click("Pelatihan Saya")
    await session.browser.killBackground()
    expect(await send({ type: "overview" })).toMatchObject({ ok: true })
    expect(await databaseOf(popup.page)).toEqual(before)
  })

  test.each(VERSIONS.map(({ version }) => version))(
    "of version %i has everything that it had",
    async (version) => {
      await site.page.goto("about:blank")
      await session.browser.killBackground()
      const rows = FIXTURES[version] ?? {}
      await layDown(popup.page, { version: version * 10, stores: storesOf(version), rows })
      await startAgain()
      await popup.waitFor("the training is shown", ({ trainings }) =>
        trainings.some(({ title }) => title.includes("Dasar Pembukuan")),
      )
      await untilNotices([])
      // What is painted first may be of the one before.
      expect(await send({ type: "overview" })).toMatchObject({ ok: true })
      const after = await databaseOf(popup.page)
      expect(after.version).toBe(OWN)
      for (const table of STANDING) {
        expect(after.tables[table], table).toHaveLength(rows[table]?.length ?? 0)
        expect(after.tables[table], table).toEqual(expect.arrayContaining(rows[table] ?? []))
      }
      expect(after.tables.settings).toEqual(expect.arrayContaining(rows.settings ?? []))
    },
  )

  async function someone(): Promise<string> {
    await untilTrue(
      popup.page,
      "somebody is there",
      () => document.querySelector("[data-next-step]") !== null,
    )
    const { tables } = await databaseOf(popup.page)
    const [person] = tables.participants as { id: string }[]
    return person?.id ?? ""
  }
})
