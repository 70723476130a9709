import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../tests/fixtures/ownPage"
import type { Overview } from "../messages/overview"
import { JejakDatabase } from "../storage/database"
import { speak } from "../ui/language/words"
import { answerHint, hintFor, type PageShown } from "./hints"

const executeScript = vi.hoisted(() => vi.fn())
vi.mock("webextension-polyfill", () => ({
  default: { ...ownPage().browser, scripting: { executeScript } },
}))

const DASHBOARD = { access: "install" as const }
const LINK: PageShown = { site: DASHBOARD, signals: ["wallet-not-linked"], tab: 7 }
const REVIEW: PageShown = { site: DASHBOARD, signals: ["review-outstanding"], tab: 7 }

let database: JejakDatabase
let count = 0
beforeEach(() => {
  count += 1
  database = new JejakDatabase(`hints-${count}`)
  resetOwnPage()
  speak(undefined)
  executeScript.mockReset().mockResolvedValue([])
})

const { walletOpen, twoTrainings, noParticipant } = overviewFixtures
const shown = ({ now, overview }: typeof walletOpen, page: PageShown, at = now) =>
  hintFor(database, overview, page, at)
const answer = (
  overview: Overview,
  hint: string,
  what: "open" | "tomorrow" | "never",
  now = walletOpen.now,
) => answerHint(database, overview, hint, what, now)

describe("hintFor", () => {
  it("puts the card's script into the page before it answers with the card's words", async () => {
    const hint = await shown(walletOpen, LINK)
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ["hint.js"] })
    expect(hint).toMatchObject({
      id: "wallet",
      language: "id",
      title: "Periksa ini dulu sebelum menyambungkan",
      labels: { open: "Buka pemeriksaan", tomorrow: "Nanti, besok", never: "Jangan tampilkan lagi" },
    })
    expect(hint?.points).toContain("Nomor HP sama dengan nomor di Prakerja")
  })

  it("names the training as it is called, and offers nothing more where there is nothing more to see", async () => {
    const hint = await shown(twoTrainings, REVIEW)
    expect(hint?.text).toContain("Dasar Pembukuan untuk Usaha Mikro")
    expect(hint?.text).toContain("Insentif")
    expect(hint?.labels).not.toHaveProperty("open")
  })

  it("names the last moment", async () => {
    const hint = await shown(walletOpen, { ...LINK, signals: [] })
    expect(hint?.text).toContain("Sen, 15 Jul 2024, 23.59 WIB")
  })

  it("speaks English to whom it is English", async () => {
    ownPage().state.language = "en"
    speak(undefined)
    expect(await shown(twoTrainings, REVIEW)).toMatchObject({ language: "en", labels: { close: "Close" } })
  })

  it.each<[string, Overview, PageShown]>([
    ["nobody is known", noParticipant.overview, LINK],
    [
      "the site is not the person's own dashboard",
      walletOpen.overview,
      { ...LINK, site: { access: "optional" } },
    ],
    [
      "cards are not wanted",
      { ...walletOpen.overview, preferences: { ...walletOpen.overview.preferences, hints: false } },
      LINK,
    ],
  ])("leaves the page alone when %s", async (_, overview, page) => {
    expect(await hintFor(database, overview, page, walletOpen.now)).toBeNull()
    expect(executeScript).not.toHaveBeenCalled()
  })

  it("gives up when the tab has gone", async () => {
    executeScript.mockRejectedValue(new Error("No tab with id: 7"))
    expect(await shown(walletOpen, LINK)).toBeNull()
  })
})

describe("answerHint", () => {
  beforeEach(async () => {
    const { id, displayName, wave } = { id: "p1", displayName: "Siti", wave: 70 }
    await database.participants.add({
      id,
      displayName,
      wave,
      programme: "prakerja-2024",
      createdAt: walletOpen.now,
    })
  })

  it("keeps nothing of somebody who was removed in between", async () => {
    await database.participants.clear()
    await expect(answer(walletOpen.overview, "wallet", "never")).rejects.toThrow()
    expect(await database.dismissals.count()).toBe(0)
  })

  it("keeps the card away until the next day begins in the programme's zone", async () => {
    // 18.40 in Jakarta.
    await answer(walletOpen.overview, "wallet", "tomorrow")
    expect((await database.dismissals.toArray())[0]).toEqual({
      id: "p1/wallet",
      until: "2024-07-13T17:00:00.000Z",
    })
    expect((await shown(walletOpen, LINK, "2024-07-13T16:59:59.000Z"))?.id).not.toBe("wallet")
    expect((await shown(walletOpen, LINK, "2024-07-13T17:00:00.000Z"))?.id).toBe("wallet")
  })

  it("keeps it away for good", async () => {
    await answer(twoTrainings.overview, "review", "never")
    expect(await shown(twoTrainings, REVIEW)).toBeNull()
    expect(await shown(twoTrainings, REVIEW, "2030-01-01T00:00:00.000Z")).toBeNull()
    const { overview } = twoTrainings
    const another = { ...overview, participant: { id: "p2", displayName: "B", wave: 70, announcedOn: "" } }
    expect((await hintFor(database, another, REVIEW, twoTrainings.now))?.id).toBe("review")
  })

  it("opens the preflight, and dismisses nothing by that", async () => {
    await answer(walletOpen.overview, "wallet", "open")
    expect(ownPage().state.opened).toEqual(["chrome-extension://jejak/tabs/wallet.html"])
    expect(await database.dismissals.count()).toBe(0)
  })

  it.each([
    ["that there is not", walletOpen.overview, "dance"],
    ["whose warning does not stand", walletOpen.overview, "review"],
    ["while nobody is known", noParticipant.overview, "wallet"],
  ])("refuses one %s", async (_, overview, hint) => {
    await expect(answer(overview, hint, "never")).rejects.toMatchObject({ failure: "not-understood" })
    await expect(answer(overview, hint, "open")).rejects.toThrow()
    expect(await database.dismissals.count()).toBe(0)
    expect(ownPage().state.opened).toEqual([])
  })
})
