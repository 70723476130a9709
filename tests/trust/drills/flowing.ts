import { rm } from "node:fs/promises"
import type { BrowserName } from "../../browser/browsers"
import { withPreamble } from "../../browser/preamble"
import { type Session, startSession } from "../../browser/session"
import type { Drill, Outcome } from "../drill"
import { type Chance, chanceFrom } from "./chance"
import { WITNESS } from "./witness"

/** Somebody is there, and a page shows one new thing after the other, of which the content script's witness tells. */
export function whileFlowing(
  browser: BrowserName,
  about: Pick<Drill, "name" | "unit" | "short" | "long">,
  flow: (session: Session, rounds: number, chance: Chance) => Promise<Outcome>,
): Drill {
  return {
    promise: "nothing-lost",
    browser,
    ...about,
    async run(rounds, seed) {
      const extensionDir = await withPreamble(browser, { "reader.js": WITNESS })
      const session = await startSession(browser, { extensionDir })
      try {
        await session.registerSomeone()
        return await flow(session, rounds, chanceFrom(seed))
      } finally {
        await session.close()
        await rm(extensionDir, { recursive: true, force: true })
      }
    },
  }
}
