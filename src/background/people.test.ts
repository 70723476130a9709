import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { fakePermissions } from "../../tests/fixtures/permissions"
import { fakeStorage } from "../../tests/fixtures/storage-areas"
import type { Reply } from "../messages/messages"
import { OVERVIEW_KEY, type Overview, STAMP_KEY } from "../messages/overview"
import { programmes } from "../programmes/registry"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { JejakDatabase } from "../storage/database"
import { appendSaid, factsOf } from "../storage/facts"
import { Locked } from "../storage/locking"
import { everybody } from "../storage/people"
import type { World } from "./handlers"
import { loadKeys } from "./keys"
import { refreshOverview } from "./overview"
import { lock, protect, unlock, unprotect } from "./people"
import { Refusal } from "./refusal"
import { route } from "./router"
import { registerReaders } from "./sites"
import "./rest"

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock("webextension-polyfill", () => ({ default: fake.browser }))

const [programme] = programmes
const home = programme?.sites.find(({ access }) => access === "install")
if (!programme || !home) throw new Error("no programme")
const KDF = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }
const TITLE = "Barista Kopi Nusantara"
const LEARNING = "kelas.belajar.example"
const ON_LEARNING = { trust: "page", url: `https://${LEARNING}/`, host: LEARNING, tab: 2 } as const
const AT_HOME = { trust: "page", url: home.home, host: home.hosts[0] ?? "", tab: 1 } as const

let database: JejakDatabase
let storage: ReturnType<typeof fakeStorage>
let permissions: ReturnType<typeof fakePermissions>
let notifications: Map<string, unknown>
let world: World & { readOpenPages: ReturnType<typeof vi.fn<World["readOpenPages"]>> }
let count = 0
beforeEach(() => {
  count += 1
  database = new JejakDatabase(`people-${count}`)
  storage = fakeStorage()
  permissions = fakePermissions()
  notifications = new Map()
  Object.assign(fake.browser, permissions.browser, {
    storage,
    runtime: { getURL: (path: string) => `ours/${path}` },
    notifications: {
      getAll: async () => Object.fromEntries(notifications),
      clear: async (id: string) => notifications.delete(id),
    },
  })
  let [time, id] = [Date.parse("2024-07-01T01:00:00.000Z"), 0]
  const now = () => {
    time += 1000
    return new Date(time).toISOString()
  }
  world = {
    now,
    newId: () => {
      id += 1
      return `id-${id}`
    },
    refresh: async () => (await refreshOverview(database, now)).overview,
    show: async () => (await refreshOverview(database, now)).overview,
    readOpenPages: vi.fn<World["readOpenPages"]>(async () => registerReaders(database)),
  }
})

type Sender = Parameters<typeof route>[3]
const send = (message: object, sender: Sender = { trust: "own-page" }) =>
  route(database, world, message, sender)
const ok = async (message: object): Promise<Overview> => {
  const reply = await send(message)
  expect(reply).toMatchObject({ ok: true })
  return (reply as Extract<Reply<Overview>, { ok: true }>).value
}
const add = async (displayName: string) => {
  const { participant } = await ok({
    type: "add-participant",
    displayName,
    wave: 70,
    announcedOn: "2024-07-01",
  })
  return participant?.id ?? ""
}
const describeTraining = (participant: string) =>
  ok({ type: "describe-training", participant, particulars: { title: TITLE } })
const protectBy = (participant: string, key: string) => ok({ type: "protect", participant, kdf: KDF, key })
const dump = async () => {
  const tables = await Promise.all(database.tables.map((table) => table.toArray()))
  return JSON.stringify([tables, [...storage.local.items]])
}
const endBackground = async () => {
  database.keys.clear()
  await loadKeys(database)
}
const closeBrowser = async () => {
  storage.session.items.clear()
  await endBackground()
}

