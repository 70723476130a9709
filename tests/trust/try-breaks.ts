import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { trackedFiles } from "../../scripts/tracked"
import type { Break } from "./break"
import { BREAKS } from "./breaks"

/*
 * npm run breaks: makes each break in a copy of the sources and looks whether the test named beside it fails, and for no other
 * reason than a failed expectation. `npm run breaks -- --only=<words>` tries those whose words or promise hold these, and
 * `--project=unit` those that need no build.
 */

const root = fileURLToPath(new URL("../..", import.meta.url))
const copy = join(root, "build", "broken")
const report = join(copy, "report.json")

function run(entry: string, args: readonly string[]): { good: boolean; output: string } {
  const ran = spawnSync(process.execPath, [join(copy, "node_modules", entry), ...args], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  })
  return { good: ran.status === 0, output: `${ran.stdout}${ran.stderr}` }
}

function layDown(): void {
  rmSync(copy, { recursive: true, force: true })
  for (const { path, content } of trackedFiles(root)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), content)
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))
}

interface Report {
  numFailedTests: number
  testResults: {
    status: string
    message: string
    assertionResults: { status: string; failureMessages: string[] }[]
  }[]
}

/** What the test said, or why that is no answer. */
function tried({ noticed: { project, file, name } }: Break): string {
  if (project === "built") {
    const { good, output } = run("tsx/dist/cli.mjs", ["scripts/build.ts"])
    if (!good) return `NOT BUILT: ${output.slice(-300)}`
  }
  rmSync(report, { force: true })
  const only = name === undefined ? [] : ["-t", name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")]
  const { output } = run("vitest/vitest.mjs", [
    "run",
    `--project=${project}`,
    "--reporter=json",
    `--outputFile=${report}`,
    file,
    ...only,
  ])
  try {
    const { numFailedTests, testResults }: Report = JSON.parse(readFileSync(report, "utf8"))
    const notLoaded = testResults.find(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    )
    if (notLoaded) return `NOT LOADED: ${notLoaded.message.slice(0, 300)}`
    if (numFailedTests === 0) return "NOT NOTICED"
    const messages = testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ failureMessages }) => failureMessages),
    )
    return `noticed: ${messages[0]?.split("\n")[0]?.slice(0, 160) ?? "?"}`
  } catch {
    return `NO REPORT: ${output.slice(-300)}`
  }
}

const option = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ""
const wanted = BREAKS.filter(
  ({ promise, means, noticed }) =>
    `${promise} ${means}`.includes(option("only")) && noticed.project.includes(option("project")),
)
layDown()
let unnoticed = 0
for (const each of wanted) {
  const path = join(copy, each.file)
  const whole = readFileSync(path, "utf8")
  writeFileSync(
    path,
    whole.replace(each.from, () => each.to),
  )
  const said = tried(each)
  writeFileSync(path, whole)
  if (!said.startsWith("noticed")) unnoticed += 1
  console.info(`${each.promise}: ${each.means}\n  ${said}`)
}
console.info(`\n${wanted.length} breaks, ${unnoticed} not noticed`)
process.exitCode = wanted.length > 0 && unnoticed === 0 ? 0 : 1
