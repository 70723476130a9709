import { spawn } from "node:child_process"
import { mkdirSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { readTestReport, type TestReport } from "./test-report"

/*
 * npm test: everything that can be wrong. The build, which keeps one core busy, goes on beside what else takes but one; the
 * tests take both, one project after the other. A failure does not hide the next one; only the built artefact is not tested
 * when it could not be built.
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

/** Stages, one after the other; within a stage rows of steps go on side by side, and within a row one step after the other. */
const STAGES: Step[][][] = [
  [
    [{ title: "Build", command: ["tsx", "scripts/build.ts"] }],
    [
      { title: "Format and lint", command: ["biome", "ci", "--error-on-warnings"] },
      { title: "Types", command: ["tsc", "--noEmit"] },
      { title: "Dead code", command: ["knip"] },
    ],
  ],
  [[{ title: "Unit tests", command: vitest("unit"), project: "unit" }]],
  [[{ title: "Tests of the build", command: vitest("built"), project: "built", needs: "Build" }]],
]

function report(project: string): string {
  return join(reports, `${project}.json`)
}

/** Runs a step's command; what it says is shown as it comes, or all at the end where another is under way beside it. */
function run(
  { command: [name = "", ...args] }: Step,
  isAlone: boolean,
): Promise<{ good: boolean; said: string }> {
  const child = spawn(join(root, "node_modules", ".bin", name), args, {
    cwd: root,
    stdio: ["ignore", isAlone ? "inherit" : "pipe", isAlone ? "inherit" : "pipe"],
    shell: process.platform === "win32",
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => said.push(part))
  return new Promise((done) => {
    const end = (good: boolean) => done({ good, said: Buffer.concat(said).toString() })
    child.on("error", (error) => {
      said.push(Buffer.from(`${error}\n`))
      end(false)
    })
    child.on("close", (status) => end(status === 0))
  })
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const broken: string[] = []
const failures: TestReport["failures"] = []
let passed = 0
let failed = 0

async function take(step: Step, isAlone: boolean): Promise<void> {
  if (isAlone) console.info(`\n== ${step.title}`)
  const started = performance.now()
  const skipped = step.needs !== undefined && broken.includes(step.needs)
  const { good, said } = skipped ? { good: false, said: "" } : await run(step, isAlone)
  if (!isAlone) console.info(`\n== ${step.title}\n${said.trimEnd()}`)
  const tests = step.project ? readTestReport(report(step.project)) : { passed: 0, failures: [] }
  passed += tests.passed
  failures.push(...tests.failures)
  // A step that is no test, or fails although its tests pass, is itself what failed.
  failed += tests.failures.length || (good ? 0 : 1)
  if (!good) broken.push(step.title)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.info(
    `== ${step.title}: ${skipped ? `not run without "${step.needs}"` : good ? "good" : "FAILED"}, ${seconds} s`,
  )
}

for (const rows of STAGES)
  await Promise.all(
    rows.map(async (row) => {
      for (const step of row) await take(step, rows.length === 1)
    }),
  )
// Once more, and last: whoever sees only the end of what all this has said sees what to mend.
for (const { where, said } of failures) console.info(`\n== ${relative(root, where)}\n${said}`)
if (broken.length > 0) console.info(`\nFailed: ${broken.join(", ")}`)
console.info(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
