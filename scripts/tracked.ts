import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { filesIn, type ZipEntry } from "./zip"

/** What a checkout holds beside its sources, for where there is no Git to ask. */
const MADE = /^(node_modules|build|\.plasmo|\.git)(\/|$)/

/** The sources under `root`: what Git tracks, as it lies there now; of a folder without Git, all that was not made. */
export function trackedFiles(root: string): ZipEntry[] {
  const listed = git(root, ["ls-files", "-z", "--stage"])
  if (listed === undefined) return filesIn(root).filter(({ path }) => !MADE.test(path))
  return listed
    .split("\0")
    .filter(Boolean)
    .map((line) => ({ mode: line.slice(0, 6), path: line.slice(line.indexOf("\t") + 1) }))
    .filter(({ path }) => existsSync(join(root, path)) && statSync(join(root, path)).isFile())
    .map(({ mode, path }) => ({
      path,
      content: readFileSync(join(root, path)),
      executable: mode === "100755",
    }))
}

/** Files that differ from the last commit, or that Git does not know. */
export function uncommitted(root: string): string[] {
  return (git(root, ["status", "--porcelain"]) ?? "").split("\n").filter(Boolean)
}

function git(root: string, args: string[]): string | undefined {
  if (!existsSync(join(root, ".git"))) return undefined
  const run = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
  return run.status === 0 ? run.stdout : undefined
}
