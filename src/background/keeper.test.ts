import { Dexie } from "dexie"
import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { fakePermissions } from "../../tests/fixtures/permissions"
import { fakeStorage } from "../../tests/fixtures/storage-areas"
import type { Reply } from "../messages/messages"
import { OVERVIEW_KEY, type Overview } from "../messages/overview"
import { programmes } from "../programmes/registry"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { VERSIONS } from "../storage/database"
import { type Keeper, keeperOf } from "./keeper"
import { refreshOverview } from "./overview"
import { failureOf } from "./refusal"
import { route } from "./router"
import type { Sender } from "./sender"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const home = programmes[0]?.sites.find(({ access }) => access === "install")
if (!home) throw new Error("no programme")
const OWN: Sender = { trust: "own-page" }
const AT_HOME: Sender = { trust: "page", url: home.home, host: home.hosts[0] ?? "", tab: 1 }
const KDF = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }
const TITLE = "Barista Kopi Nusantara"

let storage: ReturnType<typeof fakeStorage>
let time: number
let id = 0
const now = () => {
  time += 1000
  return new Date(time).toISOString()
}
const newId = () => {
  id += 1
  return `id-${id}`
}
let faults: unknown[]
let told: number
let keeper: Keeper
let refusing: DOMException | undefined

/** The background is started, on what the browser still has of the one before. */
function start(): void {
  keeper = keeperOf({
    now,
    newId,
    told: () => {
      told += 1
    },
    fault: () => (error) => void faults.push(error),
  })
}

beforeEach(() => {
  const factory = new IDBFactory()
  const { open } = factory
  factory.open = (name, version) => {
    if (refusing) throw refusing
    return open.call(factory, name, version)
  }
  refusing = undefined
  vi.stubGlobal("indexedDB", factory)
  vi.stubGlobal("IDBKeyRange", IDBKeyRange)
  Dexie.dependencies.indexedDB = factory
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  storage = fakeStorage()
  const areas = { local: clearable(storage.local), session: clearable(storage.session) }
  const permissions = fakePermissions().browser
  Object.assign(fake.browser, permissions, {
    permissions: { ...permissions.permissions, getAll: async () => ({ origins: [] }) },
    storage: areas,
    runtime: { getManifest: () => ({ version: "1.0" }), getURL: (path: string) => path },
    notifications: { getAll: async () => ({}), clear: async () => true },
    alarms: { clearAll: async () => true },
    action: { setBadgeText: async () => undefined },
  })
  time = Date.parse("2024-07-01T01:00:00.000Z")
  faults = []
  told = 0
  start()
})
afterEach(() => {
  vi.restoreAllMocks()
})

function clearable(area: ReturnType<typeof fakeStorage>["local"]) {
  return Object.assign(area, { clear: async () => area.items.clear() })
}

