import { REST_FILE } from "./files"
import { runLater } from "./later"
import type { Rest } from "./rest"

declare global {
  /** What the script of `rest.ts` leaves behind. */
  var jejakRest: Rest | undefined
}

let loading: Promise<Rest> | undefined

/**
 * The rest of the background, which is loaded when it is first asked for, and once. Not to be asked for within a transaction, which would
 * be over by then.
 * @throws Error when it cannot be loaded; whoever asks next tries again
 */
export function theRest(): Promise<Rest> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Rest> {
  // A worker that was just installed has run it already.
  if (!globalThis.jejakRest) {
    // Nothing else is done while it is run: what has been answered goes out before.
    await new Promise((goOn) => setTimeout(goOn))
    await runLater(REST_FILE)
  }
  if (!globalThis.jejakRest) throw new Error(`${REST_FILE} left nothing behind.`)
  return globalThis.jejakRest
}
