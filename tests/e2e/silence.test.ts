import { setTimeout as pause } from "node:timers/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { foreignTraffic } from "../browser/own-traffic"
import { stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"

/** Longer than any read takes; that nothing was read can only be told after the time in which it would have been. */
const LONG_ENOUGH = 2500

/** Words that are believed at once wherever they are read, and stand for good. */
const FLAG = "Akun kamu terindikasi melakukan kecurangan"

describe.each(BROWSERS)("silence in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  test("on the login screen nothing is read", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/masuk")
    await site.plant(FLAG)
    await pause(LONG_ENOUGH)

    await site.open("/", { stop: "videos" })
    const shown = await popup.waitFor("the dashboard is read", (seen) => stateOf(seen, "wallet") === "open")
    expect(shown.warnings.map(({ id }) => id)).not.toContain("account-flagged")
  })

  test("while a code or a face is asked for nothing is read; afterwards it is", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/rekening", { stop: "videos" })
    await popup.waitFor("the dashboard is read", (seen) => stateOf(seen, "wallet") === "open")
    await site.click("Sambungkan Rekening/E-wallet")
    await site.click("DANA")
    const takeFromCode = await site.plant(FLAG)
    await pause(LONG_ENOUGH)
    await takeFromCode()
    await site.click("Batal")

    await site.open("/lembaga/desain-kemasan", { stop: "bought" })
    await site.click("Pakai kode (simulasi)")
    const takeFromFace = await site.plant(FLAG)
    await pause(LONG_ENOUGH)
    await takeFromFace()
    await site.click("Ini wajahku (simulasi)")
    await site.click("Kembali ke dasbor")
    const shown = await popup.waitFor("the redeem is read", (seen) => stateOf(seen, "redeem") === "done")
    expect(shown.warnings.map(({ id }) => id)).not.toContain("account-flagged")

    // The same words in the open are read: the silence above was no deafness.
    await site.plant(FLAG)
    await popup.waitFor("the flag is seen", ({ warnings }) =>
      warnings.some(({ id }) => id === "account-flagged"),
    )
  })

  test("nothing but the dashboard is contacted, and that only by its own page", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("the review is next", ({ next }) => next === "review")
    await popup.act("confirm", "certificate")
    await popup.waitFor("certificate done", (shown) => stateOf(shown, "certificate") === "done")
    expect(foreignTraffic(session.world.proxy.refused)).toEqual([])
    expect([...new Set(session.world.proxy.carried)]).toEqual(["dashboard.prakerja.go.id:443"])

    // The meter works: whatever else is asked for is refused and counted.
    await site.page.goto("https://elsewhere.example/").catch(() => undefined)
    expect(foreignTraffic(session.world.proxy.refused)).toContain("elsewhere.example:443")
  })
})
