// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { attributes, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { AccountQuestion, Overview } from "../../messages/overview"
import { OwnPage } from "../OwnPage"
import { storedOverview } from "../stored"
import { PeopleSettings } from "./PeopleSettings"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

beforeEach(openPopup)
afterEach(closePopup)

const { now, overview } = overviewFixtures.walletOpen
const SITI = { id: "p1", displayName: "Siti Aminah", wave: 70, current: true, locked: false }
const BUDI = { id: "p2", displayName: "Budi <b>Santoso</b>", wave: 71, current: false, locked: false }
const QUESTION: AccountQuestion = {
  id: "q1",
  site: "dashboard",
  host: "dashboard.prakerja.go.id",
  at: "2024-07-13T11:00:00.000Z",
}
const asked = (question: Partial<AccountQuestion> = {}, more: Partial<Overview> = {}) =>
  show({
    now,
    overview: { ...overview, people: [BUDI, SITI], accountQuestion: { ...QUESTION, ...question }, ...more },
  })
const answers = () => attributes("[data-account-question=q1] [data-action=answer-account]", "data-answer")

describe("an account of which nobody knows whose it is", () => {
  it("is asked at the top, with everybody here, whoever is looked at first", async () => {
    await asked()
    expect(textOf("[data-account-question] h2")).toBe("Akun siapa yang terbuka di dashboard.prakerja.go.id?")
    expect(answers()).toEqual(["p1", "p2", "new", "nobody"])
    expect(textOf("[data-answer=p2]")).toBe("Budi <b>Santoso</b>")
    expect(textOf("[data-account-question] p")).toContain("Terlihat Sab, 13 Jul 2024, 18.00 WIB.")
    const next = find("[data-next-step]") as HTMLElement
    expect(find("[data-account-question]")?.compareDocumentPosition(next)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
  })

  it.each([
    ["p2", "p2"],
    ["nobody", null],
  ])("is answered with one click: %s", async (answer, participant) => {
    await asked()
    await click(`[data-answer=${answer}]`)
    expect(changes()).toEqual([{ type: "answer-account", account: "q1", participant }])
  })

  it("may be that of somebody who is added then", async () => {
    await asked()
    await click("[data-answer=new]")
    expect(changes()).toEqual([])
    expect(ownPage().state.opened).toEqual(["chrome-extension://jejak/tabs/welcome.html?new=1&account=q1"])
  })

  it("is asked also of somebody whose notes are locked", async () => {
    const { journey: _, ...locked } = overview
    await show({ now, overview: { ...locked, people: [BUDI, SITI], accountQuestion: QUESTION } })
    expect(answers()).toEqual(["p1", "p2", "new", "nobody"])
  })

  it("tells two of one name apart", async () => {
    await asked({}, { people: [SITI, { ...BUDI, displayName: "Siti Aminah" }] })
    expect(textOf("[data-answer=p1]")).toBe("Siti Aminah (gelombang 70)")
    expect(textOf("[data-answer=p2]")).toBe("Siti Aminah (gelombang 71)")
  })

  it("says so when the answer could not be taken", async () => {
    await asked()
    ownPage().state.answer = () => ({ ok: false, failure: "not-understood" })
    await click("[data-answer=p2]")
    expect(find("[role=status]")?.dataset.failed).toBe("true")
  })
})

describe("an account that is another's", () => {
  it("offers first to switch to them, and keeps the other answers at hand", async () => {
    await asked({ belongsTo: { id: "p2", displayName: "Budi" } })
    expect(textOf("[data-account-question] h2")).toContain("Budi <b>Santoso</b>")
    expect(textOf("[data-account-question]")).toContain("Siti Aminah")
    expect(answers()).toEqual(["p2", "p1", "new", "nobody"])
    expect(textOf("[data-answer=p2]")).toBe("Pindah ke Budi <b>Santoso</b>")
    await click("[data-answer=p2]")
    expect(changes()).toEqual([{ type: "answer-account", account: "q1", participant: "p2" }])
  })
})

describe("an account that is nobody's here", () => {
  it("is told without asking, and can be said otherwise", async () => {
    await asked({ nobody: true })
    expect(find("[data-account-question] h2")).toBeNull()
    expect(answers()).toEqual(["p1", "p2", "new"])
    expect(find("[data-account-question] details")).toHaveProperty("open", false)
  })
})

describe("whose account it is", () => {
  it("can be taken back where it is known, with one click", async () => {
    const answered = { ...overview, people: [{ ...SITI, hasAccount: true as const }, BUDI] }
    ownPage().state.answer = ({ type }) => ({
      ok: true,
      value: type === "history" ? { entries: [], trainings: [] } : answered,
    })
    await render(
      <OwnPage heading="Pengaturan" forAnybody>
        <PeopleSettings />
      </OwnPage>,
    )
    expect(attributes("[data-action=forget-accounts]", "aria-label")).toEqual([
      "Lupakan akun dasbor Siti Aminah",
    ])
    await click("[data-person=p1] [data-action=forget-accounts]")
    expect(changes().filter(({ type }) => type !== "history")).toEqual([
      { type: "forget-accounts", participant: "p1" },
    ])
    expect(textOf("[role=status]")).toContain("Akun dasbor Siti Aminah dilupakan.")
  })
})

describe("without a question", () => {
  it("nothing is asked", async () => {
    await show({ now, overview })
    expect(find("[data-account-question]")).toBeNull()
  })
})

it("a stored question is shown only when it is one", () => {
  const stored = (accountQuestion: unknown) => storedOverview({ ...overview, accountQuestion })
  expect(stored(QUESTION)).toBeDefined()
  expect(stored({ ...QUESTION, belongsTo: { id: "p2", displayName: "Budi" } })).toBeDefined()
  expect(stored({ ...QUESTION, nobody: true })).toBeDefined()
  for (const wrong of [
    { ...QUESTION, id: 1 },
    { ...QUESTION, nobody: "yes" },
    { ...QUESTION, belongsTo: {} },
  ])
    expect(stored(wrong)).toBeUndefined()
})
