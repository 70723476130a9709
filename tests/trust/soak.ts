import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Drill, type Outcome, PROMISES } from "./drill"
import { DRILLS } from "./drills"

/*
 * npm run soak: every drill for a long while, and one table of what came of it. Three lanes, since browsers mostly wait: what
 * needs Chromium, what needs Firefox, and what needs neither. `npm run soak -- --only=<words>` runs the drills whose name or promise
 * holds those words, `--rounds=<n>` as many rounds of each, and `--seed=<n>` the same as before.
 */

interface Run extends Outcome {
  drill: Drill
  rounds: number
  seconds: number
}

const folder = fileURLToPath(new URL("../../build/soak", import.meta.url))
const option = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

const only = option("only") ?? ""
const seed = Number(option("seed") ?? Math.floor(Math.random() * 2 ** 31))
const wanted = DRILLS.filter(({ promise, name, browser = "" }) =>
  `${promise} ${name} ${browser}`.includes(only),
)

async function run(drill: Drill): Promise<Run> {
  const rounds = Number(option("rounds") ?? drill.long)
  const started = performance.now()
  const outcome = await drill.run(rounds, seed).catch((error: unknown): Outcome => {
    return {
      findings: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      figures: {},
    }
  })
  const seconds = Math.round((performance.now() - started) / 1000)
  const name = `${drill.name}${drill.browser ? ` in ${drill.browser}` : ""}`
  console.info(`${name}: ${rounds} ${drill.unit}, ${outcome.findings.length} findings, ${seconds} s`)
  for (const finding of outcome.findings.slice(0, 20)) console.info(`  ${finding}`)
  return { drill, rounds, seconds, ...outcome }
}

async function inTurn(drills: readonly Drill[]): Promise<Run[]> {
  const runs: Run[] = []
  for (const drill of drills) runs.push(await run(drill))
  return runs
}

function table(runs: readonly Run[]): string {
  const rows = runs.map(({ drill, rounds, seconds, findings, figures }) => [
    drill.promise,
    drill.name,
    drill.browser ?? "–",
    `${rounds} ${drill.unit}`,
    Object.entries(figures)
      .map(([what, count]) => `${count} ${what}`)
      .join(", "),
    String(findings.length),
    `${seconds} s`,
  ])
  const head = ["promise", "what is done", "where", "rounds", "figures", "breaches", "took"]
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")
}

const lanes = ["chromium", "firefox", undefined].map((lane) =>
  wanted.filter(({ browser }) => browser === lane),
)
const runs = (await Promise.all(lanes.map(inTurn)))
  .flat()
  .sort((a, b) => PROMISES.indexOf(a.drill.promise) - PROMISES.indexOf(b.drill.promise))
const text = `${table(runs)}\n\nSeed ${seed}.\n`
await mkdir(folder, { recursive: true })
await writeFile(join(folder, "table.md"), text)
await writeFile(join(folder, "runs.json"), JSON.stringify(runs, null, 1))
console.info(`\n${text}`)
process.exitCode = runs.length > 0 && runs.every(({ findings }) => findings.length === 0) ? 0 : 1
