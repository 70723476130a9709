import { describe, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { startSession } from "../browser/session"
import { walk } from "../tour/walk"

describe.each(BROWSERS)("the whole way in %s", (name) => {
  test("from the login screen to the second survey's money, the popup is right at every stop", async () => {
    const session = await startSession(name)
    try {
      await session.registerSomeone()
      const popup = await session.popup()
      await walk(await session.dashboard(), popup)
    } finally {
      await session.close()
    }
  })
})
