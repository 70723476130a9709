import { toBase64 } from "./bytes"
import { type Kdf, USUAL_COST } from "./kdf"

const SALT_BYTES = 16

/** A new way to derive a key, with a salt of its own. */
export function newKdf(): Kdf {
  return { ...USUAL_COST, salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))) }
}
