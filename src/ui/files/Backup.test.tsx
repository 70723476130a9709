// @vitest-environment jsdom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { changes, closePopup, openPopup, show } from "../../../tests/fixtures/popup"
import { click, find, textOf } from "../../../tests/fixtures/render"
import type { BackupPreview } from "../../messages/overview"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const { state } = ownPage()

beforeEach(openPopup)
afterEach(closePopup)

describe("the backup", () => {
  const restore = async (text: string) => {
    const input = find("[data-action=import-backup]") as HTMLInputElement
    Object.defineProperty(input, "files", { configurable: true, value: [{ text: async () => text }] })
    await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })))
  }

  it("is saved as a file", async () => {
    const saved: string[] = []
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} }))
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href}`)
    })
    await show(overviewFixtures.walletOpen)
    state.answer = () => ({ ok: true, value: { fileName: "jejak.json", json: "{}" } })
    await click("[data-action=export-backup]")
    expect(saved).toEqual(["jejak.json blob:x"])
    expect(textOf("[role=status]")).toContain("jejak.json")
  })

  it("is taken back, says what was in it, and shows it", async () => {
    await show(overviewFixtures.noParticipant)
    const { overview } = overviewFixtures.walletOpen
    state.answer = (message) => ({
      ok: true,
      value: message.type === "import-backup" ? { participants: 1, facts: 12 } : overview,
    })
    await restore("a backup")
    expect(changes()).toEqual([{ type: "import-backup", backup: "a backup" }])
    expect(textOf("[role=status]")).toContain("1 peserta, 12 catatan")
    expect(find("[data-next-step]")).not.toBeNull()
  })

  it("says so when it cannot be used", async () => {
    await show(overviewFixtures.walletOpen)
    state.answer = () => ({ ok: false, failure: "backup-from-the-future" })
    await restore("?")
    expect(textOf("[role=status][data-failed=true]")).toContain("Jejak yang lebih baru")
  })

  it("is first shown where somebody's notes could change, and restored on their word", async () => {
    await show(overviewFixtures.walletOpen)
    const preview: BackupPreview = {
      exportedAt: "2024-07-01T00:00:00.000Z",
      people: [
        { displayName: "Sari", wave: 70, isNew: false, sealed: false, facts: 9, newFacts: 3 },
        { displayName: "Budi", wave: 69, isNew: true, sealed: true, facts: 4, newFacts: 4 },
      ],
      preferences: false,
    }
    state.answer = () => ({ ok: true, value: preview })
    await restore("a backup")
    expect(changes()).toEqual([{ type: "preview-backup", backup: "a backup" }])
    expect(textOf("[data-restore]")).toContain("Sen, 1 Jul 2024, 07.00 WIB")
    expect(textOf("[data-restore]")).toContain("ditambah 3 catatan")
    expect(textOf("[data-restore]")).toContain("Belum ada di browser ini: ditambahkan dengan 4 catatan")

    await click("[data-action=cancel-restore]")
    expect(find("[data-restore]")).toBeNull()
    await restore("a backup")
    const { overview } = overviewFixtures.walletOpen
    state.answer = ({ type }) => ({
      ok: true,
      value: type === "import-backup" ? { participants: 1, facts: 7 } : overview,
    })
    await click("[data-action=confirm-restore]")
    expect(changes().at(-1)).toEqual({ type: "import-backup", backup: "a backup" })
    expect(textOf("[role=status]")).toContain("1 peserta, 7 catatan")
    expect(find("[data-restore]")).toBeNull()
  })

  it("offers nothing to restore when everything is there", async () => {
    await show(overviewFixtures.walletOpen)
    const person = { displayName: "Sari", wave: 70, isNew: false, sealed: false, facts: 9, newFacts: 0 }
    const preview: BackupPreview = {
      exportedAt: "2024-07-01T00:00:00.000Z",
      people: [person],
      preferences: false,
    }
    state.answer = () => ({ ok: true, value: preview })
    await restore("a backup")
    expect(find("[data-action=confirm-restore]")).toBeNull()
    expect(textOf("[data-restore]")).toContain("Tidak ada yang berubah")
  })

  it("is not even opened when it is far too large", async () => {
    await show(overviewFixtures.walletOpen)
    const text = vi.fn(async () => "")
    const input = find("[data-action=import-backup]") as HTMLInputElement
    Object.defineProperty(input, "files", { value: [{ size: 30_000_000, text }] })
    await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })))
    expect(text).not.toHaveBeenCalled()
    expect(textOf("[role=status][data-failed=true]")).toContain("terlalu besar")
  })
})
