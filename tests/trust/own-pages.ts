import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

const tabs = readdirSync(fileURLToPath(new URL("../../src/tabs", import.meta.url)))

/** Every page of the build, by its path in it. */
export const OWN_PAGES: readonly string[] = [
  "popup.html",
  "options.html",
  ...tabs.filter((file) => file.endsWith(".html")).map((file) => `tabs/${file}`),
]
