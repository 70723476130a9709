import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { said, seen } from "../../tests/fixtures/facts"
import type { Fact } from "../journey/facts"
import { foldJourney } from "../journey/fold"
import { newFacts } from "../journey/novelty"
import { everythingInOrder } from "../journey/order"
import { programmes } from "../programmes/registry"
import { newKey } from "../sealing/aes"
import { USUAL_COST } from "../sealing/kdf"
import { JejakDatabase } from "./database"
import { appendSaid, factsOf } from "./facts"
import { noteRead } from "./note-read"
import { newDataKey, protectFacts } from "./protection"

const [programme] = programmes
if (!programme) throw new Error("no programme")

const START = Date.parse("2024-07-01T01:00:00.000Z")
const DAY = 86_400_000
const instant = (milliseconds: number) => new Date(milliseconds).toISOString()

let database: JejakDatabase
let number = 0
async function freshDatabase(): Promise<void> {
  number += 1
  database = new JejakDatabase(`clock-${number}`)
  await database.participants.add({ id: "p1", programme: "x", displayName: "x", wave: 70, createdAt: "" })
}
beforeEach(freshDatabase)

const read = (id: string, at: number, understood: boolean | undefined = true) => ({
  id,
  at: instant(at),
  participant: "p1",
  site: "dashboard",
  understood,
})

/** Minutes for which the clock runs on between one thing and the next, or by which it is set. */
const clocks = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 * 24 * 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(-365 * 24 * 60, 365 * 24 * 60, -24 * 60, -1, 0) },
  ),
  { minLength: 2, maxLength: 25 },
)

describe("a clock that is set back and forward", () => {
  it.each([
    ["plain", false],
    ["sealed", true],
  ])("leaves %s facts in the order in which they came, and the last word is the last", async (_, sealed) => {
    await fc.assert(
      fc.asyncProperty(
        clocks,
        fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
        async (steps, done) => {
          await freshDatabase()
          if (sealed) {
            const key = await newDataKey("k1")
            database.keys.set("p1", key)
            const kdf = { ...USUAL_COST, salt: `${"A".repeat(22)}==` }
            await protectFacts(database, "p1", key, { kdf, key: newKey() })
          }
          const came: string[] = []
          const moments = new Set<number>()
          let now = START
          for (const [index, minutes] of steps.entries()) {
            now += minutes * 60_000
            const state = done[index] ? "done" : "open"
            const fact = {
              ...said("2024-07-01", "videos", { state }),
              id: `s${index}`,
              at: instant(now),
            } as Fact
            // Nobody says two things in one millisecond of one clock; what has the same moment is in no order.
            if (moments.has(now)) continue
            moments.add(now)
            if (index % 2) await appendSaid(database, fact)
            else await noteRead(database, read(`r${index}`, now), () => [fact])
            came.push(fact.id)
          }
          const facts = await factsOf(database, "p1")
          expect(everythingInOrder(facts).map(({ id }) => id)).toEqual(came)
          const last = Number(came.at(-1)?.slice(1))
          for (const at of [now, now - 365 * DAY, now + 365 * DAY]) {
            const { person } = foldJourney(facts, programme, instant(at))
            const videos = person.find(({ id }) => id === "videos")
            expect(videos?.state === "done").toBe(done[last])
          }
        },
      ),
      { numRuns: sealed ? 8 : 40 },
    )
  })

  it("notes nothing twice that is sent again, however far it is set back", async () => {
    await database.reads.bulkAdd(
      Array.from({ length: 1000 }, (_, index) => ({ id: `old${index}`, at: instant(START + index) })),
    )
    const backThen = START - 365 * DAY
    for (const id of ["a", "z", "0"]) {
      const fact = { ...seen("2024-07-01", "balance"), id: `${id}.0` }
      expect(await noteRead(database, read(id, backThen), () => [fact])).toBe(1)
      expect(await noteRead(database, read(id, backThen), () => [fact])).toBe(0)
    }
    for (const id of ["a", "z", "0"]) expect(await noteRead(database, read(id, backThen), () => [])).toBe(0)
    expect(await database.reads.count()).toBe(1000)
    expect(await database.reads.bulkGet(["old0", "old1", "old2"])).toEqual([undefined, undefined, undefined])
  })

  it("does not keep a site from being told as not understood", async () => {
    await noteRead(database, read("r1", START + 365 * DAY), () => [])
    await noteRead(database, read("r2", START, false), () => [])
    const health = await database.sites.get("dashboard")
    expect(health).toEqual({ site: "dashboard", lastRead: instant(START), unreadSince: instant(START) })
  })

  it("lets a page say again what was said before, when something else was seen since", async () => {
    const open = seen("2025-07-01", "wallet-not-linked", { words: "Sambungkan Sekarang" })
    const linked = seen("2024-07-02", "wallet-severable", { words: "Putuskan Rekening" })
    await noteRead(database, read("r1", Date.parse(open.at)), () => [open])
    await noteRead(database, read("r2", Date.parse(linked.at)), () => [linked])
    const again = { ...open, id: "again", at: instant(Date.parse(linked.at) + DAY) }
    expect(newFacts(await factsOf(database, "p1"), [again], programme)).toEqual([again])
    expect(newFacts(await factsOf(database, "p1"), [{ ...linked, id: "same" }], programme)).toEqual([])
  })
})

describe("facts that name each other as the one before", () => {
  it("are in some order all the same, however many and round in circles", () => {
    const facts = Array.from({ length: 3000 }, (_, index) => ({
      ...seen("2024-07-01", "balance"),
      id: `c${index}`,
      after: `c${(index + 1) % 3000}`,
    }))
    expect(everythingInOrder(facts)).toHaveLength(3000)
    expect(() => foldJourney(facts, programme, instant(START))).not.toThrow()
  })
})
