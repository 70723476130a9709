import { spawnSync } from "node:child_process"
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import packageJson from "../../package.json"
import { TARGETS } from "../../plasmo.config"
import { mozillaFindings } from "../../scripts/mozilla-lint"
import { PUBLISHED_FILE, packedSources, published, RENEW, sha256 } from "../../scripts/published"
import { buildFolder } from "../../scripts/targets"
import { trackedFiles } from "../../scripts/tracked"
import { filesIn, zipOf } from "../../scripts/zip"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** As much as a store's package may weigh: for somebody who pays for every megabyte. */
const MOST_BYTES = 700 * 1024

/** On the same disk as the sources, so that the packages need not be copied. */
let elsewhere: string
beforeAll(() => {
  mkdirSync(join(root, "build"), { recursive: true })
  elsewhere = mkdtempSync(join(root, "build", "elsewhere-"))
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

describe("the packages for the stores", () => {
  it.each(TARGETS)("%s weighs little", (target) => {
    expect(zipOf(filesIn(buildFolder(target))).length).toBeLessThan(MOST_BYTES)
  })

  it("for Firefox pass Mozilla's linter, but for what is known of React", () => {
    const files = filesIn(buildFolder("firefox-mv3"))
    const zip = join(elsewhere, "firefox.zip")
    writeFileSync(zip, zipOf(files))
    expect(mozillaFindings(zip, files)).toEqual([])
  })

  it("come out the same, byte for byte, when the sources are built in another place", () => {
    const copy = join(elsewhere, "another", "place")
    for (const { path, content, executable } of trackedFiles(root)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), content)
      if (executable) chmodSync(join(copy, path), 0o755)
    }
    const packages = join(root, "node_modules")
    if (lstatSync(packages).isSymbolicLink()) symlinkSync(realpathSync(packages), join(copy, "node_modules"))
    else linkTree(packages, join(copy, "node_modules"))
    const tsx = join(copy, "node_modules", "tsx", "dist", "cli.mjs")
    const run = spawnSync(process.execPath, [tsx, "scripts/build.ts"], { cwd: copy, encoding: "utf8" })
    expect(run.status, run.stderr).toBe(0)
    for (const target of TARGETS) {
      const [here, there] = [buildFolder(target), join(copy, "build", `${target}-prod`)].map(filesIn)
      expect(there?.map(({ path }) => path).sort()).toEqual(here?.map(({ path }) => path).sort())
      expect(Buffer.compare(zipOf(there ?? []), zipOf(here ?? [])), target).toBe(0)
    }
    // A whole build, which takes as long as the machine is busy.
  }, 600_000)

  it("would not pass the linter with another way to set markup", () => {
    const files = Object.entries({
      "manifest.json": JSON.stringify({
        manifest_version: 3,
        name: "Other",
        version: "1",
        browser_specific_settings: {
          gecko: { id: "other@jejak.example", data_collection_permissions: { required: ["none"] } },
        },
        background: { scripts: ["background.js"] },
      }),
      "background.js": "document.body.innerHTML = location.hash",
    }).map(([path, text]) => ({ path, content: Buffer.from(text) }))
    const zip = join(elsewhere, "other.zip")
    writeFileSync(zip, zipOf(files))
    expect(mozillaFindings(zip, files)).toEqual([expect.stringContaining("innerHTML")])
  })
})

describe("what is published of the packages", () => {
  it.each(TARGETS)("is the checksum of %s, as it is built from these sources", (target) => {
    const name = `jejak-${packageJson.version}-${target.replace("-mv3", "")}.zip`
    const checksum = sha256(zipOf(filesIn(buildFolder(target))))
    expect(published().get(name), `${name} is not as published. If the sources were changed: ${RENEW}.`).toBe(
      checksum,
    )
  })

  it("leaves out of the sources what holds their checksum", () => {
    const files = [PUBLISHED_FILE, "package.json"].map((path) => ({ path, content: Buffer.from("x") }))
    expect(packedSources(files).map(({ path }) => path)).toEqual(["package.json"])
  })
})

/** The same files again, without copying what is in them: Parcel would follow a link to the folder back to where it lies. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkSync(source, target)
  }
}
