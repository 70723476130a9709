// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { described, said, seen, wib } from "../../../tests/fixtures/facts"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { attributes, click, find, textOf } from "../../../tests/fixtures/render"
import { foldJourney } from "../../journey/fold"
import { programmes } from "../../programmes/registry"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

beforeEach(openPopup)
afterEach(closePopup)

const programme = programmes[0] as (typeof programmes)[number]
const NEW_TITLE = "Dasar <b>Pembukuan</b> II"
const facts = [
  said("2024-07-01", "accepted", { on: "2024-07-01" }),
  seen("2024-07-03", "training-bought", { training: "t", particulars: { title: "Dasar Pembukuan" } }),
  described("2024-07-04", "t", {
    title: "Pembukuan Saya",
    mode: "webinar",
    startsAt: "2024-07-10T09:00",
    meetings: ["2024-07-10T09:00", "2024-07-11T09:00"],
  }),
  seen("2024-07-05", "training-bought", {
    training: "t",
    particulars: { title: NEW_TITLE, mode: "offline", startsAt: "2024-07-20" },
  }),
]
const journey = foldJourney(facts, programme, wib("2024-07-06"))
const showing = () =>
  show({ now: wib("2024-07-06"), overview: { ...overviewFixtures.fresh.overview, journey } })
const taking = (particulars: object) => ({
  type: "describe-training",
  participant: "p1",
  training: "t",
  particulars,
})

it("tells both words as text, with where the new one stands", async () => {
  await showing()
  expect(attributes("[data-training=t] section[data-field]", "data-field")).toEqual([
    "title",
    "mode",
    "startsAt",
  ])
  const title = textOf("section[data-field=title]")
  for (const words of ["Pembukuan Saya", NEW_TITLE, "Dashboard Prakerja sekarang menulis"])
    expect(title).toContain(words)
  expect(textOf("section[data-field=mode]")).toContain("Tatap muka")
  expect(textOf("section[data-field=startsAt]")).toContain("Sab, 20 Jul 2024")
})

it("takes the page's word or keeps the person's, as the person's word again", async () => {
  await showing()
  await click("[data-action=take-shown][data-field=title]")
  await click("[data-action=keep-said][data-field=mode]")
  expect(changes()).toEqual([taking({ title: NEW_TITLE }), taking({ mode: "webinar" })])
  expect(document.activeElement).toBe(find("#checklist-heading"))
})

it("does away with the clocks of old meetings when another day is taken", async () => {
  await showing()
  await click("[data-action=take-shown][data-field=startsAt]")
  expect(changes()).toEqual([taking({ startsAt: "2024-07-20", meetings: [] })])
})
