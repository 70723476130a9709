import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import en from "../../locales/en/messages.json"
import id from "../../locales/id/messages.json"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../tests/fixtures/ownPage"
import { USUAL_PREFERENCES } from "../messages/preferences"
import { speak } from "../ui/language/words"
import { ownClock } from "./own-clock"
import { speakFor } from "./own-words"
import { noticeOf } from "./reminder-words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
const loading = vi.hoisted(() => ({ ran: [] as string[], held: Promise.resolve() }))
vi.mock("./later", () => ({
  runLater: async (path: string) => {
    loading.ran.push(path)
    await loading.held
    const [, language = ""] = /^words\/(\w+)\.js$/.exec(path) ?? []
    globalThis.jejakWords = { ...globalThis.jejakWords, [language]: { id, en }[language] }
  },
}))
beforeEach(() => {
  resetOwnPage()
  globalThis.jejakWords = undefined
  Object.assign(loading, { ran: [], held: Promise.resolve() })
})
afterEach(() => speak(undefined))

const { now, overview } = overviewFixtures.walletOpen
const { journey } = overview
const warning = journey?.warnings.find(({ id }) => id === "first-purchase")

describe("the background", () => {
  const titleOf = () => journey && warning && noticeOf({ warning }, journey, Date.parse(now)).title

  it.each([
    ["browser", "Beli pelatihan pertamamu"],
    ["id", "Beli pelatihan pertamamu"],
    ["en", "Buy your first training"],
  ] as const)("reminds in the language that is wanted: %s", async (language, title) => {
    await speakFor({ language: "en" })
    await speakFor({ language })
    expect(titleOf()).toBe(title)
  })

  it("loads words only of another language than the browser's, and once", async () => {
    await speakFor({ language: "browser" })
    await speakFor({ language: "id" })
    expect(loading.ran).toEqual([])
    await speakFor({ language: "en" })
    await speakFor({ language: "en" })
    expect(loading.ran).toEqual(["words/en.js"])
  })

  it("speaks the language that was asked for last, whichever words come first", async () => {
    let come = () => {}
    loading.held = new Promise((resolve) => {
      come = resolve
    })
    const first = speakFor({ language: "en" })
    await speakFor({ language: "id" })
    come()
    await first
    expect(titleOf()).toBe("Beli pelatihan pertamamu")
  })

  it("goes on in the browser's language where the words cannot be loaded", async () => {
    loading.held = Promise.reject(new Error("gone"))
    await expect(speakFor({ language: "en" })).rejects.toThrow("gone")
    expect(titleOf()).toBe("Beli pelatihan pertamamu")
  })

  it("has the words of an English browser's participant who wants Indonesian", async () => {
    ownPage().state.language = "en"
    await speakFor({ language: "id" })
    expect(titleOf()).toBe("Beli pelatihan pertamamu")
  })

  it("goes by the clock that the person chose, else by the device's", () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    expect(journey && ownClock(journey, USUAL_PREFERENCES).zone).toBe(
      timeZone === "Etc/Unknown" ? journey?.zone : timeZone,
    )
    const chosen = { ...USUAL_PREFERENCES, zone: "Asia/Jayapura" as const }
    expect(journey && ownClock(journey, chosen)).toEqual({
      zone: "Asia/Jayapura",
      quiet: USUAL_PREFERENCES.quiet,
    })
  })
})
