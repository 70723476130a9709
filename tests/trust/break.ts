import type { Promised } from "./drill"

/**
 * A change of the code that breaks a promise, and the test that must then fail. `npm run breaks` makes each in a copy of
 * the sources and looks whether it does; a unit test holds that each can still be made.
 */
export interface Break {
  promise: Promised
  /** What is no longer so, for docs/trust.md: "a page's message is believed without parsing it". */
  means: string
  file: string
  /** Stands exactly once in the file. */
  from: string
  to: string
  /** The test that notices: `unit` needs no build. */
  noticed: { project: "unit" | "built"; file: string; name?: string }
}
