import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../tests/fixtures/ownPage"
import { USUAL_PREFERENCES } from "../messages/preferences"
import { speak } from "../ui/language/words"
import { ownClock } from "./own-clock"
import { speakFor } from "./own-words"
import { noticeOf } from "./reminder-words"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))
beforeEach(resetOwnPage)
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
  ] as const)("reminds in the language that is wanted: %s", (language, title) => {
    speakFor({ language: "en" })
    speakFor({ language })
    expect(titleOf()).toBe(title)
  })

  it("has the words of an English browser's participant who wants Indonesian", () => {
    ownPage().state.language = "en"
    speakFor({ language: "id" })
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
