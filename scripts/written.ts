import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { BuiltFile } from "./bundle"

/** Puts files into a folder, in the place of those that are there. */
export function writeFiles(folder: string, files: readonly BuiltFile[]): void {
  for (const { path, code } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
}
