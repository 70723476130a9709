import { beforeEach, describe, expect, test } from "vitest"
import { BROWSERS } from "../browser/browsers"
import type { Session } from "../browser/session"
import { sharedSession } from "../browser/shared-session"
import { DASHBOARD, type STRANGERS } from "../browser/world"

type Stranger = (typeof STRANGERS)[number]

describe.each(BROWSERS)("whether a tab is official, in %s", (name) => {
  let session: Session
  const shared = sharedSession(name)
  beforeEach(async () => {
    session = await shared()
    await session.registerSomeone()
  })

  test("warning unofficial-site: the toolbar's popup judges the tab in front, before everything else when it is dangerous", async () => {
    const page = await session.browser.newPage()
    const popupOver = async (address: string) => {
      await page.bringToFront()
      await page.goto(address)
      return session.browser.toolbarPopup("main:has([data-verdict]):has([data-next-step])")
    }
    const verdictOf = (markup: string) =>
      /<section[^>]*data-verdict[\s\S]*?<\/section>/.exec(markup)?.[0] ?? ""
    const strangers: Record<Stranger, [kind: string, like: string, real: string]> = {
      "prakerja13.example": ["look-alike", "digits", "www.prakerja.go.id"],
      "dashboard.prakerja.go.id.masuk.example": ["look-alike", "inside", "dashboard.prakerja.go.id"],
      "dana-kaget.example": ["bait", "", "link.dana.id"],
      "perpustakaan.example": ["unknown", "", ""],
    }

    const official = await popupOver(DASHBOARD)
    expect(verdictOf(official)).toContain('data-verdict="official"')
    expect(official).not.toContain("unofficial-site")

    for (const [host, [kind, like, real]] of Object.entries(strangers)) {
      const popup = await popupOver(`https://${host}/`)
      const verdict = verdictOf(popup)
      expect(verdict).toContain(`data-verdict="${kind}"`)
      expect(verdict).toContain(host)
      expect(verdict).toContain(real)
      if (like) expect(verdict).toContain(`data-like="${like}"`)
      const dangerous = kind !== "unknown"
      expect(verdict.includes('data-warning="unofficial-site"')).toBe(dangerous)
      expect(verdict.includes('data-severity="urgent"')).toBe(dangerous)
      expect(popup.indexOf("data-verdict") < popup.indexOf("data-next-step")).toBe(dangerous)
    }
  })
})
