import { execFile } from "node:child_process"
import { createRequire } from "node:module"
import { fileURLToPath, pathToFileURL } from "node:url"
import { promisify } from "node:util"
import type { Drill, Outcome } from "../drill"

const entry = fileURLToPath(new URL("../messages/run.ts", import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href

/** Runs one kind of drill in a process of its own; see `messages/run.ts`. */
async function run(kind: string, rounds: number, seed: number): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", tsx, entry, kind, String(rounds), String(seed)],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Outcome
}

/** Messages of strangers, of sites and of our own pages, none of which is in order. */
const hostileMessages: Drill = {
  promise: "nobody-in",
  name: "hostile messages by anybody",
  unit: "messages",
  short: 1000,
  long: 20_000,
  run: (rounds, seed) => run("at-the-door", rounds, seed),
}

/** A hundred valid messages at once, while the database fails now and then. */
const storms: Drill = {
  promise: "nobody-in",
  name: "a hundred messages at once while storing fails now and then",
  unit: "storms",
  short: 4,
  long: 60,
  run: (rounds, seed) => run("storms", rounds, seed),
}

export const MESSAGES: readonly Drill[] = [hostileMessages, storms]
