import "./as-a-page"
import "fake-indexeddb/auto"
import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import english from "../../../locales/en/messages.json"
import indonesian from "../../../locales/id/messages.json"
import { failureOf } from "../../../src/background/refusal"
import type { Fact } from "../../../src/journey/facts"
import { foldJourney } from "../../../src/journey/fold"
import { programmeById } from "../../../src/programmes/registry"
import { importKey, newKey, seal } from "../../../src/sealing/aes"
import { backupText, parseBackup } from "../../../src/storage/backup"
import { previewRestore, restoreBackup } from "../../../src/storage/backup-restore"
import type { BackupContent } from "../../../src/storage/backup-schema"
import { type DataKey, JejakDatabase, type Participant } from "../../../src/storage/database"
import backupOne from "../../../src/storage/fixtures/backup-1.json"
import { openFacts } from "../../../src/storage/sealing"
import { takeFile, takeText } from "../../../src/ui/files/backup-file"
import { openFile, sealFile } from "../../../src/ui/files/sealed-file"
import { backupContents } from "../../fixtures/backupContent"
import { dump } from "../../fixtures/dump"
import { history } from "../../fixtures/histories"
import type { Drill, Outcome } from "../drill"
import { type Chance, chanceFrom } from "./chance"
import { addedBy, ordered, type Tables, together } from "./restored"
import { forged, harmed } from "./spoilt"

const NOW = "2024-08-02T00:00:00.000Z"
const PROGRAMME = "prakerja-2024"
const PASSPHRASE = "kucing oranye"
/** A journey takes some milliseconds; so long none may. */
const LONGEST_FOLD = 20_000
/** One in so many files lies behind a passphrase, since each takes a second to open. */
const SEALED_EACH = 60
/** One in so many restores is interrupted. */
const INTERRUPTED_EACH = 6

const KEY: DataKey = { keyId: "k1", raw: "", key: await importKey(newKey()) }

const person = (id: string, extra: object = {}) =>
  ({
    id,
    programme: PROGRAMME,
    displayName: `Orang ${id}`,
    wave: 70,
    createdAt: NOW,
    ...extra,
  }) as Participant
const PROTECTED = {
  protection: {
    kdf: { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 },
    keyId: KEY.keyId,
    key: { iv: "AAECAwQFBgcICQoL", data: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
  },
}
const closed = async (fact: Fact) => ({
  id: fact.id,
  participant: fact.participant,
  at: "" as const,
  sealed: await seal(KEY.key, JSON.stringify(fact), fact.id),
})

interface Given {
  contents: readonly [BackupContent, ...BackupContent[]]
  /** The text of a file behind `PASSPHRASE`, and what is in it. */
  sealedText: string
  /** The life of somebody with many facts, and a few of them. */
  facts: Fact[]
}

/** Real contents: of any people, of one with a long history, of one behind a passphrase, and of version 1. */
async function given(seed: number): Promise<Given> {
  const any = fc.sample(backupContents, { seed, numRuns: 12 })
  const facts = fc
    .sample(history, { seed, numRuns: 8 })
    .flat()
    .map((fact, n) => ({ ...fact, id: `f${n}`, participant: "p1" }))
  const own: BackupContent = {
    participants: [person("p1"), person("p3")],
    facts,
    accounts: [{ fingerprint: "0".repeat(64), kind: "card", participant: "p1" }],
    salt: "0".repeat(32),
    preferences: '{"reminders":true,"quiet":null,"badge":false,"hints":true}',
    reminders: [{ id: "p1|first-purchase/7", participant: "p1", at: NOW, state: "shown" }],
  }
  const two = facts.slice(0, 20).map((fact) => ({ ...fact, id: `s${fact.id}`, participant: "p2" }))
  const sealed: BackupContent = {
    participants: [person("p2", PROTECTED)],
    facts: await Promise.all(two.map(closed)),
    accounts: [],
    reminders: [],
  }
  const large: BackupContent = {
    ...own,
    facts: Array.from(
      { length: 3000 },
      (_, n) => ({ id: `l${n}`, participant: "p1", at: NOW, by: "person", kind: "wrong-codes" }) as Fact,
    ),
  }
  const made = { exportedAt: NOW, jejak: "1.2.3" }
  return {
    contents: [own, own, own, sealed, sealed, ...any, large],
    sealedText: await sealFile(await backupText(own, made), PASSPHRASE),
    facts,
  }
}

/** A browser with nobody, with one of the file's people, or with both of whom one has a passphrase, given or not. */
async function browserWith(kind: string, { facts }: Given, name: string): Promise<JejakDatabase> {
  const database = new JejakDatabase(name)
  if (kind === "nobody") return database
  await database.participants.add(person("p1", { displayName: "Nama di sini" }))
  await database.facts.bulkAdd(facts.slice(0, 6))
  await database.settings.bulkAdd([
    { key: "salt", value: kind === "one" ? "1".repeat(32) : "0".repeat(32) },
    { key: "current-participant", value: "p1" },
  ])
  if (kind === "one") return database
  await database.participants.add(person("p2", PROTECTED))
  const own = facts.slice(0, 3).map((fact) => ({ ...fact, id: `s${fact.id}`, participant: "p2" }))
  await database.facts.bulkAdd(await Promise.all(own.map(closed)))
  if (kind === "unlocked") database.keys.set("p2", KEY)
  return database
}

/** Lets the n-th write fail, as a full disk or a closed browser does. */
function interrupt(database: JejakDatabase, write: number, how: string): void {
  let left = write
  database.use({
    stack: "dbcore",
    name: "interrupted",
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: async (request) => {
            left -= 1
            if (left !== 0) return table.mutate(request)
            if (how === "full") throw new DOMException("full", "QuotaExceededError")
            ;(request.trans as unknown as IDBTransaction).abort()
            return table.mutate(request)
          },
        }
      },
    }),
  })
}

