import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { said } from "../../tests/fixtures/facts"
import { longHistory } from "../../tests/fixtures/long-history"
import type { Fact, SeenFact } from "../journey/facts"
import { foldJourney } from "../journey/fold"
import { newFacts } from "../journey/novelty"
import { programmeById } from "../programmes/registry"
import { JejakDatabase } from "./database"
import { FEW } from "./digests"
import { appendSaid, digestOfFacts, factsOf } from "./facts"
import { noteRead } from "./note-read"
import { removeParticipant } from "./participants"
import { newDataKey, protectFacts, unprotectFacts } from "./protection"

const programme = programmeById("prakerja-2024")

const NOW = "2026-11-01T02:00:00.000Z"
const MANY = 4 * FEW
const KDF = {
  name: "argon2id" as const,
  salt: "c2FsdHNhbHRzYWx0c2FsdA==",
  memory: 19_456,
  passes: 2,
  lanes: 1,
}
const PASSPHRASE = { kdf: KDF, key: "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=" }

let database: JejakDatabase
let reads = 0

/** The background is ended and starts again: it remembers nothing but the keys. */
function again(): void {
  const { keys } = database
  database.close()
  database = new JejakDatabase("digests")
  for (const [id, key] of keys) database.keys.set(id, key)
}

const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

function note(words: string, minutes = 0): Promise<number> {
  reads += 1
  const at = later(minutes)
  const fact: SeenFact = {
    id: `new${reads}.0`,
    participant: "p1",
    at,
    by: "page",
    site: "dashboard",
    host: "dashboard.prakerja.go.id",
    signal: "learning",
    training: "t1",
    words,
    place: { kind: "badge" },
  }
  const read = { id: `new${reads}`, at, participant: "p1", site: "dashboard", understood: true }
  return noteRead(database, read, ({ facts }) => newFacts(facts, [fact], programme))
}

/** What is shown follows from the digest as from all that there is. */
async function expectTrue(minutes = 60): Promise<void> {
  const now = later(minutes)
  const { facts } = await digestOfFacts(database, "p1", now)
  const all = await factsOf(database, "p1")
  expect(foldJourney(facts, programme, now)).toEqual(foldJourney(all, programme, now))
}

beforeEach(async () => {
  database = new JejakDatabase("digests")
  const person = { programme: programme.id, displayName: "Peserta", wave: 70, createdAt: NOW }
  await database.participants.bulkAdd([
    { id: "p1", ...person },
    { id: "p2", ...person },
  ])
  await database.facts.bulkAdd(longHistory({ facts: MANY, now: NOW }))
})

afterEach(() => database.delete())

