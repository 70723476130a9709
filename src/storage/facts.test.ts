import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import type { Digest } from "../journey/digest"
import type { Standing } from "./accounts"
import { JejakDatabase } from "./database"
import { appendSaid, factsOf } from "./facts"
import { noteRead, noteReadOf } from "./note-read"

let database: JejakDatabase
let number = 0
beforeEach(async () => {
  number += 1
  database = new JejakDatabase(`facts-${number}`)
  for (const id of ["p1", "p2"])
    await database.participants.add({ id, programme: "x", displayName: id, wave: 70, createdAt: "" })
})

const read = (id: string, understood = true) => ({
  id,
  at: "2024-07-01T01:00:00.000Z",
  participant: "p1",
  site: "dashboard",
  understood,
})

describe("noting a read", () => {
  it("appends what is chosen, and the same read only once", async () => {
    const fact = seen("2024-07-01", "balance", { id: "r1.0" })
    expect(await noteRead(database, read("r1"), () => [fact])).toBe(1)
    expect(await noteRead(database, read("r1"), () => [{ ...fact, id: "r1.other" }])).toBe(0)
    expect(await factsOf(database, "p1")).toEqual([fact])
  })

  it("shows the chooser all that is known of this participant, oldest first, and nobody else's", async () => {
    await appendSaid(database, { ...said("2024-07-02", "videos"), id: "later" })
    await appendSaid(database, { ...said("2024-07-01", "videos"), id: "sooner" })
    await appendSaid(database, { ...said("2024-07-01", "videos"), id: "other", participant: "p2" })
    let known: string[] = []
    await noteRead(database, read("r1"), ({ facts }) => {
      known = facts.map(({ id }) => id)
      return []
    })
    expect(known).toEqual(["sooner", "later"])
  })

  it("stores nothing of a read that fails half-way", async () => {
    const fact = seen("2024-07-01", "balance", { id: "same" })
    await expect(noteRead(database, read("r1"), () => [fact, { ...fact }])).rejects.toThrow()
    expect(await database.facts.count()).toBe(0)
    expect(await noteRead(database, read("r1"), () => [fact])).toBe(1)
  })

  it("lets reads of two tabs follow one another, so that neither misses the other's facts", async () => {
    const fact = seen("2024-07-01", "balance")
    const onlyIfNew =
      (id: string) =>
      ({ facts }: Digest) =>
        facts.length === 0 ? [{ ...fact, id }] : []
    const noted = await Promise.all([
      noteRead(database, read("r1"), onlyIfNew("r1.0")),
      noteRead(database, read("r2"), onlyIfNew("r2.0")),
    ])
    expect(noted).toEqual([1, 0])
  })

  it("remembers since when a site is not understood, until it is again", async () => {
    await noteRead(database, read("r1"), () => [])
    await noteRead(database, { ...read("r2", false), at: "2024-07-02T01:00:00.000Z" }, () => [])
    await noteRead(database, { ...read("r3", false), at: "2024-07-03T01:00:00.000Z" }, () => [])
    expect(await database.sites.get("dashboard")).toEqual({
      site: "dashboard",
      lastRead: "2024-07-01T01:00:00.000Z",
      unreadSince: "2024-07-02T01:00:00.000Z",
    })
    await noteRead(database, { ...read("r4"), at: "2024-07-04T01:00:00.000Z" }, () => [])
    expect(await database.sites.get("dashboard")).toEqual({
      site: "dashboard",
      lastRead: "2024-07-04T01:00:00.000Z",
    })
    const beside = { ...read("r5"), understood: undefined, at: "2024-07-05T01:00:00.000Z" }
    await noteRead(database, beside, () => [])
    expect(await database.sites.get("dashboard")).toEqual({
      site: "dashboard",
      lastRead: "2024-07-04T01:00:00.000Z",
    })
  })

  it("looks again at what it remembers of reads, once that was not stored or is gone", async () => {
    expect(await noteRead(database, read("r1"), () => [])).toBe(0)
    const fail = () => {
      throw new Error("half-way")
    }
    await expect(
      noteRead(database, { ...read("r2"), at: "2024-07-09T01:00:00.000Z" }, () => [], fail),
    ).rejects.toThrow()
    await noteRead(database, { ...read("r3"), at: "2024-07-02T01:00:00.000Z" }, () => [])
    expect((await database.reads.get("r3"))?.at).toBe("2024-07-02T01:00:00.000Z")
    await database.reads.clear()
    await database.reads.bulkAdd(
      Array.from({ length: 1000 }, (_, index) => ({ id: `old${index}`, at: new Date(index).toISOString() })),
    )
    await noteRead(database, read("r4"), () => [])
    expect(await database.reads.count()).toBe(1000)
    await noteRead(database, read("r5"), () => [])
    expect(await database.reads.count()).toBe(1000)
    expect(await database.reads.bulkGet(["old0", "old1"])).toEqual([undefined, undefined])
  })

  it("is for whoever is looked at when it is stored, however soon that has changed", async () => {
    const whose = vi.fn(({ current }: Standing) => current)
    const fact = seen("2024-07-01", "balance", { id: "r1.0" })
    const choose = (_: Digest, participant: string) => [{ ...fact, participant }]
    await database.settings.put({ key: "current-participant", value: "p1" })
    await Promise.all([
      database.settings.put({ key: "current-participant", value: "p2" }),
      noteReadOf(database, read("r1"), { whose, choose }),
    ])
    expect(await factsOf(database, "p1")).toEqual([])
    expect(await factsOf(database, "p2")).toHaveLength(1)
    expect(await noteReadOf(database, read("r2"), { whose: () => undefined, choose })).toBeUndefined()
    expect(await database.reads.get("r2")).toBeUndefined()
  })

  it("forgets the ids of reads that are long past", async () => {
    await database.reads.bulkAdd(
      Array.from({ length: 1000 }, (_, index) => ({ id: `old${index}`, at: new Date(index).toISOString() })),
    )
    await noteRead(database, read("new"), () => [])
    expect(await database.reads.count()).toBe(1000)
    expect(await database.reads.get("old0")).toBeUndefined()
    expect(await database.reads.get("new")).toBeDefined()
  })
})
