import { findBrowsers } from "../../scripts/setup.mjs"
import type { BrowserName } from "./browsers"

/** Path of a browser found by the set-up. Throws when it is not on this machine. */
export function executableOf(name: BrowserName): string {
  const path = findBrowsers()[name]
  if (!path) throw new Error(`${name} was not found: run node scripts/setup.mjs`)
  return path
}