describe("a passphrase", () => {
  const key = newKey()

  it("leaves nothing plain on the disk, neither in the database nor of what is painted", async () => {
    const sari = await add("Sari")
    await describeTraining(sari)
    expect(await dump()).toContain(TITLE)
    const overview = await protectBy(sari, key)
    expect(JSON.stringify(overview.journey)).toContain(TITLE)
    expect(overview.people).toMatchObject([{ locked: false, kdf: KDF }])
    await ok({ type: "wrong-codes", participant: sari })
    const lying = await dump()
    const { raw } = database.keys.get(sari) ?? {}
    for (const word of [TITLE, "Barista", "wrong-codes", "accepted", raw ?? "none", key])
      expect(lying).not.toContain(word)
    expect(JSON.stringify(storage.session.items.get(OVERVIEW_KEY))).toContain(TITLE)
  })

  it("outlasts the end of the background, not that of the browser", async () => {
    const sari = await add("Sari")
    await describeTraining(sari)
    await protectBy(sari, key)
    await endBackground()
    expect((await ok({ type: "overview" })).journey).toBeDefined()
    await closeBrowser()
    const locked = await ok({ type: "overview" })
    expect(locked).toMatchObject({
      participant: { id: sari, displayName: "Sari", announcedOn: "" },
      people: [{ locked: true }],
    })
    expect(locked.journey).toBeUndefined()
    expect(JSON.stringify(locked)).not.toContain(TITLE)
    expect(await dump()).not.toContain(TITLE)
    expect(JSON.stringify((await ok({ type: "unlock", participant: sari, key })).journey)).toContain(TITLE)
  })

  it("hides everything when it is locked, and takes notifications away", async () => {
    const [budi, sari] = [await add("Budi"), await add("Sari")]
    await describeTraining(sari)
    await protectBy(sari, key)
    for (const id of [`${sari}|a`, `summary|${sari}|b`, `${budi}|a`]) notifications.set(id, {})
    world.readOpenPages.mockClear()
    expect((await ok({ type: "lock", participant: sari })).journey).toBeUndefined()
    expect(JSON.stringify([...storage.session.items, ...storage.local.items])).not.toContain(TITLE)
    expect([...notifications.keys()]).toEqual([`${budi}|a`])
    // The cards in the pages go with the readers that showed them.
    expect(world.readOpenPages).toHaveBeenCalledExactlyOnceWith()
    for (const message of [
      { type: "say-step", participant: sari, step: "videos", state: "done" },
      { type: "history", participant: sari },
      { type: "reminder", reminder: `${sari}|x` },
      { type: "change-participant", participant: sari, displayName: "S", wave: 1, announcedOn: "2024-07-02" },
      { type: "protect", participant: sari, kdf: KDF, key },
    ])
      expect(await send(message), message.type).toEqual({ ok: false, failure: "locked" })
    expect(await ok({ type: "lock", participant: sari })).toBeDefined()
  })

  it("keeps a page from being noted while it is locked, and has it read again afterwards", async () => {
    const sari = await add("Sari")
    await protectBy(sari, key)
    await ok({ type: "lock", participant: sari })
    const read = { type: "page-read", read: "r1", kind: "read", observations: [] }
    expect(await send({ type: "page-opened" }, AT_HOME)).toMatchObject({ ok: true })
    expect(await send(read, AT_HOME)).toEqual({ ok: false, failure: "locked" })
    world.readOpenPages.mockClear()
    await ok({ type: "unlock", participant: sari, key })
    expect(world.readOpenPages).toHaveBeenCalledExactlyOnceWith()
    expect(await send(read, AT_HOME)).toMatchObject({ ok: true, value: { noted: 0 } })
  })

  it("that is wrong opens, changes and removes nothing", async () => {
    const sari = await add("Sari")
    await protectBy(sari, key)
    await closeBrowser()
    await ok({ type: "overview" })
    const before = await dump()
    for (const type of ["unlock", "unprotect"])
      expect(await send({ type, participant: sari, key: newKey() })).toEqual({
        ok: false,
        failure: "wrong-passphrase",
      })
    expect(await dump()).toBe(before)
    expect(storage.session.items.has(`key:${sari}`)).toBe(false)
    expect((await ok({ type: "overview" })).journey).toBeUndefined()
  })

  it("can be changed while it is unlocked, and then opens with the new one only", async () => {
    const sari = await add("Sari")
    await describeTraining(sari)
    await protectBy(sari, key)
    const next = newKey()
    await protectBy(sari, next)
    await ok({ type: "lock", participant: sari })
    expect(await send({ type: "unlock", participant: sari, key })).toMatchObject({
      failure: "wrong-passphrase",
    })
    expect(JSON.stringify(await ok({ type: "unlock", participant: sari, key: next }))).toContain(TITLE)
  })

  it("that is taken away leaves everything plain, and no key", async () => {
    const sari = await add("Sari")
    await describeTraining(sari)
    await protectBy(sari, key)
    const overview = await ok({ type: "unprotect", participant: sari, key })
    expect(overview.people).toMatchObject([{ locked: false }])
    expect(overview.people[0]).not.toHaveProperty("kdf")
    expect(await dump()).toContain(TITLE)
    expect([...storage.session.items.keys()]).toEqual([STAMP_KEY])
    expect(database.keys.size).toBe(0)
    expect(await send({ type: "unlock", participant: sari, key })).toMatchObject({
      failure: "not-understood",
    })
    expect(await send({ type: "lock", participant: sari })).toMatchObject({ failure: "not-understood" })
  })

  it("leaves no key behind where the facts could not be sealed", async () => {
    const sari = await add("Sari")
    const before = await dump()
    vi.spyOn(database.facts, "bulkPut").mockRejectedValue(new Error("the disk is full"))
    vi.spyOn(console, "error").mockImplementation(() => undefined)
    expect(await send({ type: "protect", participant: sari, kdf: KDF, key })).toMatchObject({ ok: false })
    expect(database.keys.size).toBe(0)
    expect([...storage.session.items.keys()]).toEqual([STAMP_KEY])
    await ok({ type: "overview" })
    expect((JSON.parse(await dump()) as unknown[])[0]).toEqual((JSON.parse(before) as unknown[])[0])
  })

  it("says clearly that a fact cannot be opened, and shows nothing in part", async () => {
    const sari = await add("Sari")
    await describeTraining(sari)
    await protectBy(sari, key)
    const [row] = await database.facts.toArray()
    if (!row || !("sealed" in row)) throw new Error("is not sealed")
    await database.facts.put({ ...row, sealed: { ...row.sealed, iv: "A".repeat(16) } } as never)
    const overview = await ok({ type: "overview" })
    expect(overview).toMatchObject({ unreadable: "facts-unreadable", participant: { id: sari } })
    expect(overview.journey).toBeUndefined()
    expect(await send({ type: "unprotect", participant: sari, key })).toMatchObject({
      failure: "facts-unreadable",
    })
  })
})

