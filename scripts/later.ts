import { readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { bundled } from "./bundle"
import { nativeInterface } from "./native-interface"
import { reactAsModules } from "./react"
import { writeFiles } from "./written"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Writes the scripts that are run only once they are needed, each with all its own. */
export async function writeLater(bundle: string): Promise<void> {
  const names = readdirSync(join(root, "src", "later")).map((file) => file.replace(/\.ts$/, ""))
  const entries = Object.fromEntries(names.map((name) => [`later/${name}`, `src/later/${name}.ts`]))
  writeFiles(bundle, await bundled({ entries, as: "script", plugins: [reactAsModules, nativeInterface] }))
}
