import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import type { Fact } from "../journey/facts"
import { importKey, newKey, SealBroken } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { type DataKey, JejakDatabase } from "./database"
import { appendSaid, factOf, factsOf } from "./facts"
import { Locked, UnknownParticipant } from "./locking"
import { noteRead } from "./note-read"
import { saveParticipant } from "./participants"
import { changePassphrase, newDataKey, openDataKey, protectFacts, unprotectFacts } from "./protection"
import { notedReminders, noteReminders } from "./reminders"

const KDF = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }
const PASSPHRASE = { kdf: KDF, key: newKey() }
const TITLE = "Barista Kopi Nusantara"
const SARI = {
  id: "p1",
  programme: "x",
  displayName: "Sari",
  wave: 70,
  createdAt: "2024-07-01T00:00:00.000Z",
}
const bought = seen("2024-07-02", "training-bought", { training: "t1", particulars: { title: TITLE } })
const facts: Fact[] = [said("2024-07-01", "accepted", { on: "2024-07-01" }), bought].map((fact, index) => ({
  ...fact,
  id: `f${index}`,
  participant: "p1",
}))
const videos: Fact = { ...said("2024-06-30", "videos"), id: "late", participant: "p1" }
const planned = {
  id: "first-purchase|purchase|t1",
  at: "2024-07-08T01:00:00.000Z",
  state: "planned" as const,
}

let database: JejakDatabase
let number = 0
beforeEach(async () => {
  number += 1
  database = new JejakDatabase(`protection-${number}`)
  await saveParticipant(database, SARI, facts)
  await saveParticipant(database, { ...SARI, id: "p2" }, [
    { ...said("2024-07-01", "videos"), id: "o", participant: "p2" },
  ])
  await noteReminders(database, "p1", { note: [planned] })
})

const protectSari = async (): Promise<DataKey> => {
  const key = await newDataKey("k1")
  database.keys.set("p1", key)
  await protectFacts(database, "p1", key, PASSPHRASE)
  return key
}
const dump = async () =>
  Object.fromEntries(
    await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )
const protectionOf = async () => {
  const protection = (await database.participants.get("p1"))?.protection
  if (!protection) throw new Error("has no passphrase")
  return protection
}

