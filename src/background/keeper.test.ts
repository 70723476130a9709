import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { AT_HOME, KeeperWorld, read, refuseWrites, TITLE, titles } from "../../tests/fixtures/keeper-world"
import { OVERVIEW_KEY } from "../messages/overview"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"

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

describe("a browser that gives no database", () => {
  beforeEach(() => {
    world.refusing = new DOMException("private", "InvalidStateError")
  })

  it("has everything in memory, which outlives the background and is not on the disk", async () => {
    const sari = await world.onboard()
    await world.describeTraining(sari)
    await world.ok(read("r1"), AT_HOME)
    expect((await world.overview()).keeping).toEqual({ where: "memory" })
    const before = await world.factsThere()

    world.start()
    expect(await world.factsThere()).toBe(before)
    expect(titles(await world.overview())).toEqual([TITLE])
    // The same read again is noted once, though another background did it.
    await world.ok(read("r1"), AT_HOME)
    expect(await world.factsThere()).toBe(before)
    expect([...world.storage.local.items.keys()]).not.toContain(OVERVIEW_KEY)
    expect(JSON.stringify([...world.storage.local.items])).not.toContain(TITLE)
  })

  it("keeps what is sealed sealed, and unlocked who was so", async () => {
    const sari = await world.onboard()
    await world.describeTraining(sari)
    const key = newKey()
    await world.ok({ type: "protect", participant: sari, kdf: KDF, key })
    expect(JSON.stringify(world.storage.session.items.get("memory"))).not.toContain(TITLE)
    world.start()
    expect(titles(await world.overview())).toEqual([TITLE])
    await world.ok({ type: "lock", participant: sari })
    world.start()
    expect((await world.overview()).journey).toBeUndefined()
    expect(titles(await world.ok({ type: "unlock", participant: sari, key }))).toEqual([TITLE])
  })

  it("acknowledges nothing that finds no room in memory, and keeps nothing of it", async () => {
    const sari = await world.onboard()
    const before = await world.factsThere()
    const set = world.storage.session.set
    world.storage.session.set = async (added) => {
      if ("memory" in added) throw new Error("Session storage quota bytes exceeded. Values were not stored.")
      return set(added)
    }
    expect(await world.send(read("r1"), AT_HOME)).toEqual({ ok: false, failure: "storage-full" })
    const refused = await Promise.all([
      world.send({ type: "say-step", participant: sari, step: "videos", state: "done" }),
      world.send(read("r2"), AT_HOME),
    ])
    expect(refused.map((reply) => !reply.ok && reply.failure)).toEqual(["storage-full", "storage-full"])
    expect(await world.factsThere()).toBe(before)
    const since = (await world.overview()).keeping.fullSince
    expect(since).toBeDefined()
    expect(world.told).toBe(1)
    world.start()
    expect((await world.overview()).keeping).toEqual({ where: "memory", fullSince: since })

    world.storage.session.set = set
    await world.ok(read("r1"), AT_HOME)
    expect(await world.factsThere()).toBe(before + 1)
    expect((await world.overview()).keeping).toEqual({ where: "memory" })
  })

  it("and then gives one again has in it what was in memory, once", async () => {
    const sari = await world.onboard()
    await world.describeTraining(sari)
    await world.ok(read("r1"), AT_HOME)
    await world.ok({ type: "change-preferences", preferences: (await world.overview()).preferences })
    const before = await world.factsThere()
    world.refusing = undefined
    world.start()
    const after = await world.overview()
    expect(after.keeping).toEqual({ where: "disk" })
    expect(titles(after)).toEqual([TITLE])
    expect(after.participant?.id).toBe(sari)
    expect(await world.factsThere()).toBe(before)
    expect(world.storage.session.items.has("memory")).toBe(false)
    await world.ok(read("r1"), AT_HOME)
    world.start()
    await world.overview()
    expect(await world.factsThere()).toBe(before)
  })

  it("and then gives the one from before has both in it, and changes nothing that was there", async () => {
    world.refusing = undefined
    world.start()
    const budi = await world.onboard("Budi")
    world.refusing = new DOMException("broken", "UnknownError")
    world.start()
    expect((await world.overview()).people).toEqual([])
    await world.describeTraining(await world.onboard("Sari"))
    world.refusing = undefined
    world.start()
    const both = await world.overview()
    expect(both.people.map(({ displayName }) => displayName)).toEqual(["Budi", "Sari"])
    expect(both.participant?.id).toBe(budi)
    expect(world.storage.session.items.has("memory")).toBe(false)
  })

  it("carries in all or nothing, and again at the next start where that failed or was cut short", async () => {
    await world.describeTraining(await world.onboard())
    await world.ok(read("r1"), AT_HOME)
    const memory = world.storage.session.items.get("memory")
    world.refusing = undefined
    const spy = refuseWrites("reads")
    world.start()
    expect((await world.overview()).people).toEqual([])
    expect(world.storage.session.items.has("memory")).toBe(true)
    spy.mockRestore()
    world.start()
    expect((await world.overview()).people).toHaveLength(1)
    const facts = await world.factsThere()
    // Ended between the commit and the forgetting.
    world.storage.session.items.set("memory", memory)
    world.start()
    expect((await world.overview()).people).toHaveLength(1)
    expect(await world.factsThere()).toBe(facts)
  })

  it("waits with what would have to be sealed until that can be", async () => {
    world.refusing = undefined
    world.start()
    const sari = await world.onboard()
    const { json } = await world.ok<{ json: string }>({ type: "export-backup" })
    const key = newKey()
    await world.ok({ type: "protect", participant: sari, kdf: KDF, key })
    await world.ok({ type: "lock", participant: sari })
    world.refusing = new DOMException("broken", "UnknownError")
    world.start()
    await world.ok({ type: "import-backup", backup: json })
    await world.describeTraining(sari)
    world.refusing = undefined
    world.start()
    await world.overview()
    expect(world.storage.session.items.has("memory")).toBe(true)
    await world.ok({ type: "unlock", participant: sari, key })
    world.start()
    expect(titles(await world.overview())).toEqual([TITLE])
    expect(world.storage.session.items.has("memory")).toBe(false)
  })

  it("makes a safety copy of what cannot stand beside what is there", async () => {
    world.refusing = undefined
    world.start()
    const sari = await world.onboard()
    const { json } = await world.ok<{ json: string }>({ type: "export-backup" })
    await world.ok({ type: "protect", participant: sari, kdf: KDF, key: newKey() })
    world.refusing = new DOMException("broken", "UnknownError")
    world.start()
    await world.ok({ type: "import-backup", backup: json })
    await world.ok({ type: "protect", participant: sari, kdf: KDF, key: newKey() })
    await world.describeTraining(sari)
    world.refusing = undefined
    world.start()
    await world.overview()
    expect(await world.ok<object[]>({ type: "safety-copies" })).toMatchObject([{ people: 1 }])
    expect(world.storage.session.items.has("memory")).toBe(false)
  })

  it("deletes everything, also what it does not open", async () => {
    world.refusing = undefined
    world.start()
    await world.onboard("Budi")
    world.refusing = new DOMException("broken", "UnknownError")
    world.start()
    await world.onboard("Sari")
    await world.ok({ type: "delete-everything" })
    expect((await world.overview()).people).toEqual([])
    await world.onboard("Wati")
    world.refusing = undefined
    world.start()
    expect((await world.overview()).people.map(({ displayName }) => displayName)).toEqual(["Wati"])
    world.start()
    expect((await world.overview()).people).toHaveLength(1)
  })
})
