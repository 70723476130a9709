import type { BrowserName } from "../../browser/browsers"
import type { Drill } from "../drill"
import { backgroundKilled } from "./background-killed"
import { browserKilled } from "./browser-killed"
import { extensionReloaded } from "./extension-reloaded"

/** Every way in which what was acknowledged could get lost in a browser. */
export const KEPT: Record<BrowserName, readonly [Drill, ...Drill[]]> = {
  chromium: [backgroundKilled("chromium"), browserKilled("chromium"), extensionReloaded("chromium")],
  firefox: [backgroundKilled("firefox"), browserKilled("firefox"), extensionReloaded("firefox")],
}
