import type { JejakDatabase } from "../storage/database"

const SALT_BYTES = 16
/** A card number has few unknown digits: guessing them all must stay slow even for whoever reads the disk. */
const ITERATIONS = 210_000

/** A card as it may be kept: enough to know it again, too little to use it. */
export interface KeptCard {
  fingerprint: string
  lastFour: string
}

/** Derives what may be kept of a sixteen-digit card number, with this installation's own salt. */
export async function keepCard(database: JejakDatabase, digits: string): Promise<KeptCard> {
  const salt = fromHex(await saltOf(database))
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(digits), "PBKDF2", false, [
    "deriveBits",
  ])
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-512", salt, iterations: ITERATIONS },
    key,
    256,
  )
  return { fingerprint: toHex(new Uint8Array(bits)), lastFour: digits.slice(-4) }
}

function saltOf(database: JejakDatabase): Promise<string> {
  const { settings } = database
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