const send = async (message: object, sender: Sender = OWN): Promise<Reply<unknown>> => {
  try {
    return await keeper.use((database) => {
      const refresh = () => refreshOverview(database, now)
      const world = { now, newId, refresh, readOpenPages: async () => undefined }
      return route(database, world, message, sender)
    })
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}
const ok = async <Value = Overview>(message: object, sender: Sender = OWN): Promise<Value> => {
  const reply = await send(message, sender)
  expect(reply).toMatchObject({ ok: true })
  return (reply as { value: Value }).value
}
const overview = () => ok({ type: "overview" })
const onboard = async (displayName = "Sari") => {
  const added = await ok({ type: "add-participant", displayName, wave: 70, announcedOn: "2024-07-01" })
  return added.participant?.id ?? ""
}
const describeTraining = (participant: string) =>
  ok({ type: "describe-training", participant, particulars: { title: TITLE } })
const titles = ({ journey }: Overview) => journey?.trainings.flatMap(({ title }) => title ?? [])
const read = (name: string) => ({
  type: "page-read",
  read: name,
  kind: "read",
  observations: [
    { signal: "balance", values: { amount: 3_500_000 }, words: "Saldo", place: { kind: "heading" } },
  ],
})
const factsThere = () => keeper.use((database) => database.facts.count())

describe("a browser that gives no database", () => {
  beforeEach(() => {
    refusing = new DOMException("private", "InvalidStateError")
  })

  it("has everything in memory, which outlives the background and is not on the disk", async () => {
    const sari = await onboard()
    await describeTraining(sari)
    await ok(read("r1"), AT_HOME)
    expect((await overview()).keeping).toEqual({ where: "memory" })
    const before = await factsThere()

    start()
    expect(await factsThere()).toBe(before)
    expect(titles(await overview())).toEqual([TITLE])
    // The same read again is noted once, though another background did it.
    await ok(read("r1"), AT_HOME)
    expect(await factsThere()).toBe(before)
    expect([...storage.local.items.keys()]).not.toContain(OVERVIEW_KEY)
    expect(JSON.stringify([...storage.local.items])).not.toContain(TITLE)
  })

  it("keeps what is sealed sealed, and unlocked who was so", async () => {
    const sari = await onboard()
    await describeTraining(sari)
    const key = newKey()
    await ok({ type: "protect", participant: sari, kdf: KDF, key })
    expect(JSON.stringify(storage.session.items.get("memory"))).not.toContain(TITLE)
    start()
    expect(titles(await overview())).toEqual([TITLE])
    await ok({ type: "lock", participant: sari })
    start()
    expect((await overview()).journey).toBeUndefined()
    expect(titles(await ok({ type: "unlock", participant: sari, key }))).toEqual([TITLE])
  })

  it("acknowledges nothing that finds no room in memory, and keeps nothing of it", async () => {
    const sari = await onboard()
    const before = await factsThere()
    const set = storage.session.set
    storage.session.set = async (added) => {
      if ("memory" in added) throw new Error("Session storage quota bytes exceeded. Values were not stored.")
      return set(added)
    }
    expect(await send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
    const refused = await Promise.all([
      send({ type: "say-step", participant: sari, step: "videos", state: "done" }),
      send(read("r2"), AT_HOME),
    ])
    expect(refused.map((reply) => !reply.ok && reply.failure)).toEqual(["storage-full", "storage-full"])
    expect(await factsThere()).toBe(before)
    const since = (await overview()).keeping.fullSince
    expect(since).toBeDefined()
    expect(told).toBe(1)
    start()
    expect((await overview()).keeping).toEqual({ where: "memory", fullSince: since })

    storage.session.set = set
    await ok(read("r1"), AT_HOME)
    expect(await factsThere()).toBe(before + 1)
    expect((await overview()).keeping).toEqual({ where: "memory" })
  })

  it("and then gives one again has in it what was in memory, once", async () => {
    const sari = await onboard()
    await describeTraining(sari)
    await ok(read("r1"), AT_HOME)
    await ok({ type: "change-preferences", preferences: (await overview()).preferences })
    const before = await factsThere()
    refusing = undefined
    start()
    const after = await overview()
    expect(after.keeping).toEqual({ where: "disk" })
    expect(titles(after)).toEqual([TITLE])
    expect(after.participant?.id).toBe(sari)
    expect(await factsThere()).toBe(before)
    expect(storage.session.items.has("memory")).toBe(false)
    await ok(read("r1"), AT_HOME)
    start()
    await overview()
    expect(await factsThere()).toBe(before)
  })

  it("and then gives the one from before has both in it, and changes nothing that was there", async () => {
    refusing = undefined
    start()
    const budi = await onboard("Budi")
    refusing = new DOMException("broken", "UnknownError")
    start()
    expect((await overview()).people).toEqual([])
    await describeTraining(await onboard("Sari"))
    refusing = undefined
    start()
    const both = await overview()
    expect(both.people.map(({ displayName }) => displayName)).toEqual(["Budi", "Sari"])
    expect(both.participant?.id).toBe(budi)
    expect(storage.session.items.has("memory")).toBe(false)
  })

  it("carries in all or nothing, and again at the next start where that failed or was cut short", async () => {
    await describeTraining(await onboard())
    await ok(read("r1"), AT_HOME)
    const memory = storage.session.items.get("memory")
    refusing = undefined
    const spy = refuseWrites("reads")
    start()
    expect((await overview()).people).toEqual([])
    expect(storage.session.items.has("memory")).toBe(true)
    spy.mockRestore()
    start()
    expect((await overview()).people).toHaveLength(1)
    const facts = await factsThere()
    // Ended between the commit and the forgetting.
    storage.session.items.set("memory", memory)
    start()
    expect((await overview()).people).toHaveLength(1)
    expect(await factsThere()).toBe(facts)
  })

  it("waits with what would have to be sealed until that can be", async () => {
    refusing = undefined
    start()
    const sari = await onboard()
    const { json } = await ok<{ json: string }>({ type: "export-backup" })
    const key = newKey()
    await ok({ type: "protect", participant: sari, kdf: KDF, key })
    await ok({ type: "lock", participant: sari })
    refusing = new DOMException("broken", "UnknownError")
    start()
    await ok({ type: "import-backup", backup: json })
    await describeTraining(sari)
    refusing = undefined
    start()
    await overview()
    expect(storage.session.items.has("memory")).toBe(true)
    await ok({ type: "unlock", participant: sari, key })
    start()
    expect(titles(await overview())).toEqual([TITLE])
    expect(storage.session.items.has("memory")).toBe(false)
  })

  it("makes a safety copy of what cannot stand beside what is there", async () => {
    refusing = undefined
    start()
    const sari = await onboard()
    const { json } = await ok<{ json: string }>({ type: "export-backup" })
    await ok({ type: "protect", participant: sari, kdf: KDF, key: newKey() })
    refusing = new DOMException("broken", "UnknownError")
    start()
    await ok({ type: "import-backup", backup: json })
    await ok({ type: "protect", participant: sari, kdf: KDF, key: newKey() })
    await describeTraining(sari)
    refusing = undefined
    start()
    await overview()
    expect(await ok<object[]>({ type: "safety-copies" })).toMatchObject([{ people: 1 }])
    expect(storage.session.items.has("memory")).toBe(false)
  })

  it("deletes everything, also what it does not open", async () => {
    refusing = undefined
    start()
    await onboard("Budi")
    refusing = new DOMException("broken", "UnknownError")
    start()
    await onboard("Sari")
    await ok({ type: "delete-everything" })
    expect((await overview()).people).toEqual([])
    await onboard("Wati")
    refusing = undefined
    start()
    expect((await overview()).people.map(({ displayName }) => displayName)).toEqual(["Wati"])
    start()
    expect((await overview()).people).toHaveLength(1)
  })
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
    const sari = await onboard()
    await describeTraining(sari)
    const fact = { id: "dream", participant: sari, at: now(), by: "person", kind: "dreamt", of: TITLE }
    await comeFromTheFuture((_, facts) => facts.put(fact))
    start()
    const shown = await overview()
    expect(shown.keeping).toEqual({ where: "read-only" })
    expect(titles(shown)).toEqual([TITLE])
    expect(await ok({ type: "history", participant: sari })).toBeDefined()
    const rows = () => keeper.use((database) => Promise.all(database.tables.map((table) => table.toArray())))
    const before = JSON.stringify(await rows())
    const changes: [object, Sender?][] = [
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
      expect([message, await send(message, sender)]).toEqual([
        message,
        { ok: false, failure: "storage-newer" },
      ])
    expect(JSON.stringify(await rows())).toBe(before)
    expect(titles(await overview())).toEqual([TITLE])
    expect(faults).toEqual([])
  })

  it("that cannot even be read says so", async () => {
    await onboard()
    await comeFromTheFuture((database) => database.deleteObjectStore("participants"))
    start()
    expect(await send({ type: "overview" })).toEqual({ ok: false, failure: "storage-newer" })
    expect(await send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-newer" })
  })

  it("that comes while the background runs is not written by it", async () => {
    const sari = await onboard()
    await comeFromTheFuture(() => undefined)
    const message = { type: "say-step", participant: sari, step: "videos", state: "done" }
    expect(await send(message)).toEqual({ ok: false, failure: "storage-newer" })
    expect((await overview()).keeping).toEqual({ where: "read-only" })
  })
})

/** Has writes of a table fail as those do for which there is no room. */
function refuseWrites(table: string, how: "throw" | "commit" = "throw") {
  const { add } = IDBObjectStore.prototype
  return vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name !== table) return add.apply(this, row)
    const full = new DOMException("full", "QuotaExceededError")
    if (how === "throw") throw full
    const request = add.apply(this, row)
    const { transaction } = this as unknown as { transaction: { _abort(name: string): void } }
    request.addEventListener("success", () => transaction._abort(full.name))
    return request
  })
}

