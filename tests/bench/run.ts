import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { measureBytes } from "./measures/bytes"
import { measureChanging } from "./measures/changing"
import { measureContentScript } from "./measures/content-script"
import { measureMemory } from "./measures/memory"
import { measureNoting } from "./measures/noting"
import { measureLongHistory, measurePopups } from "./measures/popup"
import { measureReading } from "./measures/reading"
import { measureTabs } from "./measures/tabs"
import { columns, type Line, type Measured, markdown } from "./result"
import { computeScale } from "./scale"
import { type Stage, setStage } from "./stage"

/*
 * npm run bench: everything that docs/performance.md states, measured side by side. `npm run bench -- --only=<words>` runs the
 * measures whose name holds those words, `--rounds=<n>` with as many rounds, `--markdown` prints the table as it stands in that file.
 * BENCH_PEERS=dir,dir has other unpacked extensions measured too, `dir#path` with a popup that the manifest does not tell. Whatever
 * was measured lies in build/bench/.
 */

/** Popups come first: whatever shows a page adds to what the person has behind them. */
const MEASURES: Readonly<Record<string, (stage: Stage) => Promise<Measured> | Measured>> = {
  popup: measurePopups,
  "long-history": measureLongHistory,
  "content-script": measureContentScript,
  reading: measureReading,
  changing: measureChanging,
  noting: measureNoting,
  memory: measureMemory,
  tabs: measureTabs,
  bytes: measureBytes,
  scale: computeScale,
}

const folder = fileURLToPath(new URL("../../build/bench", import.meta.url))
const option = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
const only = (option("only") ?? "").split(",")
const rounds = Number(option("rounds") ?? 15)

await mkdir(folder, { recursive: true })
const began = performance.now()
const lines: Line[] = []
const stage = await setStage(rounds)
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (!only.some((wanted) => name.includes(wanted))) continue
    const started = performance.now()
    const found = await measure(stage)
    lines.push(...found)
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(found, null, 1)}\n`)
    await stage.tidy()
    console.info(`${name}: ${Math.round((performance.now() - started) / 1000)} s`)
  }
} finally {
  await stage.close()
}
await writeFile(join(folder, "table.md"), `${markdown(lines)}\n`)
await writeFile(join(folder, "table.txt"), `${columns(lines)}\n`)
const bars = lines.flatMap((line) => line.bars ?? [])
console.info(`\n${process.argv.includes("--markdown") ? markdown(lines) : columns(lines)}`)
console.info(
  `\n${bars.filter(({ met }) => met).length} of ${bars.length} bars met, ${Math.round((performance.now() - began) / 1000)} s`,
)
