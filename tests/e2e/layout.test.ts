import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import { type Session, startSession } from "../browser/session"
import { unfold } from "../browser/unfold"

describe.each(BROWSERS)("at 360 pixels in %s", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await startSession(name)
  })
  afterAll(() => session.close())

  /** Elements that stick out to the right, by what they say. */
  const stickingOut = () => {
    const width = document.documentElement.clientWidth
    const scrolls = document.documentElement.scrollWidth > width
    return {
      scrolls,
      elements: scrolls
        ? [...document.querySelectorAll<HTMLElement>("body *")]
            .filter((element) => element.getBoundingClientRect().right > width + 1)
            .map((element) => `${element.tagName} ${element.innerText?.slice(0, 60)}`)
        : [],
    }
  }

  test("neither the welcome page nor the popup scrolls sideways, with everything unfolded", async () => {
    const welcome = await session.browser.openedByExtension("tabs/welcome.html")
    await welcome.setViewport({ width: 360, height: 640 })
    await welcome.waitForSelector("form")
    expect(await welcome.evaluate(stickingOut)).toEqual({ scrolls: false, elements: [] })

    await session.registerSomeone()
    const popup = await session.popup()
    await popup.page.setViewport({ width: 360, height: 640 })
    const site = await session.dashboard()
    await site.open("/", { stop: "second-training" })
    await popup.waitFor("two trainings", ({ trainings }) => trainings.length >= 2)
    await unfold(popup.page)
    expect(await popup.page.evaluate(stickingOut)).toEqual({ scrolls: false, elements: [] })
  })
})
