import { describe, expect, it } from "vitest"
import { backupText, parseBackup } from "./backup"
import { MOST_COMPARED } from "./backup-burden"
import { BackupError } from "./backup-error"
import { type BackupContent, MOST_FACTS } from "./backup-schema"
import backupOne from "./fixtures/backup-1.json"

const KNOWN = ["prakerja-2024"]
const MADE = { exportedAt: "2024-08-01T00:00:00.000Z", jejak: "1.2.3" }

const PERSON = {
  id: "p1",
  programme: "prakerja-2024",
  displayName: "Contoh",
  wave: 70,
  createdAt: "2024-07-01T01:00:00.000Z",
}
const FACT: BackupContent["facts"][number] = {
  id: "f1",
  participant: "p1",
  at: "2024-07-01T05:00:00.000Z",
  by: "person",
  kind: "wrong-codes",
}
const PROTECTION = {
  kdf: { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 },
  keyId: "k1",
  key: { iv: "AAECAwQFBgcICQoL", data: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
} as const
const SEALED = { id: "f1", participant: "p1", at: "" as const, sealed: PROTECTION.key }
const CONTENT: BackupContent = { participants: [PERSON], facts: [FACT], accounts: [], reminders: [] }

const reasonOf = async (text: string, known = KNOWN) => {
  const outcome = await parseBackup(text, known).catch((error: unknown) => error)
  return outcome instanceof BackupError ? outcome.reason : outcome
}
/** A file with a right checksum, whatever it holds. */
const written = (content: object) => backupText(content as BackupContent, MADE)

describe("a backup's text", () => {
  it("tells what wrote it, and is read again", async () => {
    const text = await backupText(CONTENT, MADE)
    expect(JSON.parse(text)).toMatchObject({ format: "jejak-backup", version: 2, ...MADE })
    expect(await parseBackup(text, KNOWN)).toEqual({ exportedAt: MADE.exportedAt, content: CONTENT })
  })

  it("may be written with other spaces and in another order of keys", async () => {
    const { content, ...rest } = JSON.parse(await backupText(CONTENT, MADE))
    const { reminders, participants, accounts, facts } = content
    const turned = JSON.stringify({ content: { reminders, participants, accounts, facts }, ...rest }, null, 4)
    expect((await parseBackup(turned, KNOWN)).content).toEqual(CONTENT)
  })

  it("of version 1 is still read", async () => {
    const { participants, facts, salt } = backupOne
    expect(await parseBackup(JSON.stringify(backupOne), KNOWN)).toEqual({
      exportedAt: backupOne.exportedAt,
      content: { participants, facts, salt, accounts: [], reminders: [] },
    })
  })
})

describe("what cannot be restored is refused with its reason", () => {
  it.each([
    ["nothing", "", "backup-damaged"],
    ["half of something", "{", "backup-damaged"],
    ["something else", "[]", "backup-damaged"],
    ["a number", "7", "backup-damaged"],
    ["a thousand thousand brackets", "[".repeat(1_000_000), "backup-damaged"],
    ["deep nesting", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, "backup-damaged"],
    ["a later version", '{"format":"jejak-backup","version":3}', "backup-from-the-future"],
    ["no version that ever was", '{"format":"jejak-backup","version":0}', "backup-damaged"],
    ["what is encrypted as a whole", '{"format":"jejak-backup-sealed","version":1}', "backup-damaged"],
  ])("%s", async (_what, text, reason) => {
    expect(await reasonOf(text)).toBe(reason)
  })

  it("a programme that is not known", async () => {
    expect(await reasonOf(await written(CONTENT), [])).toBe("backup-from-the-future")
  })

  it("more facts than anybody has", async () => {
    const facts = Array.from({ length: MOST_FACTS + 1 }, (_, number) => ({ ...FACT, id: `f${number}` }))
    expect(await reasonOf(await written({ ...CONTENT, facts }))).toBe("backup-too-large")
    expect(await reasonOf(JSON.stringify({ ...backupOne, facts }))).toBe("backup-too-large")
  })

  it.each<[string, (number: number) => object]>([
    ["trainings", (number) => ({ kind: "not-mine", training: `t${number}` })],
    ["names", (number) => ({ kind: "training", training: "t1", particulars: { title: `Kelas ${number}` } })],
    ["words on which are one", (number) => ({ kind: "same", training: "t1", as: `t${number}`, yes: true })],
  ])("more %s than a browser can compare", async (_what, saidOf) => {
    const facts = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...FACT, id: `f${n}`, ...saidOf(n) }))
    expect(await reasonOf(await written({ ...CONTENT, facts: facts(MOST_COMPARED + 1) }))).toBe(
      "backup-too-large",
    )
    expect(await reasonOf(await written({ ...CONTENT, facts: facts(MOST_COMPARED) }))).toMatchObject({})
  })

  it("a file of which anything was changed", async () => {
    const text = await written(CONTENT)
    expect(await reasonOf(text.replace('"wave":70', '"wave":71'))).toBe("backup-damaged")
    expect(await reasonOf(text.replace('"content":{', '"content":{"__proto__":{},'))).toBe("backup-damaged")
    expect(await reasonOf(text.replace(/"checksum":"../, '"checksum":"00'))).toBe("backup-damaged")
  })

  const wrong: [string, object][] = [
    ["facts of nobody", { ...CONTENT, participants: [] }],
    ["one id twice", { ...CONTENT, facts: [FACT, { ...FACT, kind: "not-mine", training: "t1" }] }],
    ["one person twice", { ...CONTENT, participants: [PERSON, { ...PERSON, wave: 71 }] }],
    ["unknown keys", { ...CONTENT, more: 1 }],
    ["an unknown kind of fact", { ...CONTENT, facts: [{ ...FACT, kind: "dream" }] }],
    ["an encrypted fact of somebody without a passphrase", { ...CONTENT, facts: [SEALED] }],
    [
      "a plain fact of somebody with a passphrase",
      { ...CONTENT, participants: [{ ...PERSON, protection: PROTECTION }] },
    ],
    [
      "a passphrase that would take hours",
      {
        ...CONTENT,
        facts: [],
        participants: [{ ...PERSON, protection: { ...PROTECTION, kdf: { ...PROTECTION.kdf, passes: 1e9 } } }],
      },
    ],
    [
      "an account of nobody",
      { ...CONTENT, accounts: [{ fingerprint: "0".repeat(64), kind: "card", participant: "p9" }] },
    ],
    [
      "reminders that are still to come",
      {
        ...CONTENT,
        reminders: [{ id: "p1|x", participant: "p1", at: PERSON.createdAt, state: "planned" }],
      },
    ],
  ]
  const saying = (particulars: object) => ({
    ...CONTENT,
    facts: [{ ...FACT, kind: "training", training: "t1", particulars }],
  })
  wrong.push(
    ["an instant before all", { ...CONTENT, facts: [{ ...FACT, at: "0001-01-01T00:00:00.000Z" }] }],
    ["an instant after all", { ...CONTENT, facts: [{ ...FACT, at: "9999-12-31T23:59:59.999Z" }] }],
    ["a day that is none", saying({ startsAt: "2024-02-30" })],
    ["a clock that is none", saying({ endsAt: "2024-03-01T24:10" })],
    ["a day after all", saying({ boughtOn: "9999-12-31" })],
    ["a meeting on no day", saying({ meetings: ["2024-13-01T09:00"] })],
    [
      "a reminder under the name of another",
      {
        ...CONTENT,
        participants: [PERSON, { ...PERSON, id: "p2" }],
        reminders: [{ id: "p2|x", participant: "p1", at: PERSON.createdAt, state: "shown" }],
      },
    ],
    [
      "encrypted reminders of somebody without a passphrase",
      {
        ...CONTENT,
        reminders: [{ id: "p1|", participant: "p1", state: "sealed", sealed: PROTECTION.key }],
      },
    ],
  )
  it.each(wrong)("%s, with a right checksum", async (_what, content) => {
    expect(await reasonOf(await written(content))).toBe("backup-damaged")
  })

  it("keys with which objects are poisoned", async () => {
    const poisoned = JSON.parse(
      JSON.stringify(CONTENT).replace('"wave"', '"__proto__":{"protection":1},"wave"'),
    )
    expect(await reasonOf(await written(poisoned))).toBe("backup-damaged")
    expect(({} as { protection?: unknown }).protection).toBeUndefined()
  })
})
