// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { click, find, textOf } from "../../../tests/fixtures/render"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()

beforeEach(openPopup)
afterEach(closePopup)

describe("what the person says", () => {
  it("marks a step done, and takes it back", async () => {
    await show(overviewFixtures.walletOpen)
    await click("[data-step=wallet] [data-action=mark-done]")
    await click("[data-step=videos] [data-action=undo]")
    await click("[data-training=first] [data-step=purchase] [data-action=mark-done]")
    expect(changes()).toEqual([
      { type: "say-step", participant: "p1", step: "wallet", state: "done" },
      { type: "retract", participant: "p1", fact: "videos-said" },
      { type: "say-step", participant: "p1", step: "purchase", training: "first", state: "done" },
    ])
  })

  it("says not done of what a page showed", async () => {
    await show(overviewFixtures.twoTrainings)
    await click("[data-training=t1] [data-step=purchase] [data-action=undo]")
    expect(changes()).toEqual([
      { type: "say-step", participant: "p1", step: "purchase", training: "t1", state: "open" },
    ])
  })

  it("is not taken twice from a double click", async () => {
    await show(overviewFixtures.walletOpen)
    const button = find("[data-step=wallet] [data-action=mark-done]")
    await act(async () => {
      for (const detail of [1, 2]) button?.dispatchEvent(new MouseEvent("click", { bubbles: true, detail }))
    })
    expect(changes()).toHaveLength(1)
  })

  it("dates a step that it has just marked, in the place of the undated word", async () => {
    const { now, overview } = overviewFixtures.walletOpen
    await show({ now, overview })
    const { journey } = overview
    if (!journey) throw new Error("no journey")
    const person = journey.person.map((step) =>
      step.id === "wallet" ? { ...step, state: "done" as const, saidBy: "wallet-said" } : step,
    )
    state.answer = () => ({ ok: true, value: { ...overview, journey: { ...journey, person } } })
    await click("[data-step=wallet] [data-action=mark-done]")
    const input = find("[data-step=wallet] > form input[type=date]") as HTMLInputElement
    expect([input.value, input.max]).toEqual(["2024-07-13", "2024-07-13"])
    await click("[data-step=wallet] [data-action=date-step]")
    expect(changes().slice(1)).toEqual([
      { type: "say-step", participant: "p1", step: "wallet", state: "done", on: "2024-07-13" },
      { type: "retract", participant: "p1", fact: "wallet-said" },
    ])
  })

  it("answers a question, where it is asked and where it would follow", async () => {
    await show(overviewFixtures.twoTrainings)
    await click("[data-training=t1] [data-step=certificate] [data-action=confirm]")
    await click("[data-training=t1] [data-step=post-test] [data-action=reject]")
    const about = { type: "answer", participant: "p1", fact: "review-outstanding", step: "certificate" }
    expect(changes()).toEqual([
      { ...about, yes: true },
      { ...about, yes: false },
    ])
    expect(document.activeElement?.closest("[data-step]")?.getAttribute("data-step")).toBe("post-test")
  })

  it("describes a training, and adds one", async () => {
    await show(overviewFixtures.twoTrainings)
    await click("[data-training=t2] [data-action=edit-training]")
    const field = (name: string) => find(`[data-training=t2] [name=${name}]`) as HTMLInputElement
    field("startsOn").value = "2024-08-01"
    field("startsTime").value = "09:00"
    await click("[data-training=t2] [data-action=save-training]")
    await click("[data-action=add-training]")
    const title = find("form.training-form [name=title]") as HTMLInputElement
    title.value = "Barista"
    await click("form.training-form [data-action=save-training]")
    expect(changes()).toEqual([
      {
        type: "describe-training",
        participant: "p1",
        training: "t2",
        particulars: { startsAt: "2024-08-01T09:00" },
      },
      { type: "describe-training", participant: "p1", particulars: { title: "Barista" } },
    ])
  })

  it("hears in words when something could not be done", async () => {
    await show(overviewFixtures.walletOpen)
    state.answer = () => ({ ok: false, failure: "storage-full" })
    await click("[data-step=wallet] [data-action=mark-done]")
    expect(textOf("[role=status]")).toContain("Penyimpanan browser penuh")
    expect(find("[data-step=wallet]")?.dataset.state).toBe("open")
  })
})
