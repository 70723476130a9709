import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { dump } from "../../tests/fixtures/dump"
import { importKey, newKey, seal } from "../sealing/aes"
import { readContent } from "./backup-content"
import { BackupError } from "./backup-error"
import { previewRestore, restoreBackup } from "./backup-restore"
import type { BackupContent } from "./backup-schema"
import { JejakDatabase, type Participant, type Protection } from "./database"
import { factsOf } from "./facts"
import versionThree from "./fixtures/version-3.json"
import { Locked } from "./locking"

let number = 0
const fresh = () => {
  number += 1
  return new JejakDatabase(`restore-${number}`)
}
const copyMaking = () => ({ id: `copy-${Math.random()}`, at: "2024-08-01T00:00:00.000Z", jejak: "1.2.3" })
const restore = (database: JejakDatabase, content: BackupContent) =>
  restoreBackup(database, content, copyMaking())

const SARI: Participant = {
  id: "p1",
  programme: "prakerja-2024",
  displayName: "Sari",
  wave: 70,
  createdAt: "2024-07-01T01:00:00.000Z",
}
const protectionOf = (keyId: string): Protection => ({
  kdf: { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 },
  keyId,
  key: { iv: "AAECAwQFBgcICQoL", data: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
})
const fact = (id: string) => ({
  id,
  participant: "p1",
  at: "2024-07-02T01:00:00.000Z",
  by: "person" as const,
  kind: "wrong-codes" as const,
})
const closed = async (id: string, key: CryptoKey) => ({
  id,
  participant: "p1",
  at: "" as const,
  sealed: await seal(key, JSON.stringify(fact(id)), id),
})
const holding = (participant: Participant, facts: BackupContent["facts"]): BackupContent => ({
  participants: [participant],
  facts,
  accounts: [],
  reminders: [],
})

let database: JejakDatabase
beforeEach(() => {
  database = fresh()
})

/** Expects to be refused for this reason, with nothing changed by it. */
async function refused(content: BackupContent, reason: string): Promise<void> {
  const before = await dump(database)
  for (const attempt of [previewRestore, restore]) {
    const error = await attempt(database, content).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error instanceof BackupError ? error.reason : error instanceof Locked && "locked").toBe(reason)
  }
  expect(await dump(database)).toEqual(before)
}

describe("restoring into an empty browser", () => {
  it("brings everything back, and copies nothing of nothing", async () => {
    for (const [table, rows] of Object.entries(versionThree)) await database.table(table).bulkAdd(rows)
    const content = await readContent(database)
    const other = fresh()
    const counts = { participants: content.participants.length, facts: versionThree.facts.length }
    expect(await restore(other, content)).toEqual(counts)
    expect(await readContent(other)).toEqual(content)
    expect(await other.settings.get("current-participant")).toMatchObject({ value: "p1" })
    expect(await other.copies.count()).toBe(0)
  })

  it("takes encrypted facts as they are", async () => {
    const key = await importKey(newKey())
    const sealed = await closed("f1", key)
    await restore(database, holding({ ...SARI, protection: protectionOf("k1") }, [sealed]))
    expect(await database.facts.toArray()).toEqual([sealed])
    await expect(factsOf(database, "p1")).rejects.toThrow(Locked)
  })
})

