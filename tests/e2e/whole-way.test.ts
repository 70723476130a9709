import { describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { walk } from "../tour/walk"
import { startMetered } from "../trust/metered"

describe.each(BROWSERS)("the whole way in %s", (name) => {
  test("from the login screen to the second survey's money, the popup is right at every stop; nothing leaves, nothing is touched", async () => {
    const metered = await startMetered(name)
    const { session } = metered
    try {
      await session.registerSomeone()
      const popup = await session.popup()
      await walk(await session.dashboard(), popup)
      expect((await metered.outcome()).findings).toEqual([])
    } finally {
      await metered.close()
    }
  })
})