describe("several people", () => {
  it("are turned to one after the other, and only pages of their own are read then", async () => {
    const [sari, budi] = [await add("  Sari "), await add("Budi")]
    expect((await everybody(database)).map(({ displayName }) => displayName)).toEqual(["Sari", "Budi"])
    expect(world.readOpenPages.mock.calls).toEqual([[undefined], ["somebody-else"]])
    world.readOpenPages.mockClear()
    const overview = await ok({ type: "switch-participant", participant: sari })
    expect(overview.participant?.id).toBe(sari)
    expect(overview.people.map(({ id, current }) => [id, current])).toEqual([
      [sari, true],
      [budi, false],
    ])
    expect(world.readOpenPages).toHaveBeenCalledExactlyOnceWith("somebody-else")
    await ok({ type: "switch-participant", participant: sari })
    expect(world.readOpenPages).toHaveBeenCalledTimes(1)
    expect(await send({ type: "switch-participant", participant: "nobody" })).toMatchObject({
      failure: "unknown-participant",
    })
  })

  it("are not taken with an empty name", async () => {
    const message = { type: "add-participant", displayName: "   ", wave: 70, announcedOn: "2024-07-01" }
    expect(await send(message)).toMatchObject({ failure: "not-understood" })
  })

  it("are removed with everything that is known of them, locked or not", async () => {
    const key = newKey()
    const [budi, sari] = [await add("Budi"), await add("Sari")]
    await describeTraining(sari)
    await ok({ type: "watch-site", participant: sari, host: LEARNING })
    permissions.granted.add(`https://${LEARNING}/*`)
    await registerReaders(database)
    expect(await send({ type: "page-opened" }, ON_LEARNING)).toMatchObject({ ok: true })
    await database.dismissals.put({ id: `${sari}/wallet` })
    await database.accounts.put({ fingerprint: "ab", kind: "card", participant: sari })
    await database.copies.put({ id: "c", at: "x", people: 2, facts: 3, backup: JSON.stringify({ sari }) })
    await database.settings.put({ key: "account-question", value: "{}" })
    await protectBy(sari, key)
    await ok({ type: "lock", participant: sari })
    notifications.set(`${sari}|a`, {})
    const overview = await ok({ type: "remove-participant", participant: sari })
    expect(overview.participant?.id).toBe(budi)
    expect(overview.journey).toBeDefined()
    const { "current-participant": current, ...rest } = Object.fromEntries(
      (await database.settings.toArray()).map(({ key, value }) => [key, value]),
    )
    expect(current).toBe(budi)
    expect(rest).not.toHaveProperty("account-question")
    expect(await dump()).not.toContain(sari)
    expect(JSON.stringify([...storage.session.items])).not.toContain(sari)
    expect(notifications.size).toBe(0)
    expect(permissions.granted.size).toBe(0)
    expect(permissions.scripts.size).toBe(0)
    expect(await send({ type: "remove-participant", participant: sari })).toMatchObject({
      failure: "unknown-participant",
    })
  })

  it("leave an empty beginning when the last is removed", async () => {
    const sari = await add("Sari")
    await protectBy(sari, newKey())
    const overview = await ok({ type: "remove-participant", participant: sari })
    expect(overview.people).toEqual([])
    expect(overview.participant).toBeUndefined()
    expect(storage.local.items.get(OVERVIEW_KEY)).toMatchObject({ people: [] })
    expect([...storage.session.items]).toEqual([])
    await add("Budi")
    expect(world.readOpenPages).toHaveBeenLastCalledWith(undefined)
  })
})