describe("a participant with a passphrase", () => {
  it("has the same facts and reminders as before, in the same order", async () => {
    await protectSari()
    expect(await factsOf(database, "p1")).toEqual(facts)
    expect(await factOf(database, "p1", "f1")).toEqual(facts[1])
    expect(await notedReminders(database, "p1")).toEqual([planned])
    await appendSaid(database, videos)
    expect((await factsOf(database, "p1")).map(({ id }) => id)).toEqual(["late", "f0", "f1"])
  })

  it("leaves no plain word of theirs anywhere in the database, and another's facts as they are", async () => {
    await database.copies.add({ id: "c", at: "x", people: 1, facts: 2, backup: JSON.stringify(facts) })
    expect(JSON.stringify(await dump())).toContain(TITLE)
    const key = await protectSari()
    await appendSaid(database, videos)
    await noteRead(
      database,
      { id: "r1", at: "2024-07-03T00:00:00.000Z", participant: "p1", site: "s", understood: true },
      () => [{ ...bought, id: "r1.0", participant: "p1" }],
    )
    await noteReminders(database, "p1", { note: [{ ...planned, state: "shown", id: "survey-open|x" }] })
    const lying = JSON.stringify(await dump())
    for (const word of [
      TITLE,
      "Barista",
      "training-bought",
      "2024-07-02",
      "first-purchase",
      "survey-open",
      key.raw,
      PASSPHRASE.key,
    ])
      expect(lying).not.toContain(word)
    for (const row of await database.facts.toArray())
      expect("sealed" in row && row.at === "").toBe(row.participant === "p1")
    expect(await factsOf(database, "p2")).toHaveLength(1)
  })

  it("is closed without the key: nothing is read, written or remembered", async () => {
    await protectSari()
    database.keys.delete("p1")
    const before = await dump()
    const read = { id: "r1", at: "2024-07-03T00:00:00.000Z", participant: "p1", site: "s", understood: true }
    for (const attempt of [
      factsOf(database, "p1"),
      factOf(database, "p1", "f0"),
      appendSaid(database, videos),
      noteRead(database, read, () => [videos]),
      notedReminders(database, "p1"),
      noteReminders(database, "p1", { note: [planned] }),
      saveParticipant(database, { ...SARI, displayName: "Lain" }, [videos]),
    ])
      await expect(attempt).rejects.toThrow(Locked)
    expect(await dump()).toEqual(before)
  })

  it("is closed with a key that has been replaced", async () => {
    await protectSari()
    database.keys.set("p1", await newDataKey("k0"))
    await expect(factsOf(database, "p1")).rejects.toThrow(Locked)
    await expect(appendSaid(database, videos)).rejects.toThrow(Locked)
  })

  it("is opened by the passphrase's key only", async () => {
    const key = await protectSari()
    expect((await openDataKey("p1", await protectionOf(), PASSPHRASE.key)).raw).toBe(key.raw)
    await expect(openDataKey("p1", await protectionOf(), newKey())).rejects.toThrow(SealBroken)
    await expect(openDataKey("p2", await protectionOf(), PASSPHRASE.key)).rejects.toThrow(SealBroken)
    const other = { ...(await newDataKey("k1")), key: await importKey(newKey()) }
    database.keys.set("p1", other)
    await expect(factsOf(database, "p1")).rejects.toThrow(SealBroken)
  })

  it("keeps the passphrase when what is said of them is changed", async () => {
    await protectSari()
    await saveParticipant(database, { ...SARI, displayName: "Sari Dewi" }, [videos])
    expect(await database.participants.get("p1")).toMatchObject({ displayName: "Sari Dewi", protection: {} })
    expect(await database.facts.get("late")).toMatchObject({ sealed: {} })
  })

  it("can have another passphrase, which opens the same, and the one before nothing", async () => {
    const key = await protectSari()
    const rows = await database.facts.toArray()
    const next = { kdf: { ...KDF, salt: `${"B".repeat(22)}==` }, key: newKey() }
    await changePassphrase(database, "p1", next)
    expect(await database.facts.toArray()).toEqual(rows)
    expect((await openDataKey("p1", await protectionOf(), next.key)).raw).toBe(key.raw)
    await expect(openDataKey("p1", await protectionOf(), PASSPHRASE.key)).rejects.toThrow(SealBroken)
    database.keys.delete("p1")
    await expect(changePassphrase(database, "p1", PASSPHRASE)).rejects.toThrow(Locked)
  })

  it("has everything plainly again without the passphrase", async () => {
    const before = await dump()
    const key = await protectSari()
    database.keys.delete("p1")
    await unprotectFacts(database, "p1", key)
    expect(await dump()).toEqual(before)
  })
})

describe("what is broken", () => {
  const breakOne = async () => {
    const row = await database.facts.get("f0")
    const other = await database.facts.get("f1")
    if (!row || !other || !("sealed" in other)) throw new Error("is not sealed")
    await database.facts.put({ ...row, sealed: other.sealed } as never)
  }

  it("is never read in part, nor written plainly in part", async () => {
    const key = await protectSari()
    await breakOne()
    await expect(factsOf(database, "p1")).rejects.toThrow(SealBroken)
    const before = await dump()
    await expect(unprotectFacts(database, "p1", key)).rejects.toThrow(SealBroken)
    expect(await dump()).toEqual(before)
    const read = { id: "r1", at: "2024-07-03T00:00:00.000Z", participant: "p1", site: "s", understood: true }
    await expect(noteRead(database, read, () => [videos])).rejects.toThrow(SealBroken)
    expect(await dump()).toEqual(before)
  })

  it("of the reminders is planned anew and keeps nobody out of the facts", async () => {
    const key = await protectSari()
    const [row] = await database.reminders.toArray()
    if (!row || !("sealed" in row)) throw new Error("is not sealed")
    await database.reminders.put({ ...row, sealed: { ...row.sealed, iv: "A".repeat(16) } } as never)
    expect(await notedReminders(database, "p1")).toEqual([])
    await unprotectFacts(database, "p1", key)
    expect(await factsOf(database, "p1")).toEqual(facts)
  })

  it("leaves everything as it was when sealing fails half-way", async () => {
    const before = await dump()
    const key = await newDataKey("k1")
    database.participants.hook("updating", () => {
      throw new Error("the disk is full")
    })
    await expect(protectFacts(database, "p1", key, PASSPHRASE)).rejects.toThrow()
    expect(await dump()).toEqual(before)
  })
})

it("takes no fact for somebody who is not there", async () => {
  await expect(appendSaid(database, { ...videos, participant: "p9" })).rejects.toThrow(UnknownParticipant)
  await expect(factsOf(database, "p9")).rejects.toThrow(UnknownParticipant)
})