const sentences = (failure: string) =>
  [indonesian, english].map(
    (words) =>
      (words as Record<string, { message: string } | undefined>)[`failure_${failure.replaceAll("-", "_")}`]
        ?.message,
  )

/** Reads and restores a file as the page and the background do. @throws what they refuse with; a reason for what the page refuses */
async function restore(database: JejakDatabase, text: string): Promise<{ text: string }> {
  const taken = await takeFile({ size: text.length, text: async () => text })
  if (taken.kind === "refused") throw new Refused(taken.failure)
  const opened =
    taken.kind === "plain"
      ? taken
      : takeText(
          await openFile(taken.file, PASSPHRASE).catch(() => {
            throw new Refused("wrong-passphrase")
          }),
        )
  if (opened.kind === "refused") throw new Refused(opened.failure)
  const { content } = await parseBackup(opened.backup, [PROGRAMME])
  await previewRestore(database, content)
  await restoreBackup(database, content, { id: "copy", at: NOW, jejak: "1.2.3" })
  return { text: opened.backup }
}

class Refused extends Error {}

/** Facts of somebody whose key is at hand, as they are read. */
async function opened(tables: Tables): Promise<Tables> {
  const facts = await Promise.all(
    (tables.facts ?? []).map(async (row) => {
      if (row.participant !== "p2" || !row.sealed) return row
      const [fact] = await openFacts(KEY, [row as never]).catch(() => [row])
      return fact as Record<string, unknown>
    }),
  )
  return { ...tables, facts, copies: [] }
}