describe("a full disk", () => {
  it.each(["reads", "facts"])(
    "takes nothing of a read where %s find no room, and all of it later",
    async (table) => {
      await onboard()
      const before = await factsThere()
      const spy = refuseWrites(table)
      expect(await send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
      expect(await factsThere()).toBe(before)
      expect(await keeper.use((database) => database.reads.count())).toBe(0)
      const { fullSince } = (await overview()).keeping
      expect(fullSince).toBeDefined()
      expect(told).toBe(1)
      start()
      expect((await overview()).keeping).toEqual({ where: "disk", fullSince })

      spy.mockRestore()
      await ok(read("r1"), AT_HOME)
      expect(await factsThere()).toBe(before + 1)
      expect((await overview()).keeping).toEqual({ where: "disk" })
      expect(told).toBe(2)
      start()
      expect((await overview()).keeping).toEqual({ where: "disk" })
    },
  )

  it("that is found only by the commit is told the same", async () => {
    await onboard()
    const before = await factsThere()
    const spy = refuseWrites("facts", "commit")
    expect(await send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
    expect(await factsThere()).toBe(before)
    expect((await overview()).keeping.fullSince).toBeDefined()
    spy.mockRestore()
    await ok(read("r1"), AT_HOME)
    expect((await overview()).keeping).toEqual({ where: "disk" })
  })

  it("has no room for what is painted: what was noted is noted, and an older one is not painted", async () => {
    const sari = await onboard()
    expect(storage.local.items.has(OVERVIEW_KEY)).toBe(true)
    storage.local.set = async () => {
      throw new Error("QUOTA_BYTES quota exceeded")
    }
    expect(titles(await describeTraining(sari))).toEqual([TITLE])
    expect(storage.local.items.has(OVERVIEW_KEY)).toBe(false)
    expect(JSON.stringify(storage.session.items.get(OVERVIEW_KEY))).toContain(TITLE)
  })

  it("has no room for a key in memory: nobody is unlocked by half", async () => {
    const sari = await onboard()
    const key = newKey()
    await ok({ type: "protect", participant: sari, kdf: KDF, key })
    await ok({ type: "lock", participant: sari })
    storage.session.set = async () => {
      throw new Error("storage.session API call exceeded its quota limitations.")
    }
    expect(await send({ type: "unlock", participant: sari, key })).toEqual({
      ok: false,
      failure: "storage-full",
    })
    expect((await overview()).people).toMatchObject([{ locked: true }])
  })
})

describe("a database that goes while the background runs", () => {
  it("is opened again by the next message", async () => {
    await onboard()
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("jejak").onsuccess = resolve
    })
    expect((await overview()).people).toEqual([])
    await onboard("Budi")
    expect((await overview()).people).toMatchObject([{ displayName: "Budi" }])
  })

  it("and is opened for one once, however many ask", async () => {
    const opened = vi.spyOn(indexedDB, "open")
    await Promise.all([overview(), overview(), overview()])
    expect(opened).toHaveBeenCalledTimes(1)
  })
})
