import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { backupContents } from "../../tests/fixtures/backupContent"
import { damaged, harms } from "../../tests/fixtures/damage"
import { dump } from "../../tests/fixtures/dump"
import { ownPage } from "../../tests/fixtures/ownPage"
import type { OwnMessage } from "../messages/messages"
import type { BackupPreview, SafetyCopyView } from "../messages/overview"
import { backupText } from "../storage/backup"
import { readContent } from "../storage/backup-content"
import type { BackupContent } from "../storage/backup-schema"
import { JejakDatabase } from "../storage/database"
import versionOne from "../storage/fixtures/version-1.json"
import type { World } from "./handlers"
import { route } from "./router"
import "./rest"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const MADE = { exportedAt: "2024-08-01T00:00:00.000Z", jejak: "1.2.3" }

let count = 0
const fresh = () => {
  count += 1
  return new JejakDatabase(`files-${count}`)
}

let database: JejakDatabase
let world: World
beforeEach(() => {
  database = fresh()
  world = {
    now: () => "2024-08-02T00:00:00.000Z",
    newId: () => `id-${Math.random()}`,
    refresh: vi.fn(async () => ({}) as never),
    show: vi.fn(async () => ({}) as never),
    readOpenPages: vi.fn(async () => undefined),
  }
})
const send = (message: OwnMessage, to = database) => route(to, world, message, { trust: "own-page" })
async function ok<T>(message: OwnMessage, to = database): Promise<T> {
  const reply = await send(message, to)
  if (!reply.ok) throw new Error(reply.failure)
  return reply.value as T
}
const fill = async () => {
  for (const [table, rows] of Object.entries(versionOne)) await database.table(table).bulkAdd(rows)
}

describe("a backup", () => {
  it("is named by its day and tells which version wrote it", async () => {
    await fill()
    const { fileName, json } = await ok<{ fileName: string; json: string }>({ type: "export-backup" })
    expect(fileName).toBe("jejak-2024-08-02.json")
    expect(JSON.parse(json)).toMatchObject({ jejak: "1.2.3", exportedAt: "2024-08-02T00:00:00.000Z" })
  })

  it("is looked at without a change, then restored, shown, and read on", async () => {
    await fill()
    const { json } = await ok<{ json: string }>({ type: "export-backup" })
    const other = fresh()
    const preview = await ok<BackupPreview>({ type: "preview-backup", backup: json }, other)
    expect(preview).toMatchObject({
      exportedAt: "2024-08-02T00:00:00.000Z",
      people: [{ displayName: "Contoh", isNew: true, facts: versionOne.facts.length }],
      preferences: false,
    })
    expect(await other.participants.count()).toBe(0)
    await ok({ type: "import-backup", backup: json }, other)
    expect(await readContent(other)).toEqual(await readContent(database))
    expect(world.refresh).toHaveBeenCalled()
    expect(world.readOpenPages).toHaveBeenCalled()
  })

  it("that is damaged is refused and changes nothing, or is restored exactly", async () => {
    await fc.assert(
      fc.asyncProperty(backupContents, harms, async (content, harm) => {
        const here = fresh()
        const before = await dump(here)
        const backup = damaged(await backupText(content, MADE), harm)
        const reply = await send({ type: "import-backup", backup }, here)
        if (reply.ok) expect(sorted(await readContent(here))).toEqual(sorted(content))
        else {
          expect(["backup-damaged", "backup-from-the-future"]).toContain(reply.failure)
          expect(await dump(here)).toEqual(before)
        }
        await here.delete()
      }),
      { numRuns: 40 },
    )
  })
})

/** The same content, in whatever order its rows lie. */
const sorted = ({ participants, facts, accounts, reminders, ...rest }: BackupContent) => ({
  ...rest,
  participants: inOrder(participants, ({ id }) => id),
  facts: inOrder(facts, ({ id }) => id),
  accounts: inOrder(accounts, ({ fingerprint }) => fingerprint),
  reminders: inOrder(reminders, ({ id }) => id),
})

function inOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

describe("a safety copy", () => {
  it("is made before a backup changes anything, listed, and put back", async () => {
    await fill()
    const before = await readContent(database)
    const { json } = await ok<{ json: string }>({ type: "export-backup" })
    await database.facts.delete("f2")
    const without = await readContent(database)
    await ok({ type: "import-backup", backup: json })
    expect(await readContent(database)).toEqual(before)

    const [copy, ...more] = await ok<SafetyCopyView[]>({ type: "safety-copies" })
    expect(more).toEqual([])
    expect(copy).toMatchObject({ people: 1, facts: versionOne.facts.length - 1 })
    await ok({ type: "restore-copy", copy: copy?.id ?? "" })
    expect(await readContent(database)).toEqual(without)
  })

  it("that is not there is refused", async () => {
    expect(await send({ type: "restore-copy", copy: "none" })).toEqual({
      ok: false,
      failure: "not-understood",
    })
  })
})
