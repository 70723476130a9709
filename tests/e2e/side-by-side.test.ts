import { describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { walkSideBySide } from "../tour/side-by-side"
import { startMetered } from "../trust/metered"

describe.each(BROWSERS)("three trainings side by side in %s", (name) => {
  test("each has its own windows and last days, and what a site shows is put down for the right one; nothing leaves, nothing is touched", async () => {
    const metered = await startMetered(name)
    const { session } = metered
    try {
      await session.registerSomeone()
      const popup = await session.popup()
      await walkSideBySide(session, popup)
      expect((await metered.outcome()).findings).toEqual([])
    } finally {
      await metered.close()
    }
  })
})
