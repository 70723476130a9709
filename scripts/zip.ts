import { readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"
import { type Zippable, zipSync } from "fflate"

/** A file for a zip: its path there, with slashes, and whether it can be run. */
export interface ZipEntry {
  path: string
  content: Uint8Array
  executable?: boolean
}

/** The first moment that a zip can name, on whatever clock: the same files always give the same bytes. */
const NO_TIME = new Date(1980, 0, 1)
const UNIX = 3
const RUNNABLE = 0o100755 << 16
const PLAIN = 0o100644 << 16

/** A zip of these files, byte for byte the same whenever, wherever and in whatever order they are given. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))
  const files: Zippable = Object.fromEntries(
    sorted.map(({ path, content, executable = false }) => [
      path,
      [content, { mtime: NO_TIME, level: 9, os: UNIX, attrs: executable ? RUNNABLE : PLAIN }],
    ]),
  )
  return zipSync(files)
}

/** Every file of a folder, by its path from there. */
export function filesIn(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return {
        path: file.slice(folder.length).split(sep).filter(Boolean).join("/"),
        content: readFileSync(file),
      }
    })
}
