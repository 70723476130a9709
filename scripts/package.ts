import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import packageJson from "../package.json"
import { TARGETS } from "../plasmo.config"
import { mozillaFindings } from "./mozilla-lint"
import { PUBLISHED_FILE, packedSources, publish, published, RENEW, sha256 } from "./published"
import { buildFolder } from "./targets"
import { trackedFiles, uncommitted } from "./tracked"
import { filesIn, type ZipEntry, zipOf } from "./zip"

/*
 * npm run package: both builds and the sources as zips, as the stores take them, with their sizes and checksums. Fails on
 * whatever Mozilla's linter finds that is not known of React, and where a checksum is not the published one; with
 * `-- --publish` it writes those anew.
 */

const root = fileURLToPath(new URL("..", import.meta.url))
const folder = join(root, "build", "packages")

function build(): void {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs")
  const run = spawnSync(process.execPath, [tsx, "scripts/build.ts"], { cwd: root, stdio: "inherit" })
  if (run.status !== 0) throw new Error("The extension could not be built.")
}

const checksums = new Map<string, string>()

function store(what: string, files: readonly ZipEntry[]): string {
  const zip = zipOf(files)
  const name = `jejak-${packageJson.version}-${what}.zip`
  const file = join(folder, name)
  writeFileSync(file, zip)
  const checksum = sha256(zip)
  checksums.set(name, checksum)
  console.info(`${relative(root, file)}  ${(zip.length / 1024).toFixed(1)} KB  sha256 ${checksum}`)
  return file
}

/** @throws Error naming the packages that are not those that were published */
function comparePublished(): void {
  const known = published()
  const other = [...checksums].filter(([name, checksum]) => known.get(name) !== checksum)
  if (other.length > 0)
    throw new Error(
      `Not as published in ${PUBLISHED_FILE}: ${other.map(([name]) => name).join(", ")}. If the sources were changed: ${RENEW}.`,
    )
  console.info(`Same as published in ${PUBLISHED_FILE}.`)
}

try {
  build()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const findings = TARGETS.flatMap((target) => {
    const files = filesIn(buildFolder(target))
    const zip = store(target.replace("-mv3", ""), files)
    return target === "firefox-mv3" ? mozillaFindings(zip, files) : []
  })
  const changed = uncommitted(root)
  if (changed.length > 0) console.warn(`The sources differ from the last commit:\n${changed.join("\n")}`)
  store("source", packedSources(trackedFiles(root)))
  if (findings.length > 0) throw new Error(`Mozilla's linter found:\n${findings.join("\n")}`)
  console.info("Mozilla's linter: no error, and no warning but those known of React.")
  if (process.argv.includes("--publish")) {
    publish(checksums)
    console.info(`Written to ${PUBLISHED_FILE}.`)
  } else comparePublished()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
