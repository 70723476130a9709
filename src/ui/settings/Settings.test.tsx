// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage, resetOwnPage } from "../../../tests/fixtures/ownPage"
import { all, clear, click, find, render, textOf } from "../../../tests/fixtures/render"
import type { Overview } from "../../messages/overview"
import { Settings } from "./Settings"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()
const nobody = overviewFixtures.noParticipant.overview
const somebody = overviewFixtures.walletOpen.overview
/** Somebody whose passphrase was not given. */
const { journey: _, ...unread } = somebody
const locked: Overview = { ...unread, people: unread.people.map((person) => ({ ...person, locked: true })) }

let overview: Overview
beforeEach(() => {
  resetOwnPage()
  overview = somebody
  state.answer = (message) => {
    if (message.type === "safety-copies") return { ok: true, value: [] }
    if (message.type === "change-preferences")
      overview = { ...overview, preferences: { ...overview.preferences, ...message.preferences } }
    if (message.type === "delete-everything") overview = nobody
    return { ok: true, value: overview }
  }
})
afterEach(clear)

const sent = (type: string) => state.sent.filter((message) => message.type === type)
const typeWord = (word: string) =>
  act(async () => {
    const input = find("[name=deleteWord]") as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, word)
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })
const confirm = () => click(".delete [type=submit]")

describe("the settings page", () => {
  it.each([
    ["somebody", somebody],
    ["nobody", nobody],
    ["somebody whose notes are locked", locked],
  ])("has all its parts for %s, each named in its list", async (_who, shown) => {
    overview = shown
    await render(<Settings />)
    const parts = ["people", "language", "reminders", "sites", "data", "about"]
    expect(all("section.panel").map(({ id }) => id)).toEqual(parts)
    expect(all(".page-contents a").map((link) => link.getAttribute("href"))).toEqual(
      parts.map((part) => `#${part}`),
    )
    expect(textOf("#about")).toContain("Kartu Prakerja, diperiksa Min, 22 Nov 2026")
    expect(textOf("#about")).toContain("1.2.3")
    expect(document.title).toBe("Pengaturan · Jejak")
  })

  it("saves a language and a zone, and says so beside each", async () => {
    await render(<Settings />)
    await click("[name=zone][value='Asia/Jayapura']")
    expect(textOf('[data-setting="zone"]')).toBe("Tersimpan.")
    await click("[name=language][value=en]")
    expect(textOf('[data-setting="language"]')).toBe("Tersimpan.")
    expect(textOf('[data-setting="zone"]')).toBe("")
    expect(sent("change-preferences").at(-1)).toMatchObject({
      preferences: { zone: "Asia/Jayapura", language: "en" },
    })
    await click("[name=zone][value='']")
    expect(sent("change-preferences").at(-1)).toMatchObject({ preferences: { zone: null } })
  })

  it("does not let a switch undo a language that is on its way", async () => {
    await render(<Settings />)
    const { sendMessage } = ownPage().browser.runtime
    let reply: (() => void) | undefined
    vi.spyOn(ownPage().browser.runtime, "sendMessage").mockImplementation(async (message) => {
      const answered = await sendMessage(message)
      await new Promise<void>((resolve) => {
        reply = resolve
      })
      return answered
    })
    await click("[name=language][value=en]")
    await click("[name=badge]")
    expect(sent("change-preferences").at(-1)).toMatchObject({ preferences: { language: "en", badge: false } })
    vi.restoreAllMocks()
    await act(async () => reply?.())
  })
})

describe("deleting everything", () => {
  it("is asked for, and not done for another word", async () => {
    await render(<Settings />)
    await click("[data-action=delete-everything]")
    expect(textOf(".delete")).toContain("HAPUS")
    await typeWord("hapuskan")
    await confirm()
    expect(textOf(".delete .error")).toContain("Ketik HAPUS")
    expect(document.activeElement).toBe(find("[name=deleteWord]"))
    expect(sent("delete-everything")).toEqual([])
  })

  it.each(["HAPUS", " hapus "])("is done once %j was typed, and said", async (word) => {
    await render(<Settings />)
    await click("[data-action=delete-everything]")
    await typeWord(word)
    await confirm()
    expect(sent("delete-everything")).toHaveLength(1)
    expect(textOf(".delete .notice")).toBe("Semua sudah dihapus dari browser ini.")
    expect(find("[name=deleteWord]")).toBeNull()
  })

  it("says why when it could not be done, and keeps the question open", async () => {
    const { answer } = state
    state.answer = (message) =>
      message.type === "delete-everything" ? { ok: false, failure: "storage-unavailable" } : answer(message)
    await render(<Settings />)
    await click("[data-action=delete-everything]")
    await typeWord("hapus")
    await confirm()
    expect(find(".delete .notice")?.dataset.failed).toBe("true")
    expect(find("[name=deleteWord]")).not.toBeNull()
  })
})
