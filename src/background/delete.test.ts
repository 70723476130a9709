import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { said } from "../../tests/fixtures/facts"
import { fakePermissions } from "../../tests/fixtures/permissions"
import { JejakDatabase } from "../storage/database"
import { deleteEverything } from "./delete"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const HOME = "https://home.example/*"
const PLATFORM = "https://platform.example/*"

let database: JejakDatabase
let world: ReturnType<typeof fakePermissions>
let done: string[]
let count = 0
const notes = (what: string) => async () => void done.push(what)
beforeEach(async () => {
  count += 1
  done = []
  database = new JejakDatabase(`delete-${count}`)
  world = fakePermissions()
  for (const pattern of [HOME, PLATFORM]) world.granted.add(pattern)
  await world.browser.scripting.registerContentScripts([
    { id: "platform", js: ["reader.js"], matches: [PLATFORM] },
  ])
  const { permissions, scripting } = world.browser
  Object.assign(fake.browser, {
    scripting,
    permissions: { ...permissions, getAll: async () => ({ origins: [...world.granted] }) },
    runtime: { getManifest: () => ({ host_permissions: [HOME] }) },
    storage: { local: { clear: notes("local") }, session: { clear: notes("session") } },
    alarms: { clearAll: notes("alarms") },
    action: { setBadgeText: async ({ text }: { text: string }) => void done.push(`badge "${text}"`) },
    notifications: {
      getAll: async () => ({ "p1|a": {}, "p1|b": {} }),
      clear: async (id: string) => void done.push(`notification ${id}`),
    },
  })
  const person = { programme: "x", wave: 70, createdAt: "2024-07-01T00:00:00.000Z" }
  await database.participants.bulkAdd([
    { id: "p1", displayName: "Sari", ...person },
    { id: "p2", displayName: "Budi", ...person },
  ])
  await database.facts.add(said("2024-07-01T08:00", "accepted", { on: "2024-07-01", id: "f1" }))
  await database.chosen.add({ id: "platform", grantedAt: "2024-07-01T00:00:00.000Z" })
  await database.settings.add({ key: "salt", value: "x" })
  await database.copies.add({ id: "c", at: "2024-07-01T00:00:00.000Z", people: 1, facts: 1, backup: "{}" })
})
afterEach(() => vi.restoreAllMocks())

const rows = async () => {
  const counts = await Promise.all(database.tables.map((table) => table.count()))
  return counts.reduce((sum, each) => sum + each, 0)
}

describe("deleting everything", () => {
  it("leaves nothing of anybody, in the database or around it", async () => {
    database.keys.set("p2", { keyId: "k1", key: {} as CryptoKey, raw: "" })
    await deleteEverything(database)
    expect(await rows()).toBe(0)
    expect(database.keys.size).toBe(0)
    expect([...world.granted]).toEqual([HOME])
    expect(world.scripts.size).toBe(0)
    expect(done.sort()).toEqual([
      "alarms",
      'badge ""',
      "local",
      "notification p1|a",
      "notification p1|b",
      "session",
    ])
  })

  it("deletes nothing at all when one table cannot be emptied", async () => {
    const before = await rows()
    const clear = vi.spyOn(database.tables[0] as (typeof database.tables)[number], "clear")
    clear.mockImplementation(() => Promise.reject(new Error("no")) as never)
    await expect(deleteEverything(database)).rejects.toThrow()
    expect(await rows()).toBe(before)
    expect(done).toEqual([])
    expect([...world.granted]).toEqual([HOME, PLATFORM])
  })

  it("goes on where the browser keeps something back", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined)
    Object.assign(fake.browser, { alarms: { clearAll: () => Promise.reject(new Error("no")) } })
    await deleteEverything(database)
    expect(await rows()).toBe(0)
    expect([...world.granted]).toEqual([HOME])
    expect(complaint).toHaveBeenCalledOnce()
  })
})
