import { backupText } from "../../../src/storage/backup"
import type { BackupContent } from "../../../src/storage/backup-schema"
import type { Chance } from "./chance"

/*
 * What can become of a backup's file: by chance (bits, a lost end, another encoding), and by somebody who knows the format and
 * computes the checksum anew.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const LONG = 100_000

/** Values that stand in the place of another. */
const HOSTILE: [Json, ...Json[]] = [
  null,
  ...[true, -1, 0.5, 1e308, 9_007_199_254_740_992, "", "1", [], {}, [[]]],
  ...["p1", "p2", "f1", "sealed", "__proto__", "constructor", "toString", "\ud800", "\u202eabc\u200b"],
  ...["<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://evil.example/", "<all_urls>"],
  ...["2024-02-30", "2024-02-29", "0000-01-01", "9999-12-31", "2024-03-01T25:61", "9999-12-31T23:59:59.999Z"],
  ...["prakerja-2024", "another-2030", "x".repeat(LONG), "0".repeat(32), "f".repeat(64)],
  { toJSON: 1 },
]

const KEYS: readonly [string, ...string[]] = [
  ...(["__proto__", "constructor", "prototype", "protection", "sealed", "at", "id", "participant"] as const),
  ...["values", "kdf", "more"],
]

interface Place {
  holder: Json[] | { [key: string]: Json }
  key: string
}

/** Every value in a content with where it stands. */
function placesIn(value: Json): Place[] {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => [
    { holder: value as Place["holder"], key },
    ...placesIn(member),
  ])
}

function put({ holder, key }: Place, value: Json): void {
  // Assigning to "__proto__" would set what nothing of a file can.
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true })
}

type Rows = { [key: string]: Json }[]
type Content = Record<"participants" | "facts" | "accounts" | "reminders", Rows> & { [key: string]: Json }

/** Each changes a content in place, as somebody would who writes a file of their own. */
const FORGERIES: readonly [Forgery, ...Forgery[]] = [
  ["a value", (content, chance) => onPlace(content, chance, (place) => put(place, chance.pick(HOSTILE)))],
  [
    "a key more",
    (content, chance) =>
      onRow(content, chance, (row) => put({ holder: row, key: chance.pick(KEYS) }, chance.pick(HOSTILE))),
  ],
  [
    "a key less",
    (content, chance) => onPlace(content, chance, ({ holder, key }) => Reflect.deleteProperty(holder, key)),
  ],
  [
    "a row twice",
    (content, chance) => onRow(content, chance, (row, rows) => rows.push(structuredClone(row))),
  ],
  [
    "a row twice under another id",
    (content, chance) =>
      onRow(content, chance, (row, rows) =>
        rows.push({ ...structuredClone(row), id: `new-${chance.below(1e6)}` }),
      ),
  ],
  [
    "another's row",
    (content, chance) =>
      onRow(content, chance, (row) =>
        put({ holder: row, key: "participant" }, chance.pick(["p1", "p2", "nobody"])),
      ),
  ],
  [
    "somebody who is here",
    (content, chance) =>
      onRow(content, chance, (row) =>
        put({ holder: row, key: "id" }, chance.pick(["p1", "p2", "f1", "f2", "p1|x"])),
      ),
  ],
  ["no passphrase", (content) => void content.participants.map((row) => delete row.protection)],
  [
    "a passphrase of another",
    (content, chance) => onRow(content, chance, (row) => put({ holder: row, key: "protection" }, PROTECTION)),
  ],
  [
    "a passphrase that takes for ever",
    (content, chance) => {
      const kdf = {
        ...PROTECTION.kdf,
        memory: chance.pick([1, 65_536, 262_144, 2 ** 31]),
        passes: chance.pick([0, 4, 1e9]),
      }
      content.participants.push({ ...PERSON, id: "slow", protection: { ...PROTECTION, kdf } })
    },
  ],
  [
    "what is sealed in another's place",
    (content) => {
      const [one, other] = content.facts.filter((row) => row.sealed)
      if (one && other) [one.sealed, other.sealed] = [other.sealed ?? null, one.sealed ?? null]
    },
  ],
  [
    "what only looks sealed",
    (content) =>
      void content.facts.forEach((row) => {
        if (row.sealed) row.sealed = PROTECTION.key
      }),
  ],
  [
    "deep",
    (content, chance) => onPlace(content, chance, (place) => put(place, deep(chance.pick([50, 2000])))),
  ],
  [
    "many trainings",
    (content, chance) => {
      const [person] = content.participants
      for (let n = 0; n < chance.pick([300, 500]); n += 1)
        content.facts.push({
          id: `many-${n}`,
          participant: person?.id ?? "p1",
          at: "2024-03-01T00:00:00.000Z",
          by: "person",
          kind: "training",
          training: `m${n}`,
          particulars: { title: `Kelas ${n}` },
        })
    },
  ],
  [
    "in another order",
    (content) =>
      void Object.values(content).forEach((rows) => {
        if (Array.isArray(rows)) rows.reverse()
      }),
  ],
  ["nothing", () => undefined],
]
type Forgery = readonly [string, (content: Content, chance: Chance) => void]

