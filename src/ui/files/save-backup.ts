import { ask } from "../../messages/ask"
import { say } from "../language/words"
import { failed, type Told } from "../Notice"
import { saveFile } from "./download"
import { sealFile } from "./sealed-file"

/** Hands everything to the browser as a file to be saved, behind a passphrase if there is one, and says how that went. */
export async function saveBackup(passphrase?: string): Promise<Told> {
  const reply = await ask({ type: "export-backup" })
  if (!reply.ok) return failed(reply.failure)
  const { fileName, json } = reply.value
  if (passphrase === undefined) saveFile(fileName, json)
  const file =
    passphrase === undefined ? fileName : say("backup_sealed_file", { file: fileName.replace(/\.json$/, "") })
  if (passphrase !== undefined) saveFile(file, await sealFile(json, passphrase))
  return { words: say("backup_saved", { file }), kind: "shown" }
}
