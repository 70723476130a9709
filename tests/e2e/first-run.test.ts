import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { daysAgo, popupIn, register } from "../browser/popup"
import { stateOf } from "../browser/popup-state"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"

describe.each(BROWSERS)("first run in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
  })

  // The first, so that the browser is newly installed.
  test("the welcome page opens at install, and its form is enough to begin", async () => {
    const welcome = await session.browser.openedByExtension("tabs/welcome.html")
    await register(welcome, { displayName: "Peserta Karangan", wave: 70, announcedOn: daysAgo(3) })

    const popup = await session.popup()
    const shown = await popup.waitFor("the first step", ({ next }) => next !== undefined)
    const warning = shown.warnings.find(({ id }) => id === "first-purchase")
    // Day 1 is the announcement's own day; 23.59 in Jakarta.
    expect(warning?.due).toMatch(new RegExp(`^${daysAgo(3 - 14)}T23:59(:\\d\\d)?\\+07:00$`))
    expect(stateOf(shown, "purchase")).toBe("locked")
  })

  test("without a participant the popup leads to the form and shows no step", async () => {
    const popup = popupIn(await session.browser.extensionPage("popup.html"))
    await popup.page.waitForSelector("main [data-action=begin]")
    expect((await popup.read()).steps).toEqual([])
  })

  test("the dashboard is opened, and the popup that stands open says what is next and what is pressing", async () => {
    await session.registerSomeone()
    const popup = await session.popup()
    const site = await session.dashboard()

    await site.open("/", { stop: "videos" })
    const unlinked = await popup.waitFor("the wallet is open", (shown) => stateOf(shown, "wallet") === "open")
    expect(unlinked.warnings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["first-purchase", "link-account", "wallet-prerequisites"]),
    )

    await site.open("/", { stop: "certificate" })
    const certified = await popup.waitFor("the review is next", ({ next }) => next === "review")
    expect(certified.warnings.map(({ id }) => id)).toContain("review-missing")
    expect(certified.warnings.map(({ id }) => id)).not.toContain("first-purchase")
    expect(certified.trainings[0]?.words).toContain("Desain Kemasan untuk Usaha Rumahan")
  })

  test("a dashboard that was open before there was a participant is read once there is one", async () => {
    const site = await session.dashboard()
    await site.open("/", { stop: "certificate" })
    await session.registerSomeone()
    const popup = await session.popup()
    // A page in the background is read when it is looked at again.
    await site.page.bringToFront()
    await popup.waitFor("the review is next", ({ next }) => next === "review")
  })

  test("after a login without a new load the dashboard is read", async () => {
    await session.registerSomeone()
    const popup = await session.popup()
    const site = await session.dashboard()
    await site.open("/masuk")
    await site.click("Masuk")
    await popup.waitFor("the contradiction is asked", ({ steps }) =>
      steps.some(({ id, actions }) => id === "accepted" && actions.includes("reject")),
    )
  })
})
