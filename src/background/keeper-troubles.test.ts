import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { AT_HOME, KeeperWorld, read, refuseWrites, TITLE, titles } from "../../tests/fixtures/keeper-world"
import { OVERVIEW_KEY } from "../messages/overview"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { VERSIONS } from "../storage/database"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const KDF = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }

let world: KeeperWorld
beforeEach(() => {
  world = new KeeperWorld(fake.browser)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe("a database from the future", () => {
  const comeFromTheFuture = async (change: (database: IDBDatabase, facts: IDBObjectStore) => void) => {
    const opening = indexedDB.open("jejak", ((VERSIONS.at(-1)?.version ?? 0) + 1) * 10)
    await new Promise((resolve) => {
      opening.onupgradeneeded = () => {
        const facts = opening.transaction?.objectStore("facts")
        if (facts) change(opening.result, facts)
      }
      opening.onsuccess = resolve
    })
    opening.result.close()
  }

  it("is shown, changed by nothing, and leaves no mark", async () => {
    const sari = await world.onboard()
    await world.describeTraining(sari)
    const fact = { id: "dream", participant: sari, at: world.now(), by: "person", kind: "dreamt", of: TITLE }
    await comeFromTheFuture((_, facts) => facts.put(fact))
    world.start()
    const shown = await world.overview()
    expect(shown.keeping).toEqual({ where: "read-only" })
    expect(titles(shown)).toEqual([TITLE])
    expect(await world.ok({ type: "history", participant: sari })).toBeDefined()
    const rows = () =>
      world.keeper.use((database) => Promise.all(database.tables.map((table) => table.toArray())))
    const before = JSON.stringify(await rows())
    const changes: [object, typeof AT_HOME?][] = [
      [{ type: "say-step", participant: sari, step: "videos", state: "done" }],
      [read("r1"), AT_HOME],
      [{ type: "add-participant", displayName: "Budi", wave: 70, announcedOn: "2024-07-01" }],
      [{ type: "change-preferences", preferences: shown.preferences }],
      [{ type: "remove-participant", participant: sari }],
      [{ type: "protect", participant: sari, kdf: KDF, key: newKey() }],
      [{ type: "delete-everything" }],
      [{ type: "export-backup" }],
    ]
    for (const [message, sender] of changes)
      expect([message, await world.send(message, sender)]).toEqual([
        message,
        { ok: false, failure: "storage-newer" },
      ])
    expect(JSON.stringify(await rows())).toBe(before)
    expect(titles(await world.overview())).toEqual([TITLE])
    expect(world.faults).toEqual([])
  })

  it("that cannot even be read says so", async () => {
    await world.onboard()
    await comeFromTheFuture((database) => database.deleteObjectStore("participants"))
    world.start()
    expect(await world.send({ type: "overview" })).toEqual({ ok: false, failure: "storage-newer" })
    expect(await world.send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-newer" })
  })

  it("that comes while the background runs is not written by it", async () => {
    const sari = await world.onboard()
    await comeFromTheFuture(() => undefined)
    const message = { type: "say-step", participant: sari, step: "videos", state: "done" }
    expect(await world.send(message)).toEqual({ ok: false, failure: "storage-newer" })
    expect((await world.overview()).keeping).toEqual({ where: "read-only" })
  })
})

describe("a full disk", () => {
  it.each(["reads", "facts"])(
    "takes nothing of a read where %s find no room, and all of it later",
    async (table) => {
      await world.onboard()
      const before = await world.factsThere()
      const spy = refuseWrites(table)
      expect(await world.send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
      expect(await world.factsThere()).toBe(before)
      expect(await world.keeper.use((database) => database.reads.count())).toBe(0)
      const { fullSince } = (await world.overview()).keeping
      expect(fullSince).toBeDefined()
      expect(world.told).toBe(1)
      world.start()
      expect((await world.overview()).keeping).toEqual({ where: "disk", fullSince })

      spy.mockRestore()
      await world.ok(read("r1"), AT_HOME)
      expect(await world.factsThere()).toBe(before + 1)
      expect((await world.overview()).keeping).toEqual({ where: "disk" })
      expect(world.told).toBe(2)
      world.start()
      expect((await world.overview()).keeping).toEqual({ where: "disk" })
    },
  )

  it("that is found only by the commit is told the same", async () => {
    await world.onboard()
    const before = await world.factsThere()
    const spy = refuseWrites("facts", "commit")
    expect(await world.send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
    expect(await world.factsThere()).toBe(before)
    expect((await world.overview()).keeping.fullSince).toBeDefined()
    spy.mockRestore()
    await world.ok(read("r1"), AT_HOME)
    expect((await world.overview()).keeping).toEqual({ where: "disk" })
  })

  it("has no room for what is painted: what was noted is noted, and an older one is not painted", async () => {
    const sari = await world.onboard()
    expect(world.storage.local.items.has(OVERVIEW_KEY)).toBe(true)
    world.storage.local.set = async () => {
      throw new Error("QUOTA_BYTES quota exceeded")
    }
    expect(titles(await world.describeTraining(sari))).toEqual([TITLE])
    expect(world.storage.local.items.has(OVERVIEW_KEY)).toBe(false)
    expect(JSON.stringify(world.storage.session.items.get(OVERVIEW_KEY))).toContain(TITLE)
  })

  it("has no room for a key in memory: nobody is unlocked by half", async () => {
    const sari = await world.onboard()
    const key = newKey()
    await world.ok({ type: "protect", participant: sari, kdf: KDF, key })
    await world.ok({ type: "lock", participant: sari })
    world.storage.session.set = async () => {
      throw new Error("storage.session API call exceeded its quota limitations.")
    }
    expect(await world.send({ type: "unlock", participant: sari, key })).toEqual({
      ok: false,
      failure: "storage-full",
    })
    expect((await world.overview()).people).toMatchObject([{ locked: true }])
  })
})

describe("a database that goes while the background runs", () => {
  it("is opened again by the next message", async () => {
    await world.onboard()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("jejak").onsuccess = resolve
    })
    expect((await world.overview()).people).toEqual([])
    await world.onboard("Budi")
    expect((await world.overview()).people).toMatchObject([{ displayName: "Budi" }])
  })

  it("and is opened for one once, however many ask", async () => {
    const opened = vi.spyOn(indexedDB, "open")
    await Promise.all([world.overview(), world.overview(), world.overview()])
    expect(opened).toHaveBeenCalledTimes(1)
  })
})
