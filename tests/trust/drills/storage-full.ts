import { isDeepStrictEqual } from "node:util"
import { IDBFactory, IDBKeyRange, IDBObjectStore, IDBTransaction } from "fake-indexeddb"
import { failureIn } from "../../../src/background/refusal"
import type { Fact } from "../../../src/journey/facts"
import { newKey } from "../../../src/sealing/aes"
import { carryOver } from "../../../src/storage/carry-over"
import { JejakDatabase, type Participant } from "../../../src/storage/database"
import { appendSaid, factsOf } from "../../../src/storage/facts"
import { memoryDatabase, rowsIn } from "../../../src/storage/memory"
import { noteRead } from "../../../src/storage/note-read"
import { saveParticipant } from "../../../src/storage/participants"
import { newDataKey, protectFacts, unprotectFacts } from "../../../src/storage/protection"
import { watchWrites } from "../../../src/storage/watch-writes"
import type { Drill, Outcome } from "../drill"
import { type Chance, chanceFrom } from "./chance"

const NAME = "full"
const KDF = {
  name: "argon2id",
  salt: "AAECAwQFBgcICQoLDA0ODw==",
  memory: 19_456,
  passes: 2,
  lanes: 1,
} as const
/** So many changes are made to one database before the next. */
const CHANGES_EACH = 25
const ENGINE = { IDBFactory, IDBKeyRange }

/** How the browser says that there is no room: at once, by the request, or only when all is to be committed. */
const WAYS = ["thrown", "requested", "committed"] as const

/** What fake-indexeddb has beneath its transactions. */
interface Beneath {
  _requests: { request: IDBRequest }[]
  _start(): void
  _abort(name: string): void
  _execRequestAsync(asked: { source: IDBObjectStore; operation: () => unknown }): IDBRequest
}
const transactions = IDBTransaction.prototype as unknown as Beneath

/** Has one of the next writes find no room. @returns how to have it no longer */
function fill(write: number, way: (typeof WAYS)[number]): () => void {
  const real = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put }
  const { _start } = transactions
  const noRoom = () => new DOMException("no room", "QuotaExceededError")
  const full = new WeakSet<Beneath>()
  let left = write
  for (const method of ["add", "put"] as const)
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...row) {
      const transaction = this.transaction as unknown as Beneath
      if (this.transaction.db.name === NAME) left -= 1
      if (left !== 0 || this.transaction.db.name !== NAME) return real[method].apply(this, row)
      if (way === "thrown") throw noRoom()
      if (way === "committed") full.add(transaction)
      if (way === "committed") return real[method].apply(this, row)
      const operation = () => {
        throw noRoom()
      }
      return transaction._execRequestAsync({ source: this, operation })
    }
  transactions._start = function () {
    const isOver = this._requests.every(({ request }) => request.readyState === "done")
    if (full.has(this) && isOver) this._abort("QuotaExceededError")
    else _start.call(this)
  }
  return () => {
    Object.assign(IDBObjectStore.prototype, real)
    transactions._start = _start
  }
}

let count = 0
const newId = () => {
  count += 1
  return `id-${count}`
}
const at = () => new Date(Date.parse("2024-07-01T00:00:00Z") + count * 1000).toISOString()
const person = (): Participant => ({
  id: newId(),
  programme: "prakerja-2024",
  displayName: "Sari",
  wave: 70,
  createdAt: at(),
})
const said = (participant: string): Fact => ({
  id: newId(),
  participant,
  at: at(),
  by: "person",
  kind: "wrong-codes",
})

/** A change with its facts, which can be made again as the same. */
interface Change {
  name: string
  adds: number
  make: (database: JejakDatabase) => Promise<unknown>
}

async function someChange(database: JejakDatabase, chance: Chance): Promise<Change> {
  const people = await database.participants.toArray()
  const one = people[Math.floor(chance.below(people.length))]
  const kinds = one ? (["read", "said", "person", "carried", "sealed"] as const) : (["person"] as const)
  const kind = chance.pick(kinds)
  const id = one?.id ?? ""
  const facts = Array.from({ length: 1 + Math.floor(chance.below(4)) }, () => said(id))
  if (kind === "read") {
    const read = { id: newId(), at: at(), participant: id, site: "dashboard", understood: true }
    return { name: kind, adds: facts.length, make: (to) => noteRead(to, read, () => facts) }
  }
  if (kind === "said") {
    const fact = said(id)
    return { name: kind, adds: 1, make: (to) => appendSaid(to, fact) }
  }
  if (kind === "carried") {
    const memory = await memoryDatabase(ENGINE)
    const another = person()
    await saveParticipant(memory, another, [said(another.id), said(another.id)])
    const rows = await rowsIn(memory)
    memory.close()
    const copy = { id: newId(), at: at(), jejak: "1.0" }
    return { name: kind, adds: 2, make: (to) => carryOver(to, { rows, engine: ENGINE }, copy) }
  }
  if (kind === "sealed" && one) {
    const key = database.keys.get(id) ?? (await newDataKey(newId()))
    database.keys.set(id, key)
    const passphrase = { kdf: KDF, key: newKey() }
    const make = (to: JejakDatabase) =>
      one.protection ? unprotectFacts(to, id, key) : protectFacts(to, id, key, passphrase)
    return { name: kind, adds: 0, make }
  }
  const another = person()
  return { name: "person", adds: 1, make: (to) => saveParticipant(to, another, [said(another.id)]) }
}

const everything = async (database: JejakDatabase) => structuredClone(await rowsIn(database))

async function run(rounds: number, seed: number): Promise<Outcome> {
  const chance = chanceFrom(seed)
  const findings: string[] = []
  const figures = { refused: 0, "made all the same": 0, "facts at the end": 0 }
  let database: JejakDatabase | undefined
  for (let round = 0; round < rounds; round += 1) {
    if (!database || round % CHANGES_EACH === 0) {
      database?.close()
      database = new JejakDatabase(NAME, { indexedDB: new IDBFactory(), IDBKeyRange })
      watchWrites(database, { changed: () => undefined, refused: () => undefined })
    }
    const { name, adds, make } = await someChange(database, chance)
    const before = await everything(database)
    const { refusals } = database
    const empty = fill(1 + Math.floor(chance.below(8)), chance.pick(WAYS))
    const error: unknown = await make(database).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    empty()
    if (error !== undefined) {
      figures.refused += 1
      const failure = failureIn(database, error, refusals)
      if (failure !== "storage-full") findings.push(`round ${round}: ${name} is told as ${failure}: ${error}`)
      if (!isDeepStrictEqual(await everything(database), before))
        findings.push(`round ${round}: ${name} was refused and is there in part`)
      // As soon as there is room, the same again.
      await make(database)
    } else figures["made all the same"] += 1
    const facts = await database.facts.count()
    if (facts !== (before.facts?.length ?? 0) + adds)
      findings.push(`round ${round}: ${name} left ${facts} facts, not ${(before.facts?.length ?? 0) + adds}`)
    for (const { id } of await database.participants.toArray())
      await factsOf(database, id).catch(() =>
        findings.push(`round ${round}: ${name} left facts that do not open`),
      )
    if (round === rounds - 1 || (round + 1) % CHANGES_EACH === 0) figures["facts at the end"] += facts
  }
  database?.close()
  return { findings, figures }
}

/** There is no room for one of the writes of a change: none of it is there, it is said why, and all of it comes later. */
export const STORAGE_FULL: Drill = {
  promise: "nothing-lost",
  name: "the disk is full at a random write",
  unit: "changes",
  short: 150,
  long: 5000,
  run,
}
