import { describe, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { startSession } from "../browser/session"
import { walkSideBySide } from "../tour/side-by-side"

describe.each(BROWSERS)("three trainings side by side in %s", (name) => {
  test("each has its own windows and last days, and what a site shows is put down for the right one", async () => {
    const session = await startSession(name)
    try {
      await session.registerSomeone()
      const popup = await session.popup()
      await walkSideBySide(session, popup)
    } finally {
      await session.close()
    }
  })
})