const PERSON = {
  programme: "prakerja-2024",
  displayName: "Palsu",
  wave: 70,
  createdAt: "2024-01-01T00:00:00.000Z",
}
const PROTECTION = {
  kdf: { name: "argon2id", salt: "AAECAwQFBgcICQoLDA0ODw==", memory: 19_456, passes: 2, lanes: 1 },
  keyId: "k2",
  key: { iv: "AAECAwQFBgcICQoL", data: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
}

function onPlace(content: Content, chance: Chance, change: (place: Place) => unknown): void {
  const places = placesIn(content)
  const place = places[Math.floor(chance.below(places.length))]
  if (place) change(place)
}

function onRow(content: Content, chance: Chance, change: (row: Rows[number], rows: Rows) => unknown): void {
  const tables = [content.participants, content.facts, content.accounts, content.reminders].filter(
    (rows) => rows.length > 0,
  )
  const rows = tables[Math.floor(chance.below(tables.length))]
  const row = rows?.[Math.floor(chance.below(rows.length))]
  if (rows && row) change(row, rows)
}

function deep(levels: number): Json {
  let value: Json = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

/** A file that somebody has written who knows how: its checksum is right. */
export async function forged(
  content: BackupContent,
  chance: Chance,
): Promise<{ how: string; bytes: Uint8Array }> {
  const changed = structuredClone(content) as unknown as Content
  const hows: string[] = []
  for (let times = 1 + Math.floor(chance.below(3)); times > 0; times -= 1) {
    const [how, change] = chance.pick(FORGERIES)
    try {
      change(changed, chance)
      hows.push(how)
    } catch {
      // An earlier change took away what this one needs.
    }
  }
  const made = { exportedAt: "2024-08-01T00:00:00.000Z", jejak: "1.2.3" }
  const text = await backupText(changed as unknown as BackupContent, made)
  return { how: hows.join(", "), bytes: encode(text) }
}

/** A file to which something has happened. */
export function harmed(text: string, chance: Chance): { how: string; bytes: Uint8Array } {
  const bytes = encode(text)
  const at = () => Math.floor(chance.below(bytes.length))
  const how = chance.pick([
    "bits",
    "bits",
    "bits",
    "end",
    "middle",
    "twice",
    "mark",
    "utf-16",
    "no text",
    "key twice",
    "digit",
  ])
  if (how === "bits") {
    for (let flips = 1 + Math.floor(chance.below(4)); flips > 0; flips -= 1) {
      const place = at()
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(chance.below(8)))
    }
    return { how, bytes }
  }
  if (how === "end") return { how, bytes: bytes.slice(0, at()) }
  if (how === "middle") {
    const from = at()
    return { how, bytes: joined(bytes.slice(0, from), bytes.slice(from + 1 + Math.floor(chance.below(200)))) }
  }
  if (how === "twice") return { how, bytes: joined(bytes, bytes) }
  if (how === "mark") return { how, bytes: joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes) }
  if (how === "utf-16")
    return {
      how,
      bytes: new Uint8Array(Uint16Array.from(text.slice(0, LONG), (each) => each.charCodeAt(0)).buffer),
    }
  if (how === "no text")
    return { how, bytes: joined(bytes.slice(0, at()), Uint8Array.of(0xff, 0xc0, 0x80), bytes) }
  const places = [...text.matchAll(how === "digit" ? /\d/g : /\{"(\w+)":("[^"]*"|\d+),/g)]
  const place = places[Math.floor(chance.below(places.length))]
  if (!place) return { how, bytes }
  const [whole, key] = place
  const [before, after] = [text.slice(0, place.index), text.slice(place.index + whole.length)]
  if (how === "digit") return { how, bytes: encode(`${before}${Math.floor(chance.below(10))}${after}`) }
  return { how, bytes: encode(`${before}${whole}"${key}":${JSON.stringify(chance.pick(HOSTILE))},${after}`) }
}

const encode = (text: string) => new TextEncoder().encode(text)

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