describe("what stands for somebody's facts", () => {
  it("is less than all of them, and says the same", async () => {
    const { facts } = await digestOfFacts(database, "p1", NOW)
    expect(facts.length).toBeLessThan(MANY / 2)
    await expectTrue()
    expect(await database.digests.count()).toBe(2)
  })

  it("is not made for few", async () => {
    await database.facts.clear()
    await database.facts.bulkAdd(longHistory({ facts: 200, now: NOW }))
    expect((await digestOfFacts(database, "p1", NOW)).facts).toHaveLength(200)
    await note("Completion 17%")
    expect(await database.digests.count()).toBe(0)
  })

  it.each(["plain", "sealed"])("goes on with every fact that is noted, %s", async (how) => {
    if (how === "sealed") await protect()
    await digestOfFacts(database, "p1", NOW)
    for (let index = 0; index < 70; index += 1) {
      if (index % 25 === 24) again()
      expect(await note(`Completion ${index}.5%`, index)).toBe(1)
      expect(await note(`Completion ${index}.5%`, index)).toBe(0)
      if (index % 30 === 0) await expectTrue(index)
    }
    again()
    await expectTrue(70)
    expect(await database.digests.count()).toBe(2)
  })

  it.each(["plain", "sealed"])(
    "is found again by where its facts lie, whenever they came, %s",
    async (how) => {
      if (how === "sealed") await protect()
      await digestOfFacts(database, "p1", NOW)
      const base = async () => (await database.digests.get("p1|base"))?.stamp
      const before = await base()
      for (const minutes of [1, -500, -1000, 2])
        expect(await note(`Completion ${minutes}.5%`, minutes)).toBe(1)
      again()
      await digestOfFacts(database, "p1", later(3))
      expect(await base()).toBe(before)
      await expectTrue(3)
    },
  )

  it("is made anew, once the background starts again, when others were put there while it was remembered", async () => {
    await note("Completion 17%")
    const before = (await database.digests.get("p1|base"))?.stamp
    const [row] = longHistory({ facts: 1, now: later(60) })
    if (!row) throw new Error("no fact")
    await database.facts.add({ ...row, id: "other", at: later(30) })
    await note("Completion 18%", 1)
    again()
    await expectTrue(120)
    expect((await database.digests.get("p1|base"))?.stamp).not.toBe(before)
  })

  it("takes in what the person says, and is made anew for what is about earlier facts", async () => {
    await note("Completion 17%")
    await say(said("2026-11-01T10:00", "redeem", { training: "t1" }))
    await expectTrue()
    const [asked] = (await factsOf(database, "p1")).filter(({ by }) => by === "page")
    const common = { participant: "p1", at: NOW, by: "person" as const }
    await say({ ...common, id: "wrong", kind: "reject", fact: asked?.id ?? "" })
    await expectTrue()
    await say({ ...common, id: "gone", kind: "not-mine", training: "t5" })
    await expectTrue()
    await say({ ...common, id: "back", kind: "retract", fact: "gone" })
    again()
    await expectTrue()
  })

  it("is made anew when other facts lie there than it was made of", async () => {
    await digestOfFacts(database, "p1", NOW)
    again()
    await database.facts.bulkAdd(
      longHistory({ facts: 60, now: "2022-01-01T00:00:00.000Z" }).map((fact) => ({
        ...fact,
        id: `o${fact.id}`,
      })),
    )
    await expectTrue()
  })

  it("is made anew by another version of Jejak", async () => {
    await digestOfFacts(database, "p1", NOW)
    const [before] = await database.digests.toArray()
    again()
    database.build = "next"
    await digestOfFacts(database, "p1", NOW)
    const [after] = await database.digests.toArray()
    expect(after?.stamp).not.toBe(before?.stamp)
  })

  it("is right where the clock was set back by days", async () => {
    await note("Completion 17%")
    await note("Completion 18%", -10 * 24 * 60)
    await note("Completion 17%", -10 * 24 * 60 + 1)
    again()
    await expectTrue()
  })

  it("forgets nothing that was written in a transaction which failed", async () => {
    await note("Completion 17%")
    const fail = noteRead(
      database,
      { id: "fails", at: later(1), participant: "p1", site: "dashboard", understood: true },
      () => [{ ...said("2026-11-01T10:00", "videos"), id: "fails" }],
      () => {
        throw new Error("half-way")
      },
    )
    await expect(fail).rejects.toThrow("half-way")
    await expectTrue()
    expect(await note("Completion 18%", 2)).toBe(1)
    await expectTrue()
  })

  it("lies sealed beside sealed facts, and goes with its participant", async () => {
    await digestOfFacts(database, "p1", NOW)
    const key = await protect()
    expect(await database.digests.count()).toBe(0)
    await digestOfFacts(database, "p1", NOW)
    again()
    expect(JSON.stringify(await database.digests.toArray())).not.toMatch(
      /Barista|Completion|pintar|dashboard/,
    )
    await unprotectFacts(database, "p1", key)
    await expectTrue()
    await removeParticipant(database, "p1")
    expect(await database.digests.count()).toBe(0)
  })

  it("is computed all the same where there is no room for it", async () => {
    database.digests.hook("creating", () => {
      database.refusals += 1
      throw new DOMException("", "QuotaExceededError")
    })
    await expectTrue()
    expect(await database.digests.count()).toBe(0)
  })
})

async function protect() {
  const key = await newDataKey("k1")
  database.keys.set("p1", key)
  await protectFacts(database, "p1", key, PASSPHRASE)
  return key
}

async function say(fact: Fact): Promise<void> {
  await appendSaid(database, { ...fact, participant: "p1" })
}
