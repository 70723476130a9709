// @vitest-environment jsdom
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import en from "../../../locales/en/messages.json"
import { described, said, seen, wib } from "../../../tests/fixtures/facts"
import { firstDifference } from "../../../tests/fixtures/first-difference"
import { clock, history } from "../../../tests/fixtures/histories"
import { type OverviewFixture, overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { closePopup, openPopup, showFolded } from "../../../tests/fixtures/popup"
import { find, render } from "../../../tests/fixtures/render"
import { foldJourney } from "../../journey/fold"
import type { Overview, TabJudgement } from "../../messages/overview"
import { programmes } from "../../programmes/registry"
import { Home } from "../journey/Home"
import { speak } from "../language/words"
import { painter } from "./painter"
import { fragmentOf, keptPainting, type Painted, paintingOf } from "./painting"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const programme = programmes[0] as (typeof programmes)[number]
const { fresh, walletOpen, twoTrainings, noParticipant } = overviewFixtures
const SITI = { id: "p1", displayName: "Siti Aminah", wave: 70, current: true, locked: false }
const BUDI = { id: "p2", displayName: "Budi <b>Santoso</b> & Co", wave: 71, current: false, locked: false }
const account = { id: "q1", site: "dashboard", host: "dashboard.example", at: "2024-07-13T11:00:00.000Z" }
const changed = (fixture: OverviewFixture, more: Partial<Overview>): OverviewFixture => ({
  ...fixture,
  overview: { ...fixture.overview, ...more },
})
const folded = (facts: Parameters<typeof foldJourney>[0], now: string): OverviewFixture => ({
  now,
  overview: { ...walletOpen.overview, journey: foldJourney(facts, programme, now) },
})
const ofTraining = { training: "t", particulars: { title: "Dasar Pembukuan" } }

/** What a participant may come upon, beside the usual ways. */
const STATES: Record<string, OverviewFixture> = {
  ...overviewFixtures,
  "a mistake of ours": changed(
    { ...walletOpen, overview: noParticipant.overview },
    {
      people: [SITI],
      participant: { id: "p1", displayName: "Siti", wave: 70, announcedOn: "" },
      unreadable: "facts-unreadable",
    },
  ),
  "notes in memory": changed(walletOpen, { keeping: { where: "memory" }, people: [SITI] }),
  "a full disk": changed(walletOpen, { keeping: { where: "disk", fullSince: "2024-07-12T08:00:00Z" } }),
  "a later version's notes": changed(walletOpen, { keeping: { where: "read-only" } }),
  "an unknown account": changed(walletOpen, { people: [BUDI, SITI], accountQuestion: account }),
  "another's account": changed(walletOpen, {
    people: [SITI, BUDI],
    accountQuestion: { ...account, belongsTo: BUDI },
  }),
  "nobody's account": changed(walletOpen, { people: [SITI], accountQuestion: { ...account, nobody: true } }),
  "a clock of one's own": changed(twoTrainings, {
    preferences: { ...twoTrainings.overview.preferences, zone: "Asia/Jayapura" },
  }),
  "two that may be one": folded(
    [
      said("2024-07-01", "accepted", { on: "2024-07-01" }),
      seen("2024-07-03", "training-bought", ofTraining),
      seen("2024-07-04", "learning", {
        site: "pintar",
        host: "skills.pintar.co",
        training: "p",
        particulars: { title: "Dasar <b>Pembukuan</b>" },
      }),
    ],
    wib("2024-07-05"),
  ),
  "what pages say otherwise": folded(
    [
      said("2024-07-01", "accepted", { on: "2024-07-01" }),
      seen("2024-07-03", "training-bought", ofTraining),
      described("2024-07-04", "t", { title: "Pembukuan \"Saya\" & 'Kami'", mode: "webinar" }),
      seen("2024-07-05", "training-bought", {
        training: "t",
        particulars: { title: "Dasar <b>Pembukuan</b> II", mode: "offline", startsAt: "2024-07-20" },
      }),
    ],
    wib("2024-07-06"),
  ),
  ...Object.fromEntries(
    fc
      .sample(fc.tuple(history, clock), { numRuns: 8, seed: 70 })
      .map(([facts, now], index) => [`arbitrary history ${index + 1}`, folded(facts, now)]),
  ),
}

const HOME: TabJudgement = {
  kind: "official",
  host: "dashboard.example",
  name: "D & D",
  readable: "dashboard",
}

const lines = (content: readonly Painted[]) => JSON.stringify(content, null, 1)
const page = () => find("main")?.parentElement as Element
const paintedOn = async (overview: Overview, verdict?: TabJudgement) => {
  const painting = keptPainting(await painter.paint(overview, verdict, async () => undefined))
  const fragment = painting && fragmentOf(painting.content)
  if (!painting || !fragment) throw new Error("The popup would not take it for a painting.")
  const place = document.createElement("div")
  place.append(fragment)
  return { ...painting, content: paintingOf(place) }
}

describe("a painting that is made without a page", () => {
  beforeEach(openPopup)
  afterEach(async () => {
    speak(undefined)
    await closePopup()
  })

  it.each(Object.entries(STATES))("shows %s as the popup does", async (_, fixture) => {
    await showFolded(fixture)
    const { content } = await paintedOn(fixture.overview)
    expect(firstDifference(lines(content), lines(paintingOf(page())))).toBeUndefined()
  })

  it("shows what is told of the programme's own site", async () => {
    const { browser } = ownPage()
    vi.spyOn(browser.tabs, "query").mockReturnValue(new Promise(() => {}))
    await showFolded(twoTrainings)
    await render(<Home key="over it" tab={{ ...HOME, tab: 3 }} />)
    const { content, verdict } = await paintedOn(twoTrainings.overview, HOME)
    expect(verdict).toBe(JSON.stringify(HOME))
    expect(firstDifference(lines(content), lines(paintingOf(page())))).toBeUndefined()
    expect(find("[data-verdict] [data-action=report-page]")).not.toBeNull()
  })

  it.each<TabJudgement>([
    { ...HOME, watchable: { as: "platform", site: "pintar" } },
    { kind: "look-alike", host: "prakerja12.example" },
  ])("tells nothing of any other site: %j", async (verdict) => {
    vi.setSystemTime(Date.parse(twoTrainings.now))
    const painting = await paintedOn(twoTrainings.overview, verdict)
    expect(painting.verdict).toBeUndefined()
    expect(lines(painting.content)).not.toContain("data-verdict")
  })

  it("speaks the language that the person wants, and holds as long as what it says", async () => {
    vi.setSystemTime(Date.parse(walletOpen.now))
    const { overview } = changed(walletOpen, {
      stamp: "s",
      preferences: { ...walletOpen.overview.preferences, language: "en" },
    })
    const ran: string[] = []
    const made = await painter.paint(overview, undefined, async (path) => {
      ran.push(path)
      globalThis.jejakWords = { en }
    })
    globalThis.jejakWords = undefined
    const { content, language, stamp, until } = made
    expect([ran, language, stamp]).toEqual([["words/en.js"], "en", "s"])
    expect(content).toContain(en.checklist_heading.message)
    // Each length of time is told in days and hours: the next one ends within the hour.
    const left = until - Date.parse(walletOpen.now)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(3_600_000)
    expect((await paintedOn(walletOpen.overview)).language).toBe("id")
  })

  it("is none where any part of it fails", async () => {
    const { journey } = fresh.overview
    const broken = { ...fresh.overview, journey: { ...journey, warnings: undefined } } as unknown as Overview
    await expect(painter.paint(broken, undefined, async () => undefined)).rejects.toThrow()
  })
})
