import "fake-indexeddb/auto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { backupContents } from "../../tests/fixtures/backupContent"
import { dump } from "../../tests/fixtures/dump"
import { backupText, parseBackup } from "./backup"
import { readContent } from "./backup-content"
import { restoreBackup } from "./backup-restore"
import type { BackupContent } from "./backup-schema"
import { JejakDatabase } from "./database"

const KNOWN = ["prakerja-2024"]
const MADE = { exportedAt: "2024-08-01T00:00:00.000Z", jejak: "1.2.3" }
const COPY = { id: "copy", at: MADE.exportedAt, jejak: MADE.jejak }

let number = 0
const fresh = () => {
  number += 1
  return new JejakDatabase(`backup-property-${number}`)
}

const byId = <Row extends object>(rows: readonly Row[], key: keyof Row) =>
  [...rows].sort((one, other) => (String(one[key]) < String(other[key]) ? -1 : 1))
const ordered = (content: BackupContent): BackupContent => ({
  ...content,
  participants: byId(content.participants, "id"),
  facts: byId(content.facts, "id"),
  accounts: byId(content.accounts, "fingerprint"),
  reminders: byId(content.reminders, "id"),
})

describe("any backup", () => {
  it("comes out of an empty browser as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(backupContents, async (content) => {
        const database = fresh()
        const text = await backupText(content, MADE)
        const restored = await restoreBackup(database, (await parseBackup(text, KNOWN)).content, COPY)
        expect(restored).toEqual({
          participants: content.participants.length,
          facts: content.facts.length,
        })
        const out = await readContent(database)
        expect(out).toEqual(ordered(content))
        expect((await parseBackup(await backupText(out, MADE), KNOWN)).content).toEqual(out)
        await database.delete()
      }),
      { numRuns: 60 },
    )
  })

  it("restored twice is restored once", async () => {
    await fc.assert(
      fc.asyncProperty(backupContents, async (content) => {
        const database = fresh()
        await restoreBackup(database, content, COPY)
        const before = await dump(database)
        expect(await restoreBackup(database, content, COPY)).toEqual({ participants: 0, facts: 0 })
        expect(await dump(database)).toEqual(before)
        await database.delete()
      }),
      { numRuns: 40 },
    )
  })
})
