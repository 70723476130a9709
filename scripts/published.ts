import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { ZipEntry } from "./zip"

/** The checksums of the packages, as `sha256sum` writes them, by which anybody can tell that a package is of these sources. */
export const PUBLISHED_FILE = "store/packages.sha256"

/** How they are written anew, for whoever has changed the sources. */
export const RENEW = `npm run package -- --publish, and commit ${PUBLISHED_FILE}`

const path = join(fileURLToPath(new URL("..", import.meta.url)), PUBLISHED_FILE)

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

/** The published checksums by the package's name; none before the first were. */
export function published(): Map<string, string> {
  if (!existsSync(path)) return new Map()
  const lines = readFileSync(path, "utf8").matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)
  return new Map([...lines].map(([, checksum = "", name = ""]) => [name, checksum]))
}

export function publish(checksums: ReadonlyMap<string, string>): void {
  writeFileSync(path, [...checksums].map(([name, checksum]) => `${checksum}  ${name}\n`).join(""))
}

/** The sources as they are packed: without the checksums, since none can be of what holds it. */
export function packedSources(tracked: readonly ZipEntry[]): ZipEntry[] {
  return tracked.filter((entry) => entry.path !== PUBLISHED_FILE)
}
