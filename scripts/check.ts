import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/*
 * npm test: everything that can be wrong, one after the other, since two cores do not bear more. A failure does
 * not hide the next one; only the built artefact is not tested when it could not be built.
 */

const root = fileURLToPath(new URL("..", import.meta.url))
const reports = join(root, "node_modules", ".cache", "jejak")

interface Step {
  title: string
  /** A package's command with its arguments. */
  command: string[]
  /** Vitest's project, for a step that counts tests. */
  project?: string
  needs?: string
}

const vitest = (project: string) => [
  "vitest",
  "run",
  `--project=${project}`,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report(project)}`,
]

const STEPS: Step[] = [
  { title: "Format and lint", command: ["biome", "ci", "--error-on-warnings"] },
  { title: "Types", command: ["tsc", "--noEmit"] },
  { title: "Dead code", command: ["knip"] },
  { title: "Unit tests", command: vitest("unit"), project: "unit" },
  { title: "Build", command: ["tsx", "scripts/build.ts"] },
  { title: "Tests of the build", command: vitest("built"), project: "built", needs: "Build" },
]

function report(project: string): string {
  return join(reports, `${project}.json`)
}

/** Tests that passed and failed in a run; a file that could not even be loaded counts as one failed. */
function counts(project: string): { passed: number; failed: number } {
  if (!existsSync(report(project))) return { passed: 0, failed: 0 }
  const result: {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  } = JSON.parse(readFileSync(report(project), "utf8"))
  const notLoaded = result.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  )
  return { passed: result.numPassedTests, failed: result.numFailedTests + notLoaded.length }
}

function run({ command: [name = "", ...args] }: Step): boolean {
  const options = { cwd: root, stdio: "inherit", shell: process.platform === "win32" } as const
  return spawnSync(join(root, "node_modules", ".bin", name), args, options).status === 0
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const broken: string[] = []
let passed = 0
let failed = 0
for (const step of STEPS) {
  console.info(`\n== ${step.title}`)
  const started = performance.now()
  const skipped = step.needs !== undefined && broken.includes(step.needs)
  const good = !skipped && run(step)
  const tests = step.project ? counts(step.project) : { passed: 0, failed: 0 }
  passed += tests.passed
  // A step that is no test, or fails although its tests pass, is itself what failed.
  failed += tests.failed || (good ? 0 : 1)
  if (!good) broken.push(step.title)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.info(
    `== ${step.title}: ${skipped ? `not run without "${step.needs}"` : good ? "good" : "FAILED"}, ${seconds} s`,
  )
}
if (broken.length > 0) console.info(`\nFailed: ${broken.join(", ")}`)
console.info(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
