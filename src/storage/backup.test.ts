import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { BackupError, parseBackup, readBackup, restoreBackup } from "./backup"
import { JejakDatabase } from "./database"
import versionOne from "./fixtures/version-1.json"

const NOW = "2024-08-01T00:00:00.000Z"
const KNOWN = ["prakerja-2024"]
let number = 0
const fresh = () => {
  number += 1
  return new JejakDatabase(`backup-${number}`)
}

let database: JejakDatabase
beforeEach(async () => {
  database = fresh()
  for (const [table, rows] of Object.entries(versionOne)) await database.table(table).bulkAdd(rows)
})
const exported = async () => JSON.stringify(await readBackup(database, NOW))

describe("a backup", () => {
  it("brings everything back into an empty browser", async () => {
    const other = fresh()
    const restored = await restoreBackup(other, parseBackup(await exported(), KNOWN))
    expect(restored).toEqual({ participants: 1, facts: versionOne.facts.length })
    expect(await readBackup(other, NOW)).toEqual(await readBackup(database, NOW))
    expect(await other.settings.get("current-participant")).toMatchObject({ value: "p1" })
  })

  it("adds nothing twice, and does not overwrite what is there", async () => {
    const backup = parseBackup(await exported(), KNOWN)
    await database.participants.update("p1", { displayName: "Nama baru" })
    expect(await restoreBackup(database, backup)).toEqual({ participants: 0, facts: 0 })
    expect((await database.participants.get("p1"))?.displayName).toBe("Nama baru")
  })

  it.each([
    ["no JSON", "{", "backup-damaged"],
    ["something else", "[]", "backup-damaged"],
    ["a later version", '{"format":"jejak-backup","version":2}', "backup-from-the-future"],
  ])("refuses %s with its reason", (_what, text, reason) => {
    expect(() => parseBackup(text, KNOWN)).toThrow(new BackupError(reason as BackupError["reason"]))
  })

  it("refuses facts of nobody, and a programme that it does not know", async () => {
    const backup = JSON.parse(await exported())
    expect(() => parseBackup(JSON.stringify({ ...backup, participants: [] }), KNOWN)).toThrow(
      "backup-damaged",
    )
    expect(() => parseBackup(JSON.stringify(backup), [])).toThrow("backup-from-the-future")
  })

  it("refuses, or takes whole, a file with one byte changed", async () => {
    const text = await exported()
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
        try {
          const backup = parseBackup(changed, KNOWN)
          expect(backup.facts).toHaveLength(versionOne.facts.length)
        } catch (error) {
          expect(error).toBeInstanceOf(BackupError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
