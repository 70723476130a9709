import type { keyFrom as derive } from "../../sealing/derive"
import { runInPage } from "../own-script"

declare global {
  /** What the script of `later/keys.ts` leaves behind. */
  var jejakKeyFrom: typeof derive | undefined
}

export const KEYS_FILE = "later/keys.js"

/**
 * The key that a passphrase gives, as in `sealing/derive.ts`, which is loaded for it: most never have a passphrase.
 * @throws Error when the script cannot be loaded
 */
export const keyFrom: typeof derive = async (...from) => {
  if (!globalThis.jejakKeyFrom) await runInPage(KEYS_FILE)
  if (!globalThis.jejakKeyFrom) throw new Error(`${KEYS_FILE} left nothing behind.`)
  return globalThis.jejakKeyFrom(...from)
}
