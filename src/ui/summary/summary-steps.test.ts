import { describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import type { DeadlineView, StepView } from "../../journey/journey"
import { stepRow } from "./summary-steps"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { journey } = overviewFixtures.walletOpen.overview
if (!journey) throw new Error("no journey")

const source = { of: "faq", checkedOn: "2026-11-22" } as const
const deadline = (due: string, more: Partial<DeadlineView> = {}): DeadlineView => ({
  id: "post-test-webinar",
  step: "post-test",
  due,
  from: { anchor: "last-meeting", on: "2024-04-01", assumed: false },
  source,
  ...more,
})
const LAST_DAY = deadline("2024-04-30T23:59:00+07:00")
const step = (more: Partial<StepView>): StepView => ({
  id: "post-test",
  state: "open",
  deadlines: [LAST_DAY],
  waiting: false,
  source,
  ...more,
})
const lineOf = (view: StepView, now = "2024-05-02T00:00:00Z") =>
  stepRow(view, { journey, name: "Sari", now: Date.parse(now) }).lines.join("\n")

describe("a deadline is told", () => {
  it.each<[string, Partial<StepView>, string]>([
    ["met on the day before", { state: "done", on: "2024-04-29" }, "terpenuhi."],
    ["met on its last day", { state: "done", on: "2024-04-30" }, "terpenuhi."],
    ["met when it was seen done in time", { state: "done", on: "2024-04-20", assumed: true }, "terpenuhi."],
    [
      "done late, when the day is known",
      { state: "done", on: "2024-05-01" },
      "dikerjakan sesudah batas ini.",
    ],
    [
      "as not known when it was only seen later",
      { state: "done", on: "2024-05-01", assumed: true },
      "waktunya tidak tercatat pasti.",
    ],
    ["as not known without a day", { state: "done" }, "waktunya tidak tercatat pasti."],
    ["missed", { state: "missed" }, "terlewat."],
    ["over, where that misses nothing", {}, "sudah lewat."],
  ])("%s", (_what, view, words) => {
    expect(lineOf(step(view))).toMatch(
      new RegExp(`^Batas post-test: Sel, 30 Apr 2024, 23.59 WIB, .*${words}$`),
    )
  })

  it("still running before it is over", () => {
    expect(lineOf(step({}), "2024-04-30T16:58:00Z")).toContain("masih berjalan")
  })

  it("as not known where it has a clock and only the day is known", () => {
    const window = deadline("2024-03-01T10:00:00+07:00")
    expect(lineOf(step({ state: "done", on: "2024-03-01", deadlines: [window] }))).toContain(
      "tidak tercatat pasti",
    )
    expect(lineOf(step({ state: "done", on: "2024-02-29", deadlines: [window] }))).toContain("terpenuhi")
  })

  it("with a word on what it was counted from only by guess", () => {
    const guessed = deadline("2024-04-30T23:59:00+07:00", {
      from: { anchor: "last-meeting", on: "2024-04-01", assumed: true },
    })
    expect(lineOf(step({ deadlines: [guessed] })).length).toBeGreaterThan(lineOf(step({})).length)
  })

  it("only where it presses", () => {
    expect(lineOf(step({ deadlines: [{ ...LAST_DAY, right: true }] }))).toBe("")
  })
})
