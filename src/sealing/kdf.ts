import { hasShape, isWhole } from "./shape"

/** How a key is derived from a passphrase. */
export interface Kdf {
  name: "argon2id"
  /** Sixteen bytes, in base64. */
  salt: string
  /** KiB. */
  memory: number
  passes: number
  lanes: number
}

/**
 * The least that OWASP's Password Storage Cheat Sheet recommends for Argon2id (19 MiB, two passes, one lane), which
 * takes well under a second on a cheap laptop. Checked on 2026-11-23.
 */
export const USUAL_COST = { name: "argon2id", memory: 19_456, passes: 2, lanes: 1 } as const

/** Sixteen bytes in base64. */
const SALT = /^[A-Za-z0-9+/]{22}==$/

const isKdfShape = hasShape({
  name: (value) => value === USUAL_COST.name,
  salt: (value) => typeof value === "string" && SALT.test(value),
  memory: isWhole(USUAL_COST.memory, 65_536),
  passes: isWhole(USUAL_COST.passes, 4),
  lanes: isWhole(USUAL_COST.lanes, 2),
})

/** Whether this is one of ours. The bounds keep a hostile file from asking for more than a few
 * seconds and 64 MiB. */
export function isKdf(value: unknown): value is Kdf {
  return isKdfShape(value)
}
