import { useState } from "react"
import { ask } from "../../messages/ask"
import type { BackupPreview } from "../../messages/overview"
import { say } from "../language/words"
import { failed, type Tell } from "../Notice"
import { takeFile, takeText } from "./backup-file"
import { openFile, type SealedFile } from "./sealed-file"

/** How far the restoring of a file is. */
export type Restoring =
  | { step: "idle" }
  | { step: "passphrase"; file: SealedFile }
  | { step: "preview"; backup: string; preview: BackupPreview }

interface Options {
  /** There is nobody on this browser whose notes could change: no question is asked. */
  isEmpty: boolean
  tell: Tell
  onRestored: () => void
}

/** Takes a backup back: opens its file, shows what would come of it, and carries that out on the person's word. */
export function useRestoring({ isEmpty, tell, onRestored }: Options) {
  const [restoring, setRestoring] = useState<Restoring>({ step: "idle" })

  const carryOut = async (backup: string) => {
    const reply = await ask({ type: "import-backup", backup })
    if (!reply.ok) return tell(failed(reply.failure))
    const { participants, facts } = reply.value
    const nothing = participants === 0 && facts === 0
    tell({
      words: nothing ? say("restore_nothing") : say("backup_restored", { participants, facts }),
      kind: "shown",
    })
    setRestoring({ step: "idle" })
    onRestored()
  }

  const show = async (backup: string) => {
    if (isEmpty) return carryOut(backup)
    const reply = await ask({ type: "preview-backup", backup })
    if (!reply.ok) {
      setRestoring({ step: "idle" })
      return tell(failed(reply.failure))
    }
    setRestoring({ step: "preview", backup, preview: reply.value })
  }

  return {
    restoring,
    /** A file that the person chose. */
    async take(file: File): Promise<void> {
      setRestoring({ step: "idle" })
      const taken = await takeFile(file)
      if (taken.kind === "refused") return tell(failed(taken.failure))
      if (taken.kind === "plain") return show(taken.backup)
      setRestoring({ step: "passphrase", file: taken.file })
    },
    /** The passphrase for it. */
    async open(file: SealedFile, passphrase: string): Promise<void> {
      const opened = await openFile(file, passphrase).catch(() => undefined)
      if (opened === undefined) return tell(failed("wrong-passphrase"))
      const taken = takeText(opened)
      if (taken.kind === "refused") return tell(failed(taken.failure))
      setRestoring({ step: "idle" })
      return show(opened)
    },
    carryOut,
    cancel: () => setRestoring({ step: "idle" }),
  }
}