/** What is wrong after a file was taken. */
async function wrongAfter(database: JejakDatabase, text: string, before: Tables): Promise<string[]> {
  const after = (await dump(database)) as Tables
  const added = addedBy(text, before)
  const wrong: string[] = []
  if (!isDeepStrictEqual(ordered(await opened(after)), await opened(together(before, added))))
    wrong.push("not what the file says")
  const isAny = Object.values(added).some((rows) => rows.length > 0)
  const [copy, ...more] = after.copies ?? []
  if ((copy !== undefined) !== (isAny && (before.participants ?? []).length > 0) || more.length > 0)
    wrong.push(copy ? "a copy that was not needed" : "no copy of what was there")
  if (copy) {
    const { content } = JSON.parse(String(copy.backup))
    for (const table of ["participants", "facts", "accounts"])
      if (!isDeepStrictEqual(ordered({ [table]: content[table] }), ordered({ [table]: before[table] ?? [] })))
        wrong.push(`another copy of ${table}`)
  }
  for (const { id, protection } of await database.participants.toArray()) {
    const key = database.keys.get(id)
    if (protection && !key) continue
    const rows = (after.facts ?? []).filter(({ participant }) => participant === id)
    const started = performance.now()
    try {
      foldJourney(await openFacts(key, rows as never), programmeById(PROGRAMME), NOW)
    } catch (error) {
      wrong.push(`the journey cannot be computed: ${error}`)
    }
    if (performance.now() - started > LONGEST_FOLD) wrong.push("the journey takes too long")
  }
  return wrong
}

async function one(given: Given, round: number, chance: Chance): Promise<{ finding?: string; came: string }> {
  const where = chance.pick(["nobody", "one", "one", "locked", "unlocked"])
  const database = await browserWith(where, given, `backups-${round}-${Math.random()}`)
  const content = chance.pick(given.contents)
  const made = { exportedAt: NOW, jejak: "1.2.3" }
  const old = () => JSON.stringify({ ...backupOne, exportedAt: NOW })
  const interrupted = round % INTERRUPTED_EACH === 1 ? chance.pick(["full", "aborted"]) : undefined
  const spoilt = interrupted
    ? { how: "as it was", bytes: new TextEncoder().encode(await backupText(content, made)) }
    : round % SEALED_EACH === 0
      ? harmed(given.sealedText, chance)
      : chance.below(2) < 1
        ? await forged(content, chance)
        : harmed(chance.below(5) < 1 ? old() : await backupText(content, made), chance)
  const text = await new Blob([spoilt.bytes as Uint8Array<ArrayBuffer>]).text()
  const before = (await dump(database)) as Tables
  if (interrupted) interrupt(database, 1 + Math.floor(chance.below(6)), interrupted)
  if (interrupted) {
    database.close()
    await database.open()
  }
  const told = `round ${round}, ${where}, ${spoilt.how}${interrupted ? `, ${interrupted}` : ""}`
  const wrong: string[] = []
  let came = "restored"
  try {
    const taken = await restore(database, text)
    wrong.push(...(await wrongAfter(database, taken.text, before)))
  } catch (error) {
    const failure = error instanceof Refused ? error.message : failureOf(error)
    came = interrupted && ["storage-full", "internal"].includes(failure) ? "interrupted" : "refused"
    if (came === "refused" && failure === "internal") wrong.push(`refused without a reason: ${error}`)
    if (sentences(failure).some((sentence) => !sentence)) wrong.push(`"${failure}" has no sentence`)
    if (!isDeepStrictEqual(await dump(database), before)) wrong.push(`refused as ${failure}, and yet changed`)
  }
  if (Object.keys({}.constructor.prototype).length > 0) wrong.push("every object has something more")
  await database.delete()
  return { came, ...(wrong.length > 0 && { finding: `${told}: ${wrong.join("; ")}` }) }
}

async function run(rounds: number, seed: number): Promise<Outcome> {
  const chance = chanceFrom(seed)
  const ready = await given(seed)
  const findings: string[] = []
  const figures = { restored: 0, refused: 0, interrupted: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const { finding, came } = await one(ready, round, chance)
    figures[came as keyof typeof figures] += 1
    if (finding) findings.push(finding)
  }
  for (const came of ["restored", "refused"] as const)
    if (rounds >= 100 && figures[came] === 0) findings.push(`nothing was ${came}: nothing was tried`)
  return { findings, figures }
}

/** Files that are damaged or forged, each into a browser of its own. */
export const BACKUPS: Drill = {
  promise: "files",
  name: "backups are damaged or forged, and restored",
  unit: "files",
  short: 300,
  long: 5000,
  run,
}
