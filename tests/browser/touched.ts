import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Frame, Page } from "puppeteer-core"
import type { BrowserName } from "./browsers"
import { withPreamble } from "./preamble"

/** What our scripts did to one document, as `witness.js` counted it in their own world. */
export interface Witnessed {
  /** What the browser lets nobody watch. */
  missed: string[]
  counts: { kind: "touch" | "text" | "look" | "own" | "sent"; what: string; count: number; where: string }[]
}

/** What was done to a practice page in this tab, in its own world and in ours, over all its documents. */
export interface Touched {
  /** What the practice site itself counted, by its names. */
  touches: Record<string, number>
  witness: (Witnessed | null)[]
}

const CONTENT_SCRIPTS = ["reader.js", "hint.js", "report.js"]

/**
 * A copy of the production build with the witness in front of every content script, for `OpenOptions.extensionDir`.
 * @param after code that runs right after the witness, to try what it sees
 */
export async function witnessedBuild(name: BrowserName, after = ""): Promise<string> {
  const witness = await readFile(fileURLToPath(new URL("witness.js", import.meta.url)), "utf8")
  const code = `${witness}\n;${after}`
  return withPreamble(name, Object.fromEntries(CONTENT_SCRIPTS.map((file) => [file, code])))
}

/** Asks the witness and the practice site's meter; undefined on a page that has no meter. */
export function touchedIn(page: Page): Promise<Touched | undefined> {
  return page.evaluate(() => {
    document.dispatchEvent(new Event("jejak-witness-asked"))
    const { simulationMeter } = globalThis as { simulationMeter?: () => Touched }
    return simulationMeter?.()
  })
}

/** Asks for the witness alone, in the present document; undefined where none of our scripts is. */
export function witnessIn(page: Page | Frame): Promise<Witnessed | undefined> {
  return page.evaluate(
    () =>
      new Promise<Witnessed | undefined>((resolve) => {
        document.addEventListener(
          "jejak-witness-tells",
          (event) => resolve(JSON.parse((event as CustomEvent<string>).detail)),
          { once: true },
        )
        document.dispatchEvent(new Event("jejak-witness-asked"))
        // It answers before the line above is over, or is not there.
        resolve(undefined)
      }),
  )
}
