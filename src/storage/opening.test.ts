import { Dexie } from "dexie"
import { IDBFactory, IDBKeyRange } from "fake-indexeddb"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { JejakDatabase, VERSIONS } from "./database"
import versionThree from "./fixtures/version-3.json"
import { rowsIn } from "./memory"
import { Blocked, NoDatabase, openDatabase } from "./opening"
import { WrittenByLater } from "./read-only"

const OWN = (VERSIONS.at(-1)?.version ?? 0) * 10

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory())
  vi.stubGlobal("IDBKeyRange", IDBKeyRange)
  Dexie.dependencies.indexedDB = indexedDB
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
})

/** A database as another version left it, by the browser's own means. */
async function layDown(
  native: number,
  change: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<void> {
  const opening = indexedDB.open("jejak", native)
  await new Promise<void>((resolve, reject) => {
    opening.onupgradeneeded = () => opening.transaction && change(opening.result, opening.transaction)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

/** Everything that lies there, with its shape and its version. */
async function everythingThere(): Promise<string> {
  const opening = indexedDB.open("jejak")
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result)
  })
  const told: unknown[] = [database.version]
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name)
    const all = store.getAll()
    await new Promise((resolve) => {
      all.onsuccess = resolve
    })
    const indexes = [...store.indexNames].map((each) => [each, store.index(each).keyPath])
    told.push([name, store.keyPath, indexes, all.result])
  }
  database.close()
  return JSON.stringify(told)
}

async function aJourney(): Promise<void> {
  const database = await openDatabase()
  for (const [table, rows] of Object.entries(versionThree)) await database.table(table).bulkAdd(rows)
  database.close()
}

describe("a database of a later version", () => {
  it("is read as far as it can be, and nothing is written by whichever way", async () => {
    await aJourney()
    await layDown(OWN + 10, (_, transaction) => {
      transaction.db.createObjectStore("dreams", { keyPath: "id" }).add({ id: "kept" })
      transaction.objectStore("facts").deleteIndex("[participant+at]")
      transaction.objectStore("facts").createIndex("by-time", "at")
    })
    const before = await everythingThere()
    const database = await openDatabase()
    expect(database.where).toBe("read-only")
    expect(await database.participants.count()).toBe(versionThree.participants.length)
    const { settings, tables } = database
    const ways: (() => Promise<unknown>)[] = [
      () => settings.put({ key: "salt", value: "x" }),
      () => settings.add({ key: "preferences", value: "x" }),
      () => settings.bulkPut([{ key: "salt", value: "x" }]),
      () => settings.update("salt", { value: "x" }),
      () => settings.delete("salt"),
      () => settings.clear(),
      () => settings.toCollection().modify({ value: "x" }),
      () => settings.where("key").equals("salt").delete(),
      () => settings.upsert("salt", { value: "x" }),
      () => database.transaction("rw", tables, () => Promise.all(tables.map((table) => table.clear()))),
    ]
    for (const way of ways) {
      const error = await way().catch((thrown: unknown) => thrown)
      expect(causes(error), String(way)).toContain(WrittenByLater)
    }
    const native = database.backendDB()
    const transaction = database.transaction("rw", settings, async () => {
      await settings.count()
      return (Dexie.currentTransaction as unknown as { idbtrans: IDBTransaction }).idbtrans.mode
    })
    expect(native.version).toBe(OWN + 10)
    expect(await transaction).toBe("readonly")
    database.close()
    expect(await everythingThere()).toBe(before)
  })

  it("is not given the shape that ours has, though tables of ours are gone from it", async () => {
    await aJourney()
    await layDown(OWN + 1, (database) => database.deleteObjectStore("accounts"))
    const before = await everythingThere()
    const database = await openDatabase()
    expect(database.where).toBe("read-only")
    expect(await database.facts.count()).toBe(versionThree.facts.length)
    database.close()
    expect(await everythingThere()).toBe(before)
  })
})

describe("a database that is closed from outside", () => {
  it("by a later version that comes is that one's from then on", async () => {
    await aJourney()
    const database = await openDatabase()
    await layDown(OWN + 10, (later) => later.createObjectStore("dreams", { keyPath: "id" }))
    expect(database.isOpen()).toBe(false)
    await expect(database.settings.put({ key: "salt", value: "x" })).rejects.toThrow()
    const again = await openDatabase()
    expect(again.where).toBe("read-only")
    again.close()
  })

  it("by being deleted is a new one afterwards", async () => {
    await aJourney()
    const database = await openDatabase()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("jejak").onsuccess = resolve
    })
    expect(database.isOpen()).toBe(false)
    const again = await openDatabase()
    expect(await again.facts.count()).toBe(0)
    again.close()
  })
})

describe("a browser", () => {
  const refusing = (error: DOMException) => {
    indexedDB.open = () => {
      const request = { error } as unknown as IDBOpenDBRequest
      setTimeout(() => request.onerror?.({ target: request, preventDefault() {} } as unknown as Event))
      return request
    }
  }

  it.each(["UnknownError", "InvalidStateError", "SecurityError", "AbortError", "QuotaExceededError"])(
    "that refuses to open a database with %s gives none",
    async (name) => {
      refusing(new DOMException("refused", name))
      await expect(openDatabase()).rejects.toBeInstanceOf(NoDatabase)
    },
  )

  it("that throws, or knows no databases, gives none", async () => {
    indexedDB.open = () => {
      throw new DOMException("private", "SecurityError")
    }
    await expect(openDatabase()).rejects.toBeInstanceOf(NoDatabase)
    vi.stubGlobal("indexedDB", undefined)
    Reflect.deleteProperty(Dexie.dependencies, "indexedDB")
    await expect(openDatabase()).rejects.toBeInstanceOf(NoDatabase)
  })

  it("that never answers gives none", async () => {
    indexedDB.open = () => ({}) as IDBOpenDBRequest
    await expect(openDatabase({ longest: 50 })).rejects.toBeInstanceOf(NoDatabase)
  })

  it("in which somebody does not let go of an older version is tried again, and is not taken for one without", async () => {
    await layDown(10, (old) => old.createObjectStore("facts", { keyPath: "id" }))
    const holding = indexedDB.open("jejak", 10)
    await new Promise((resolve) => {
      holding.onsuccess = resolve
    })
    await expect(openDatabase({ longest: 100 })).rejects.toBeInstanceOf(Blocked)
    holding.result.close()
    const database = await openDatabase()
    expect(database.where).toBe("disk")
    expect(Object.keys(await rowsIn(database))).toContain("accounts")
    database.close()
  })
})

describe("a database of ours", () => {
  it("is left alone where its shape is not ours: Dexie would change that by itself", async () => {
    await layDown(OWN, (database) => database.createObjectStore("participants", { keyPath: "id" }))
    const before = await everythingThere()
    const database = new JejakDatabase()
    await expect(database.open()).rejects.toThrow()
    database.close()
    expect(await everythingThere()).toBe(before)
  })
})

/** The classes of an error and of all that it wraps. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return []
  const { inner, failures } = error as { inner?: unknown; failures?: unknown }
  const several = typeof failures === "object" && failures !== null ? Object.values(failures) : []
  return [error.constructor, ...causes(inner), ...several.flatMap(causes)]
}
