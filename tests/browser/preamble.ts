import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserName, buildFolder } from "./browsers"

/**
 * A copy of the production build with code of a test in front of some of its files, for what a test cannot see from outside.
 * What follows the code is the production's own, byte for byte.
 * @param files code by the path of the built file that it stands in front of, e.g. `reader.js`
 * @returns the copy, for `OpenOptions.extensionDir`; whoever asked for it removes it
 */
export async function withPreamble(
  name: BrowserName,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), `jejak-${name}-`))
  await cp(buildFolder(name), copy, { recursive: true })
  for (const [path, code] of Object.entries(files)) {
    const file = join(copy, path)
    // In braces of its own: what the preamble names is no name of the production's.
    await writeFile(file, `{\n${code}\n}\n${await readFile(file, "utf8")}`)
  }
  return copy
}