/** One change, and facts that are appended some turns of the event loop after it has begun. */
type Step = {
  change: "protect" | "lock" | "unlock" | "wrong" | "unprotect" | "end" | "close"
  facts: number[]
}
const step = fc.record<Step>({
  change: fc.constantFrom("protect", "lock", "unlock", "wrong", "unprotect", "end", "close"),
  facts: fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
})

describe("whatever is done at the same time", () => {
  it("ends with exactly the facts that were acknowledged, none of them plain beside sealed ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        count += 1
        database = new JejakDatabase(`people-${count}`)
        storage.session.items.clear()
        const sari = await add("Sari")
        const [{ id: first } = { id: "" }] = await factsOf(database, sari)
        const acknowledged = new Set([first])
        let passphrase: string | undefined
        const change = async ({ change }: Step) => {
          const next = newKey()
          if (change === "protect") {
            await protect(database, sari, { kdf: KDF, key: next }, world.newId())
            passphrase = next
          } else if (change === "lock") await lock(database, sari)
          else if (change === "unlock") await unlock(database, sari, passphrase ?? next)
          else if (change === "wrong") await unlock(database, sari, next)
          else if (change === "unprotect") {
            await unprotect(database, sari, passphrase ?? next)
            passphrase = undefined
          } else if (change === "end") await endBackground()
          else await closeBrowser()
        }
        const append = async (turns: number) => {
          for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
          const [at, id] = [world.now(), world.newId()]
          try {
            await appendSaid(database, { id, participant: sari, at, by: "person", kind: "wrong-codes" })
            acknowledged.add(id)
          } catch (error) {
            expect(error).toBeInstanceOf(Locked)
          }
        }
        for (const each of steps) {
          const changed = change(each).catch((error: unknown) => {
            if (!(error instanceof Locked || error instanceof Refusal)) throw error
          })
          await Promise.all([changed, ...each.facts.map(append)])
          const [person] = await everybody(database)
          expect(person?.protection !== undefined).toBe(passphrase !== undefined)
          for (const row of await database.facts.toArray())
            expect("sealed" in row).toBe(passphrase !== undefined)
        }
        if (passphrase) await unlock(database, sari, passphrase)
        const found = (await factsOf(database, sari)).map(({ id }) => id)
        expect(found.sort()).toEqual([...acknowledged].sort())
        database.close()
      }),
      { numRuns: 40 },
    )
  })
})
