import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { dump } from "../../tests/fixtures/dump"
import { JejakDatabase } from "./database"
import versionThree from "./fixtures/version-3.json"
import { keepSafetyCopy, restoreSafetyCopy, safetyCopies } from "./safety-copies"

const KNOWN = ["prakerja-2024"]
let number = 0
const making = () => {
  number += 1
  return { id: `c${number}`, at: `2024-08-${String(10 + number)}T00:00:00.000Z`, jejak: "1.2.3" }
}
const back = (database: JejakDatabase, id: string) => restoreSafetyCopy(database, id, KNOWN, making())

let database: JejakDatabase
beforeEach(async () => {
  number = 0
  database = new JejakDatabase(`copies-${Math.random()}`)
  const { copies: _, reminders, ...rows } = versionThree
  for (const [table, content] of Object.entries(rows)) await database.table(table).bulkAdd(content)
  await database.reminders.bulkAdd(reminders.filter(({ state }) => state !== "planned") as never[])
})

/** All but the copies themselves. */
const withoutCopies = async () => ({ ...(await dump(database)), copies: [] })

describe("safety copies", () => {
  it("are made of something only, and the newest three are kept", async () => {
    const empty = new JejakDatabase(`copies-empty-${Math.random()}`)
    await keepSafetyCopy(empty, making())
    expect(await safetyCopies(empty)).toEqual([])
    for (let made = 0; made < 5; made += 1) await keepSafetyCopy(database, making())
    const [newest, ...older] = await safetyCopies(database)
    expect(newest).toEqual({
      id: "c6",
      at: "2024-08-16T00:00:00.000Z",
      people: versionThree.participants.length,
      facts: versionThree.facts.length,
    })
    expect(older.map(({ id }) => id)).toEqual(["c5", "c4"])
  })

  it("put everything back exactly, after a copy of the present, and that one too", async () => {
    const before = await withoutCopies()
    await keepSafetyCopy(database, making())
    await database.facts.clear()
    await database.participants.update("p1", { displayName: "Lain" })
    await database.participants.delete("p2")
    await database.settings.delete("preferences")
    await database.settings.put({ key: "salt", value: "f".repeat(32) })
    await database.accounts.clear()
    const changed = await withoutCopies()

    expect(await back(database, "c1")).toEqual([])
    expect(await withoutCopies()).toEqual(before)
    expect(await back(database, "c2")).toEqual(["p2"])
    expect(await withoutCopies()).toEqual(changed)
  })

  it("that are not there, or damaged, change nothing", async () => {
    await database.copies.add({ id: "bad", at: "2024-01-01", people: 1, facts: 1, backup: "{}" })
    const before = await dump(database)
    expect(await back(database, "none")).toBeUndefined()
    await expect(back(database, "bad")).rejects.toThrow("backup-damaged")
    expect(await dump(database)).toEqual(before)
  })

  it("tell whose key opens nothing any more", async () => {
    await keepSafetyCopy(database, making())
    const { protection } = (await database.participants.get("p2")) ?? {}
    if (!protection) throw new Error("p2 has a passphrase")
    await database.participants.add({ ...versionThree.participants[0], id: "p9", protection } as never)
    await database.participants.update("p1", { protection })
    expect(await back(database, "c1")).toEqual(["p1", "p9"])
  })

  it("forget who was looked at when they are gone", async () => {
    await keepSafetyCopy(database, making())
    await database.participants.add({ ...versionThree.participants[0], id: "p9" } as never)
    await database.settings.put({ key: "current-participant", value: "p9" })
    await back(database, "c1")
    expect(await database.settings.get("current-participant")).toMatchObject({ value: "p1" })
  })
})
