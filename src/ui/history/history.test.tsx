// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { answered, described, said, same, seen, wib } from "../../../tests/fixtures/facts"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup } from "../../../tests/fixtures/popup"
import { all, attributes, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { Fact } from "../../journey/facts"
import { foldJourney } from "../../journey/fold"
import { historyOf } from "../../journey/history"
import { programmes } from "../../programmes/registry"
import { HistoryPage } from "./HistoryPage"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const programme = programmes[0] as (typeof programmes)[number]
const NOW = "2024-08-01T10:00"
const TITLE = "Dasar Pembukuan untuk Usaha Mikro"
const OTHER = "Membuat <b>Konten</b>"

const accepted = said("2024-07-01", "accepted", { on: "2024-07-01", id: "accepted" })
const bought = seen("2024-07-05", "training-bought", {
  training: "t1",
  id: "bought",
  words: "Kode <i>Redeem</i>",
  particulars: {
    title: TITLE,
    mode: "webinar",
    boughtOn: "2024-07-05",
    startsAt: "2024-07-10T09:00",
    endsAt: "2024-07-14T11:00",
  },
})
const learning = seen("2024-07-11", "learning", {
  site: "pintar",
  host: "skills.pintar.co",
  training: "t1",
  id: "learning",
  words: "Lanjutkan Belajar",
  particulars: { title: TITLE },
})
const outstanding = seen("2024-07-24", "review-outstanding", {
  training: "t1",
  id: "review-outstanding",
  words: "Beri Ulasan",
})
const second = seen("2024-07-26", "training-bought", {
  training: "t2",
  id: "second",
  words: "Kode Redeem",
  particulars: { title: OTHER, mode: "self-paced", boughtOn: "2024-07-26" },
})
const paid = seen("2024-07-27", "payment-scheduled", {
  id: "paid",
  values: { amount: 600_000, ordinal: 1, date: "2024-07-30" },
  words: "Dijadwalkan",
})
const base: Fact[] = [accepted, bought, learning, outstanding, second, paid]

let facts: Fact[]

beforeEach(() => {
  openPopup()
  facts = [...base]
  history.replaceState(null, "", "#")
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(async () => {
  await closePopup()
  vi.unstubAllGlobals()
})

const overview = () => ({
  ...overviewFixtures.fresh.overview,
  journey: foldJourney(facts, programme, wib(NOW)),
})

/** Opens the page before a background that answers from `facts`. */
async function open(hash = "#"): Promise<void> {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null)
  history.replaceState(null, "", hash)
  vi.setSystemTime(Date.parse(wib(NOW)))
  const { state } = ownPage()
  state.answer = (message) => ({
    ok: true,
    value: message.type === "history" ? historyOf(facts, programme) : overview(),
  })
  await render(<HistoryPage />)
  await act(async () => {})
}
const sent = () => changes().filter(({ type }) => type !== "history")
const shownFacts = () => attributes("[data-fact]", "data-fact")
const entry = (id: string) => `[data-fact="${id}"]`
async function choose(selector: string, value: string): Promise<void> {
  const field = find(selector) as HTMLSelectElement | HTMLInputElement
  const prototype =
    field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }))
  })
}

describe("the picture", () => {
  it("has a name, and a table that holds every mark of it", async () => {
    await open()
    expect(find(".timeline-picture")?.getAttribute("role")).toBe("img")
    expect(find(".timeline-picture")?.getAttribute("aria-label")).toContain("2 pelatihan")
    const drawn = all(".timeline-picture [data-mark]").reduce(
      (sum, mark) => sum + Number(mark.dataset.count),
      0,
    )
    const meetings = all(".timeline-picture [data-row] > g > .mark-meeting").length
    const told = all("#timeline-table tbody tr").filter(
      ({ dataset }) => dataset.mark !== "bar" && dataset.mark !== "schedule",
    )
    expect(told).toHaveLength(drawn + meetings)
    expect(drawn).toBeGreaterThan(4)
    expect(textOf("#timeline-table")).toContain("Rp600.000")
    expect(textOf("#timeline-table")).toContain(OTHER)
    expect(all("#timeline-table b, .timeline-picture b")).toEqual([])
  })

  it("shows the table to whoever wants it", async () => {
    await open()
    const classes = () => find("#timeline-table")?.className
    expect(classes()).toContain("timeline-table-hidden")
    await click("[data-action=timeline-table]")
    expect(classes()).not.toContain("timeline-table-hidden")
    expect(find("[data-action=timeline-table]")?.getAttribute("aria-expanded")).toBe("true")
  })
})

