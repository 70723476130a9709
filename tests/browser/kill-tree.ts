import { type ChildProcess, execFileSync } from "node:child_process"
import { until } from "./until"

/** Ends a process of ours and all that came of it by SIGKILL, and waits until they are gone. One that has ended is left alone. */
export async function killTree(root: ChildProcess | null): Promise<void> {
  // Its number may be another's by now.
  if (root?.pid === undefined || root.exitCode !== null || root.signalCode !== null) return
  const ids = treeOf(root.pid)
  for (const id of ids) kill(id)
  await until("every process is gone", () => {
    const left = new Set(running().map(({ id }) => id))
    return ids.some((id) => left.has(id)) ? undefined : true
  })
}

function treeOf(root: number): number[] {
  const all = running()
  const below = (parent: number): number[] =>
    all.flatMap(({ id, of }) => (of === parent ? [id, ...below(id)] : []))
  return [root, ...below(root)]
}

function kill(id: number): void {
  try {
    process.kill(id, "SIGKILL")
  } catch {
    // It went by itself, with its parent.
  }
}

/** Every process with its parent, but for those that have ended and were not fetched yet. */
function running(): { id: number; of: number }[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n")
  return lines.flatMap((line) => {
    const [id, of, state] = line.trim().split(/\s+/)
    return state?.startsWith("Z") ? [] : [{ id: Number(id), of: Number(of) }]
  })
}
