import { MOST_OF_A_BACKUP } from "../../messages/limits"
import type { Failure } from "../../messages/messages"
import { type SealedFile, sealedFileIn } from "./sealed-file"

/** What a passphrase adds to a text: base64, and how the key is derived. */
const MOST_OF_A_FILE = Math.ceil((MOST_OF_A_BACKUP * 4) / 3) + 1000

/** What was in a file that the person chose: a backup's text, one behind a passphrase, or nothing that can be taken. */
export type TakenFile =
  | { kind: "plain"; backup: string }
  | { kind: "sealed"; file: SealedFile }
  | { kind: "refused"; failure: Failure }

/** Reads a file. What is far too large is not even opened. */
export async function takeFile(file: Pick<File, "size" | "text">): Promise<TakenFile> {
  if (file.size > MOST_OF_A_FILE) return refused("backup-too-large")
  let text: string
  try {
    text = await file.text()
  } catch {
    return refused("backup-damaged")
  }
  const sealed = sealedFileIn(text)
  if (sealed === "from-the-future") return refused("backup-from-the-future")
  return sealed === "not-sealed" ? takeText(text) : { kind: "sealed", file: sealed }
}

/** A backup's text, unless it is too long to be one. */
export function takeText(backup: string): Exclude<TakenFile, { kind: "sealed" }> {
  return backup.length > MOST_OF_A_BACKUP ? refused("backup-too-large") : { kind: "plain", backup }
}

function refused(failure: Failure): Extract<TakenFile, { kind: "refused" }> {
  return { kind: "refused", failure }
}