describe("the list", () => {
  it("tells every fact once, newest first, by day, with who said it and strangers' words as text", async () => {
    await open()
    expect(shownFacts()).toEqual(["paid", "second", "review-outstanding", "learning", "bought", "accepted"])
    expect(all(".facts-day h3").map((day) => day.textContent)[0]).toBe("Sab, 27 Jul 2024")
    expect(textOf(`${entry("bought")} q`)).toBe("Kode <i>Redeem</i>")
    expect(textOf(`${entry("bought")} .fact-by`)).toContain("dashboard.prakerja.go.id")
    expect(textOf(`${entry("accepted")} .fact-by`)).toContain("Kamu")
    expect(find(entry("bought"))?.dataset.standing).toBe("counts")
  })

  it("rejects, keeps the keyboard on the entry, and takes it back", async () => {
    await open()
    await click(`${entry("bought")} [data-action=reject]`)
    expect(sent()).toEqual([{ type: "reject", participant: "p1", fact: "bought" }])
    expect(document.activeElement).toBe(find(entry("bought")))

    const rejection: Fact = {
      id: "no",
      participant: "p1",
      at: wib(NOW),
      by: "person",
      kind: "reject",
      fact: "bought",
    }
    facts = [...base, rejection]
    await open()
    await act(async () => {
      for (const listener of ownPage().state.listeners)
        listener({ overview: { newValue: JSON.parse(JSON.stringify(overview())) } }, "local")
    })
    expect(find(entry("bought"))?.dataset.standing).toBe("rejected")
    expect(textOf(`${entry("bought")} .fact-standing`)).toContain("kamu tandai salah")
    await click(`${entry("bought")} [data-action=undo]`)
    expect(sent().at(-1)).toEqual({ type: "retract", participant: "p1", fact: "no" })
  })

  it("answers what waits", async () => {
    await open()
    expect(find(entry("review-outstanding"))?.dataset.standing).toBe("waiting")
    await click(`${entry("review-outstanding")} [data-action=confirm]`)
    await click(`${entry("review-outstanding")} [data-action=reject]`)
    const about = { type: "answer", participant: "p1", fact: "review-outstanding" }
    expect(sent()).toEqual([
      { ...about, yes: true },
      { ...about, yes: false },
    ])
  })

  it("says no to what a yes was said to, by taking that back", async () => {
    const yes = { ...answered("2024-07-25", outstanding, true), id: "yes" }
    facts = [...base, yes]
    await open()
    await click(`${entry("review-outstanding")} [data-action=undo]`)
    expect(sent()).toEqual([{ type: "retract", participant: "p1", fact: "yes" }])
  })

  it("corrects the day of a step, and the training's particulars with a title", async () => {
    await open()
    await click(`${entry("bought")} [data-action=correct]`)
    expect(document.activeElement).toBe(find(`${entry("bought")} [name=on]`))
    await choose(`${entry("bought")} [name=on]`, "2024-07-03")
    await click(`${entry("bought")} [data-action=save-correction]`)
    await click(`${entry("bought")} [data-action=correct]`)
    await click(`${entry("bought")} [data-action=correct-training]`)
    const title = find(`${entry("bought")} [name=title]`) as HTMLInputElement
    expect(title.value).toBe(TITLE)
    title.value = "Pembukuan"
    await click(`${entry("bought")} [data-action=save-training]`)
    expect(sent()).toEqual([
      {
        type: "say-step",
        participant: "p1",
        step: "purchase",
        training: "t1",
        state: "done",
        on: "2024-07-03",
      },
      { type: "describe-training", participant: "p1", training: "t1", particulars: { title: "Pembukuan" } },
    ])
    expect(find(".correction")).toBeNull()
    expect(document.activeElement).toBe(find(entry("bought")))
  })

  it("is filtered by training, and keeps that in the address", async () => {
    await open("#training=t2")
    expect(shownFacts()).toEqual(["second"])
    await choose(".noted-facts select", "none")
    expect(shownFacts()).toEqual(["paid", "accepted"])
    expect(location.hash).toBe("#training=%7E")
    await choose(".noted-facts select", "all")
    expect(shownFacts()).toHaveLength(6)
    await open("#training=nobody")
    expect(shownFacts()).toHaveLength(6)
  })

  it("shows fifty at a time, and as many as lead to the one that is asked for", async () => {
    const many = Array.from({ length: 120 }, (_, n) => said("2024-07-02", "videos", { id: `v${n}` }))
    facts = [...base, ...many]
    await open()
    expect(shownFacts()).toHaveLength(50)
    await click("[data-action=more-facts]")
    expect(shownFacts()).toHaveLength(100)
    await click("[data-action=more-facts]")
    expect(shownFacts()).toHaveLength(126)
    expect(find("[data-action=more-facts]")).toBeNull()
    await closePopup()
    openPopup()
    await open("#fact=accepted")
    expect(document.activeElement).toBe(find(entry("accepted")))
  })
})

describe("putting together and taking apart", () => {
  it("merges with another training, both shown, and takes it back", async () => {
    await open("#training=t1")
    await click("[data-action=open-merge]")
    await choose(".tools-form [name=other]", "t2")
    expect(textOf(".tools-pair")).toContain(OTHER)
    await click("[data-action=merge-training]")
    expect(sent()).toEqual([{ type: "say-same", participant: "p1", training: "t2", as: "t1", yes: true }])

    const yes = { ...same("2024-07-28", "t2", "t1"), id: "yes" }
    facts = [...base, yes]
    await closePopup()
    openPopup()
    await open("#training=t1")
    expect(textOf("[data-judgement=yes]")).toContain(OTHER)
    await click("[data-judgement=yes] [data-action=undo-same]")
    expect(sent()).toEqual([{ type: "retract", participant: "p1", fact: "yes" }])
  })

  it("splits whole sites off, then single facts, but neither nothing nor everything", async () => {
    facts = [...base, described("2024-07-20", "t1", { provider: "Lembaga" })]
    await open("#training=t1")
    await click("[data-action=open-split]")
    await click("[data-action=split-training]")
    expect(textOf(".tools-form .error")).not.toBe("")
    for (const site of attributes(".tools-form [name=site]", "value"))
      await click(`.tools-form [value="${site}"]`)
    const others = all(".tools-form [name=fact]:not(:disabled)")
    for (const box of others) await act(async () => box.click())
    await click("[data-action=split-training]")
    expect(sent()).toEqual([])

    await click('.tools-form [name=site][value="dashboard"]')
    for (const box of others) await act(async () => box.click())
    await click('.tools-form [value="review-outstanding"]')
    await click("[data-action=split-training]")
    expect(sent()).toEqual([
      {
        type: "split-training",
        participant: "p1",
        training: "t1",
        sites: ["pintar"],
        facts: ["review-outstanding"],
      },
    ])
  })
})
