import { fromBase64, toBase64 } from "./bytes"
import { hasShape } from "./shape"

const IV_BYTES = 12
/** The tag alone, in base64. */
const LEAST_DATA = 22

/** AES-GCM: the initialisation vector and the encrypted text with its tag, in base64. */
export interface Sealed {
  iv: string
  data: string
}

const isVector = (value: unknown) => typeof value === "string" && /^[A-Za-z0-9+/]{16}$/.test(value)

/** Whether this may be something sealed. What is no base64 after all, or was changed, cannot be opened. */
export const isSealed: (value: unknown) => boolean = hasShape({
  iv: isVector,
  // No pattern: a browser's patterns fail on texts of a whole backup's length.
  data: (value) => typeof value === "string" && value.length >= LEAST_DATA,
})

/** What was sealed cannot be opened with this key, or is no longer what was sealed. */
export class SealBroken extends Error {}

/** A key of 32 bytes (base64), ready for use. @throws DOMException for another length */
export function importKey(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", fromBase64(base64), "AES-GCM", false, ["encrypt", "decrypt"])
}

/** A new key of 32 random bytes (base64). */
export function newKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(32)))
}

/** @param bound what the text belongs to; it cannot be opened as anything else */
export async function seal(key: CryptoKey, text: string, bound: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const data = await crypto.subtle.encrypt(algorithm(iv, bound), key, new TextEncoder().encode(text))
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
}

/** @throws SealBroken for another key, another `bound`, or changed data */
export async function open(key: CryptoKey, { iv, data }: Sealed, bound: string): Promise<string> {
  try {
    const text = await crypto.subtle.decrypt(algorithm(fromBase64(iv), bound), key, fromBase64(data))
    return new TextDecoder("utf-8", { fatal: true }).decode(text)
  } catch {
    throw new SealBroken("cannot be opened")
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(bound) }
}
