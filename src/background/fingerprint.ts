import type { JejakDatabase } from "../storage/database"

const SALT_BYTES = 16
/** A card number has few unknown digits: guessing them all must stay slow even for whoever reads the disk. */
const ITERATIONS = 210_000

/** More than are shown on one browser; each is derived once while the worker lives, since deriving is slow. */
const MOST_REMEMBERED = 100

/** By salt and text; never stored. */
const remembered = new Map<string, Promise<string>>()

/** A card as it may be kept: enough to know it again, too little to use it. */
export interface KeptCard {
  fingerprint: string
  lastFour: string
}

/** Derives what may be kept of a sixteen-digit card number, with this installation's own salt. */
export async function keepCard(database: JejakDatabase, digits: string): Promise<KeptCard> {
  return { fingerprint: await fingerprintOf(database, digits), lastFour: digits.slice(-4) }
}

/** What may be kept of a text that must not be told: 64 hexadecimal digits, with this installation's own salt. */
export async function fingerprintOf(database: JejakDatabase, text: string): Promise<string> {
  const salt = await saltOf(database)
  const key = `${salt} ${text}`
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const derived = derive(text, fromHex(salt))
  remembered.set(key, derived)
  return derived
}

async function derive(text: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(text), "PBKDF2", false, [
    "deriveBits",
  ])
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-512", salt, iterations: ITERATIONS },
    key,
    256,
  )
  return toHex(new Uint8Array(bits))
}

async function saltOf(database: JejakDatabase): Promise<string> {
  const { settings } = database
  // Whoever only reads waits for nobody's writing.
  const there = await settings.get("salt")
  if (there) return there.value
  return database.transaction("rw", settings, async () => {
    const known = await settings.get("salt")
    if (known) return known.value
    const value = toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
    await settings.add({ key: "salt", value })
    return value
  })
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
}
