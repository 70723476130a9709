import type { PlasmoCSConfig } from "plasmo"
import { offerShape } from "../page/report"

/** Not in the manifest: the background puts it into a page that the person reports. Literals as in `reader.ts`. */
export const config: PlasmoCSConfig = {
  matches: ["https://dashboard.prakerja.go.id/*"],
  run_at: "document_idle",
}

offerShape()
