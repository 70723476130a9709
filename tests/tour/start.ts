import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { BROWSERS, type BrowserName } from "../browser/browsers"
import { headlessTour } from "./headless"
import { visibleTour } from "./visible"

/*
 * npm start [-- --headless] [-- chromium|firefox]
 * With a display: a visible browser on the practice dashboard, until its window is closed. Without one: the same
 * way walked headless in both browsers, with the popup's checklist printed at every stop.
 */

const root = fileURLToPath(new URL("../..", import.meta.url))

function build(): void {
  const tsx = fileURLToPath(new URL("../../node_modules/tsx/dist/cli.mjs", import.meta.url))
  const run = spawnSync(process.execPath, [tsx, "scripts/build.ts"], { cwd: root, stdio: "inherit" })
  if (run.status !== 0) throw new Error("The extension could not be built.")
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

const wishes = process.argv.slice(2)
const wished = BROWSERS.filter((name) => wishes.includes(name))

async function main(): Promise<void> {
  build()
  if (hasDisplay() && !wishes.includes("--headless")) return visibleTour(wished[0] ?? "chromium")
  const failed: BrowserName[] = []
  for (const name of wished.length > 0 ? wished : BROWSERS) {
    if (!(await headlessTour(name))) failed.push(name)
  }
  if (failed.length > 0) throw new Error(`The way was not walked to its end in ${failed.join(" and ")}.`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
