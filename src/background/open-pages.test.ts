import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { bindAccounts, rememberSeen } from "../storage/accounts"
import { JejakDatabase } from "../storage/database"
import { restOpenPages } from "./open-pages"

const TABS = [
  { id: 1, url: "https://dashboard.prakerja.go.id/*" },
  { id: 2, url: "https://skills.pintar.co/*" },
]
const executeScript = vi.hoisted(() => vi.fn(async (_injection: unknown) => []))
vi.mock("webextension-polyfill", () => ({
  default: {
    tabs: {
      query: async ({ url }: { url: string[] }) => TABS.filter((tab) => url.includes(tab.url)),
    },
    scripting: { executeScript },
  },
}))

const SHOWN = [{ kind: "email" as const, fingerprint: "e".repeat(64) }]

let database: JejakDatabase
let count = 0
beforeEach(async () => {
  count += 1
  database = new JejakDatabase(`open-pages-${count}`)
  const person = { programme: "prakerja-2024", wave: 70, createdAt: "2024-07-01T00:00:00.000Z" }
  await database.participants.bulkAdd([
    { ...person, id: "p1", displayName: "Sari" },
    { ...person, id: "p2", displayName: "Budi" },
  ])
  await database.settings.put({ key: "current-participant", value: "p2" })
  await database.chosen.put({ id: "pintar", grantedAt: "2024-07-01T00:00:00.000Z" })
})
afterEach(() => executeScript.mockClear())

/** Tabs by whether they were told to rest. */
const told = () =>
  executeScript.mock.calls
    .map(([injection]) => {
      const { target, args } = injection as { target: { tabId: number }; args: [string, boolean] }
      return [target.tabId, args[1]] as const
    })
    .sort(([one], [other]) => one - other)

describe("pages that were open when somebody else is looked at", () => {
  it("rest where nothing tells whose they are", async () => {
    await restOpenPages(database)
    expect(told()).toEqual([
      [1, true],
      [2, true],
    ])
  })

  it("rest where they show another's account", async () => {
    await rememberSeen(database, "dashboard", SHOWN)
    await bindAccounts(database, SHOWN, "p1")
    await restOpenPages(database)
    expect(told()).toEqual([
      [1, true],
      [2, true],
    ])
  })

  it("are read at once where they show theirs", async () => {
    await rememberSeen(database, "dashboard", SHOWN)
    await bindAccounts(database, SHOWN, "p2")
    await restOpenPages(database)
    expect(told()).toEqual([
      [1, false],
      [2, true],
    ])
  })
})
