import * as z from "zod/mini"

const base64 = (length: number) => z.string().check(z.regex(new RegExp(`^[A-Za-z0-9+/]{${length}}={0,2}$`)))

/** How a key is derived from a passphrase. The bounds keep a hostile file from asking for hours or gigabytes. */
export const kdfSchema = z.strictObject({
  name: z.literal("argon2id"),
  /** Sixteen bytes, in base64. */
  salt: base64(22),
  /** KiB. */
  memory: z.int().check(z.minimum(19_456), z.maximum(262_144)),
  passes: z.int().check(z.minimum(2), z.maximum(10)),
  lanes: z.int().check(z.minimum(1), z.maximum(4)),
})
export type Kdf = z.infer<typeof kdfSchema>

/**
 * The least that OWASP's Password Storage Cheat Sheet recommends for Argon2id (19 MiB, two passes, one lane), which
 * takes well under a second on a cheap laptop. Checked on 2026-11-23.
 */
export const USUAL_COST = { name: "argon2id", memory: 19_456, passes: 2, lanes: 1 } as const
