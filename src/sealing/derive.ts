import { argon2idAsync } from "@noble/hashes/argon2.js"
import { fromBase64, toBase64 } from "./bytes"
import type { Kdf } from "./kdf"

const KEY_BYTES = 32

/** The key (32 bytes, in base64) that a passphrase gives. Runs in pages only: the passphrase itself never leaves them. */
export async function keyFrom(passphrase: string, { salt, memory, passes, lanes }: Kdf): Promise<string> {
  // Two ways of typing one letter must give one key.
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"))
  const options = { m: memory, t: passes, p: lanes, dkLen: KEY_BYTES }
  return toBase64(await argon2idAsync(typed, fromBase64(salt), options))
}
