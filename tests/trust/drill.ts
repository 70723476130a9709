import type { BrowserName } from "../browser/browsers"

/** The promises of docs/trust.md. */
export const PROMISES = [
  "nothing-leaves",
  "nothing-touched",
  "nothing-lost",
  "nobody-in",
  "files",
  "supply-chain",
  "own-mistakes",
] as const
export type Promised = (typeof PROMISES)[number]

/** What came of a drill. */
export interface Outcome {
  /** Every breach of the promise, each in one line; none when it holds. */
  findings: string[]
  /** Numbers worth telling, by what they count. */
  figures: Record<string, number>
}

/** One way to try a promise, again and again. `npm test` runs it for a short while, `npm run soak` for a long one. */
export interface Drill {
  promise: Promised
  /** What is done, e.g. "the service worker is killed while observations flow". */
  name: string
  /** Absent: no browser is needed. */
  browser?: BrowserName
  /** What the rounds count, in the plural, e.g. "kills". */
  unit: string
  short: number
  long: number
  /**
   * @param rounds how often
   * @param seed of all that is random, so that a run can be had again
   */
  run(rounds: number, seed: number): Promise<Outcome>
}
