import type { PlasmoCSConfig } from "plasmo"
import { showHints } from "../page/card/hints"

/** Not in the manifest: the background puts it into a page when there is a card to show. Literals as in `reader.ts`. */
export const config: PlasmoCSConfig = {
  matches: ["https://dashboard.prakerja.go.id/*"],
  run_at: "document_idle",
}

showHints()
