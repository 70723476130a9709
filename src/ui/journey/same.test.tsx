// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { notMine, said, same, seen, wib } from "../../../tests/fixtures/facts"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { all, attributes, click, find, textOf } from "../../../tests/fixtures/render"
import type { Fact } from "../../journey/facts"
import { foldJourney } from "../../journey/fold"
import { programmes } from "../../programmes/registry"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

beforeEach(openPopup)
afterEach(closePopup)

const programme = programmes[0] as (typeof programmes)[number]
const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const OTHER = "Dasar Pembukuan <b>bagi</b> Usaha Mikro"
const facts = [
  said("2024-07-01", "accepted", { on: "2024-07-01" }),
  seen("2024-07-03", "training-bought", { training: "home", particulars: { title: TITLE } }),
  seen("2024-07-04", "learning", {
    site: "pintar",
    host: "skills.pintar.co",
    training: "p",
    particulars: { title: OTHER },
  }),
]
const showing = (...more: Fact[]) => {
  const journey = foldJourney([...facts, ...more], programme, wib("2024-07-05"))
  return show({ now: wib("2024-07-05"), overview: { ...overviewFixtures.fresh.overview, journey } })
}

it("asks whether two are one, with both titles as text and where each was seen", async () => {
  await showing()
  expect(attributes("[data-same]", "data-same", "data-as")).toEqual(["p home"])
  for (const words of [TITLE, OTHER, "Terlihat di Pintar", "Terlihat di Dashboard Prakerja"])
    expect(textOf("[data-same]")).toContain(words)
  await click("[data-action=same]")
  expect(changes()).toEqual([{ type: "say-same", participant: "p1", training: "p", as: "home", yes: true }])
  expect(document.activeElement).toBe(find("#checklist-heading"))
})

it("takes a no, and lets either answer be taken back", async () => {
  await showing()
  await click("[data-action=different]")
  expect(changes()).toMatchObject([{ yes: false }])
  const no = same("2024-07-05T08:00", "p", "home", false)
  await closePopup()
  openPopup()
  await showing(no)
  expect(find("[data-same]")).toBeNull()
  await click("[data-training=p] [data-action=undo-same]")
  expect(changes()).toEqual([{ type: "retract", participant: "p1", fact: no.id }])
})

it("says of what only a platform shows that it may be a stranger's, and puts it away and back", async () => {
  await showing()
  expect(textOf("[data-training=p]")).toContain("Terlihat di Pintar, belum ada di dashboard.")
  expect(all("[data-training=home] [data-action=not-mine]")).toEqual([])
  await click("[data-training=p] [data-action=not-mine]")
  expect(changes()).toEqual([{ type: "not-mine", participant: "p1", training: "p" }])
  const away = notMine("2024-07-05T08:00", "p")
  await closePopup()
  openPopup()
  await showing(away)
  expect(find("[data-training=p]")).toBeNull()
  expect(textOf("[data-hidden-training=p]")).toContain(OTHER)
  await click("[data-hidden-training=p] [data-action=undo]")
  expect(changes()).toEqual([{ type: "retract", participant: "p1", fact: away.id }])
})
