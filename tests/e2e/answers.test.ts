import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"

describe.each(BROWSERS)("the person's word in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  test("what weak words say is proposed; a yes makes it done and stays", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("certificate proposed", (shown) => stateOf(shown, "certificate") === "proposed")

    await popup.act("confirm", "certificate")
    await popup.waitFor("certificate done", (shown) => stateOf(shown, "certificate") === "done")
    await site.open("/pelatihan-saya")
    await popup.page.close()
    const again = await session.popup()
    const shown = await again.waitFor("the popup is back", ({ steps }) => steps.length > 0)
    expect(stateOf(shown, "certificate")).toBe("done")
  })

  test("a no is remembered: the same words do not ask again", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await popup.waitFor("certificate proposed", (shown) => stateOf(shown, "certificate") === "proposed")

    await popup.act("reject", "certificate")
    await popup.waitFor("certificate refused", (shown) => stateOf(shown, "certificate") !== "proposed")
    // The same page once more: the read that sees the flag sees the same words again.
    await site.open("/pelatihan-saya")
    await site.plant("Akun kamu terindikasi melakukan kecurangan")
    const shown = await popup.waitFor("the page is read again", ({ warnings }) =>
      warnings.some(({ id }) => id === "account-flagged"),
    )
    expect(stateOf(shown, "certificate")).not.toBe("done")
    expect(shown.steps.find(({ id }) => id === "certificate")?.actions).not.toContain("confirm")
  })

  test("ticked by hand, and undone", async () => {
    const popup = await session.popup()
    const before = await popup.waitFor("the steps", ({ steps }) => steps.length > 0)
    await popup.act("mark-done", "videos")
    await popup.waitFor("videos done", (shown) => stateOf(shown, "videos") === "done")

    await popup.act("undo", "videos")
    const after = await popup.waitFor("videos undone", (shown) => stateOf(shown, "videos") !== "done")
    expect(after.steps).toEqual(before.steps)
  })

  test("what a page showed can be undone by hand", async () => {
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/", { stop: "linked" })
    await popup.waitFor("the wallet is linked", (shown) => stateOf(shown, "wallet") === "done")
    await popup.act("undo", "wallet")
    await popup.waitFor("the wallet is open again", (shown) => stateOf(shown, "wallet") === "open")
  })
})