describe("restoring beside what is there", () => {
  beforeEach(async () => {
    await database.participants.add({ ...SARI, displayName: "Nama di sini" })
    await database.facts.add(fact("f1"))
  })

  it("adds what is new, keeps what is here, and says both beforehand", async () => {
    const changed = { ...fact("f1"), at: "2023-01-01T00:00:00.000Z" }
    const content = holding(SARI, [changed, fact("f2")])
    expect((await previewRestore(database, content)).people).toEqual([
      { displayName: "Nama di sini", wave: 70, isNew: false, sealed: false, facts: 2, newFacts: 1 },
    ])
    expect(await restore(database, content)).toEqual({ participants: 0, facts: 1 })
    expect(await database.facts.toArray()).toEqual([fact("f1"), fact("f2")])
    expect((await database.participants.get("p1"))?.displayName).toBe("Nama di sini")
    expect(await database.copies.count()).toBe(1)
  })

  it("makes no copy when there is nothing new", async () => {
    expect(await restore(database, holding(SARI, [fact("f1")]))).toEqual({ participants: 0, facts: 0 })
    expect(await database.copies.count()).toBe(0)
  })

  it("takes accounts only where their fingerprints mean the same", async () => {
    const account = { fingerprint: "0".repeat(64), kind: "card" as const, participant: "p1" }
    const content = { ...holding(SARI, []), accounts: [account], salt: "0".repeat(32) }
    await database.settings.put({ key: "salt", value: "1".repeat(32) })
    await restore(database, content)
    expect(await database.accounts.count()).toBe(0)
    await database.settings.put({ key: "salt", value: "0".repeat(32) })
    await restore(database, content)
    expect(await database.accounts.toArray()).toEqual([account])
  })

  it("takes preferences only where none were chosen", async () => {
    const content = { ...holding(SARI, []), preferences: '{"badge":false}' }
    expect((await previewRestore(database, content)).preferences).toBeDefined()
    await database.settings.put({ key: "preferences", value: '{"badge":true}' })
    expect((await previewRestore(database, content)).preferences).toBeUndefined()
    await restore(database, content)
    expect((await database.settings.get("preferences"))?.value).toBe('{"badge":true}')
  })

  it("tells of nothing twice that was told already", async () => {
    const told = { id: "p1|x", participant: "p1", at: SARI.createdAt, state: "shown" as const }
    await restore(database, { ...holding(SARI, []), reminders: [told] })
    expect(await database.reminders.toArray()).toEqual([told])
  })

  it("refuses an id that is somebody else's here", async () => {
    await database.participants.add({ ...SARI, id: "p2" })
    await refused(holding({ ...SARI, id: "p2" }, [{ ...fact("f1"), participant: "p2" }]), "backup-damaged")
  })

  it("refuses encrypted facts of somebody who has no passphrase here", async () => {
    const content = holding({ ...SARI, protection: protectionOf("k1") }, [
      await closed("f2", await importKey(newKey())),
    ])
    await refused(content, "backup-locked")
  })
})

describe("restoring for somebody with a passphrase here", () => {
  let key: CryptoKey
  beforeEach(async () => {
    key = await importKey(newKey())
    await database.participants.add({ ...SARI, protection: protectionOf("k1") })
    await database.facts.add(await closed("f1", key))
  })

  it("adds what was encrypted with the same key as it is, once that can be tried", async () => {
    const sealed = await closed("f2", key)
    const content = holding({ ...SARI, protection: protectionOf("k1") }, [sealed])
    await refused(content, "locked")
    database.keys.set("p1", { keyId: "k1", key, raw: "" })
    await restore(database, content)
    expect(await database.facts.get("f2")).toEqual(sealed)
  })

  it("refuses what only pretends to be encrypted with the same key, which would close all that is there", async () => {
    database.keys.set("p1", { keyId: "k1", key, raw: "" })
    const broken = await closed("f2", await importKey(newKey()))
    const person = { ...SARI, protection: protectionOf("k1") }
    await refused(holding(person, [broken]), "backup-damaged")
    await refused(holding(person, [{ ...(await closed("f2", key)), id: "f3" }]), "backup-damaged")
    expect(await factsOf(database, "p1")).toEqual([fact("f1")])
  })

  it("refuses what was encrypted with another key", async () => {
    const sealed = await closed("f2", await importKey(newKey()))
    await refused(holding({ ...SARI, protection: protectionOf("k2") }, [sealed]), "backup-locked")
  })

  it("encrypts plain facts when unlocked", async () => {
    database.keys.set("p1", { keyId: "k1", key, raw: "" })
    await restore(database, holding(SARI, [fact("f1"), fact("f2")]))
    expect(await database.facts.get("f2")).toMatchObject({ at: "", sealed: {} })
    expect(await factsOf(database, "p1")).toEqual([fact("f1"), fact("f2")])
  })

  it("refuses plain facts when locked, unless all are known", async () => {
    await refused(holding(SARI, [fact("f2")]), "locked")
    expect(await restore(database, holding(SARI, [fact("f1")]))).toEqual({ participants: 0, facts: 0 })
  })

  it("lets nothing out of what was told to them", async () => {
    const sealed = await seal(key, "[]", "p1|")
    const row = { id: "p1|", participant: "p1", state: "sealed" as const, sealed }
    await database.reminders.put(row)
    expect((await readContent(database)).reminders).toEqual([])
    expect((await readContent(database, "all")).reminders).toHaveLength(1)
  })
})
