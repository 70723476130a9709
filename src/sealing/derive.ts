import { argon2idAsync } from "@noble/hashes/argon2.js"
import { fromBase64, toBase64 } from "./bytes"
import { type Kdf, USUAL_COST } from "./kdf"

const KEY_BYTES = 32
const SALT_BYTES = 16

/** A new way to derive a key, with a salt of its own. */
export function newKdf(): Kdf {
  return { ...USUAL_COST, salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))) }
}

/** The key (32 bytes, in base64) that a passphrase gives. Runs in pages only: the passphrase itself never leaves them. */
export async function keyFrom(passphrase: string, { salt, memory, passes, lanes }: Kdf): Promise<string> {
  // Two ways of typing one letter must give one key.
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"))
  const options = { m: memory, t: passes, p: lanes, dkLen: KEY_BYTES }
  return toBase64(await argon2idAsync(typed, fromBase64(salt), options))
}
