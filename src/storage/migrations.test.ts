import "fake-indexeddb/auto"
import { Dexie } from "dexie"
import { describe, expect, it } from "vitest"
import { factSchema } from "../journey/facts"
import { JejakDatabase, VERSIONS } from "./database"
import versionOne from "./fixtures/version-1.json"
import versionTwo from "./fixtures/version-2.json"
import versionThree from "./fixtures/version-3.json"
import versionFour from "./fixtures/version-4.json"

/*
 * Every version that was ever shipped keeps a database as it left it in `fixtures/`. Each must open with today's code,
 * with every row still there and every fact still a fact.
 */
const FIXTURES: Record<number, Record<string, object[]>> = {
  1: versionOne,
  2: versionTwo,
  3: versionThree,
  4: versionFour,
}

async function layDown(name: string, version: number, rows: Record<string, object[]>): Promise<void> {
  const old = new Dexie(name)
  for (const { version: number, stores } of VERSIONS)
    if (number <= version) old.version(number).stores(stores)
  await old.open()
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd(content)
  old.close()
}

describe.each(VERSIONS.map(({ version }) => [version]))("a database of version %i", (version) => {
  const rows = FIXTURES[version]

  it("has a fixture", () => {
    expect(rows).toBeDefined()
  })

  it("opens with today's code and loses nothing", async () => {
    const name = `from-${version}`
    await layDown(name, version, rows ?? {})
    const database = new JejakDatabase(name)
    for (const [table, content] of Object.entries(rows ?? {}))
      expect(await database.table(table).count(), table).toBe(content.length)
    for (const fact of await database.facts.toArray()) expect(factSchema.safeParse(fact).success).toBe(true)
    database.close()
  })
})

describe("the harness", () => {
  it("catches an upgrade that loses rows", async () => {
    await layDown("lossy", 1, versionOne)
    const next = new Dexie("lossy")
    for (const { version, stores } of VERSIONS) next.version(version).stores(stores)
    next
      .version(VERSIONS.length + 1)
      .stores({})
      .upgrade((transaction) => transaction.table("facts").clear())
    await next.open()
    expect(await next.table("facts").count()).not.toBe(versionOne.facts.length)
    next.close()
  })

  it("finds what a later version stored as that left it, for today's code does not open it as its own", async () => {
    const later = () => {
      const next = new Dexie("future")
      next.version(VERSIONS.length + 1).stores({ facts: "id, [participant+at]", dreams: "id" })
      return next
    }
    const written = later()
    await written.table("dreams").add({ id: "kept" })
    written.close()
    const database = new JejakDatabase("future")
    await expect(database.facts.count()).rejects.toThrow("VersionError")
    database.close()
    const opened = later()
    expect(await opened.table("dreams").get("kept")).toEqual({ id: "kept" })
    opened.close()
  })
})
