import { execFileSync } from "node:child_process"
import { until } from "./until"

/** Ends a process of ours and all that came of it by SIGKILL, and waits until they are gone. */
export async function killTree(root: number | undefined): Promise<void> {
  if (root === undefined) return
  const ids = [root, ...descendantsOf(root)]
  for (const id of ids) signal(id, "SIGKILL")
  await until("every process is gone", () => (ids.some((id) => signal(id, 0)) ? undefined : true))
}

function descendantsOf(root: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n")
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    pairs.flatMap(([id = 0, of]) => (of === parent ? [id, ...below(id)] : []))
  return below(root)
}

/** @returns whether the process is there; one that has ended and was not fetched yet is not */
function signal(id: number, kind: "SIGKILL" | 0): boolean {
  try {
    process.kill(id, kind)
    return !stateOf(id).startsWith("Z")
  } catch {
    return false
  }
}

function stateOf(id: number): string {
  return execFileSync("ps", ["-o", "stat=", "-p", String(id)], { encoding: "utf8" }).trim()
}
