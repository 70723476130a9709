import { importKey, isSealed, open, type Sealed, seal } from "../../sealing/aes"
import { isKdf, type Kdf } from "../../sealing/kdf"
import { newKdf } from "../../sealing/new-kdf"
import { hasShape } from "../../sealing/shape"
import { keyFrom } from "../people/key-from"

/*
 * A backup's text behind a passphrase. It is closed and opened in the page: neither the passphrase nor the closed file ever
 * goes anywhere else.
 */

const FORMAT = "jejak-backup-sealed"
const VERSION = 1

/** So far into a file must its format stand; it is the first that we write. */
const HEAD = 200

export interface SealedFile {
  kdf: Kdf
  sealed: Sealed
}

const isSealedFile = hasShape({
  format: (value) => value === FORMAT,
  version: (value) => value === VERSION,
  kdf: isKdf,
  sealed: isSealed,
})

/** The text of a file that holds a backup behind a passphrase. Takes about a second. */
export async function sealFile(backup: string, passphrase: string): Promise<string> {
  const kdf = newKdf()
  const sealed = await seal(await importKey(await keyFrom(passphrase, kdf)), backup, FORMAT)
  return JSON.stringify({ format: FORMAT, version: VERSION, kdf, sealed })
}

/** What a file is: a closed one, one of a newer version, or something that says of itself what it is. */
export function sealedFileIn(text: string): SealedFile | "from-the-future" | "not-sealed" {
  if (!text.slice(0, HEAD).includes(FORMAT)) return "not-sealed"
  try {
    const raw: unknown = JSON.parse(text)
    const { format, version } = Object(raw) as { format?: unknown; version?: unknown }
    if (format === FORMAT && typeof version === "number" && version > VERSION) return "from-the-future"
    return isSealedFile(raw) ? (raw as SealedFile) : "not-sealed"
  } catch {
    return "not-sealed"
  }
}

/** The backup's text. Takes about a second. @throws SealBroken for another passphrase, or a file that was changed */
export async function openFile({ kdf, sealed }: SealedFile, passphrase: string): Promise<string> {
  return open(await importKey(await keyFrom(passphrase, kdf)), sealed, FORMAT)
}
