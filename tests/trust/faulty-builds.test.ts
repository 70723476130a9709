import { rm } from "node:fs/promises"
import { afterEach, describe, expect, test } from "vitest"
import type { Overview } from "../../src/messages/overview"
import { BROWSERS } from "../browser/browsers"
import { withPreamble } from "../browser/preamble"
import { type Session, startSession } from "../browser/session"
import { until } from "../browser/until"

/** One platform's description cannot be used, and the reader throws on the page of wallets. */
const MISTAKES = {
  "static/background/index.js": `
    const parse = JSON.parse
    JSON.parse = (...text) => {
      const read = parse(...text)
      if (read?.id === "pintar" && read.signals) read.signals = 7
      return read
    }
  `,
  "reader.js": `
    const { getAttribute } = Element.prototype
    Element.prototype.getAttribute = function (...name) {
      if (location.pathname === "/rekening") throw new TypeError("Suketi 0812")
      return getAttribute.apply(this, name)
    }
  `,
}

describe.each(BROWSERS)("mistakes of ours in %s", (name) => {
  let session: Session
  let extensionDir: string
  afterEach(async () => {
    await session.close()
    await rm(extensionDir, { recursive: true, force: true })
  })

  test("on one page stop no other, are told with the site, and are gone with everything", async () => {
    extensionDir = await withPreamble(name, MISTAKES)
    session = await startSession(name, { extensionDir })
    await session.registerSomeone()
    const popup = await session.popup()
    const ask = (message: object) =>
      popup.page.evaluate((asked) => chrome.runtime.sendMessage(asked), message)
    const site = await session.dashboard()
    await site.open("/rekening", { stop: "videos" })
    type Told = { where: string; site?: string; error: string; frames: string[] }
    const faultsOf = async (where: string): Promise<Told[]> =>
      (await ask({ type: "faults" })).value.filter((fault: Told) => fault.where === where)
    const [ofReader] = await until("the reader's mistake is told", async () => {
      const told = await faultsOf("reader")
      return told.length > 0 ? told : undefined
    })
    expect(ofReader).toMatchObject({ site: "dashboard", error: "TypeError" })
    expect(await faultsOf("pack")).toMatchObject([{ site: "pintar" }])
    expect(ofReader?.frames[0]).toMatch(/^reader\.js:\d+:\d+$/)
    expect(JSON.stringify(ofReader)).not.toContain("Suketi")

    await site.open("/")
    const { sites } = await until("another page of the site is read", async () => {
      const overview = (await ask({ type: "overview" })).value as Overview
      return overview.sites.some(({ site: id, lastRead }) => id === "dashboard" && lastRead)
        ? overview
        : undefined
    })
    expect(sites.flatMap(({ site: id, fault }) => (fault ? [id] : [])).sort()).toEqual([
      "dashboard",
      "pintar",
    ])
    const { value: deleted } = await ask({ type: "delete-everything" })
    expect(deleted.people).toEqual([])
    expect(await faultsOf("reader")).toEqual([])
  })
})
