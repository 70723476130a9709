import type { PlasmoCSConfig } from "plasmo"
import { watchPage } from "../page/watch"

/** Literals, for Plasmo reads them from the source; the build compares them with `plasmo.config.ts`. */
export const config: PlasmoCSConfig = {
  matches: ["https://dashboard.prakerja.go.id/*"],
  run_at: "document_idle",
}

watchPage()
