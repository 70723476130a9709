import { describe, expect, it, vi } from "vitest"
import { ownPage } from "../../../tests/fixtures/ownPage"
import "../../later/keys"
import { takeFile } from "./backup-file"
import { openFile, type SealedFile, sealedFileIn, sealFile } from "./sealed-file"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

const BACKUP = '{"format":"jejak-backup"} Kartu Prakerja é 🎓'

describe("a backup behind a passphrase", async () => {
  const text = await sealFile(BACKUP, "kucing oranye")
  const file = sealedFileIn(text) as SealedFile

  it("holds nothing that can be read, and opens with its passphrase", async () => {
    expect(text).not.toContain("Prakerja")
    expect(await openFile(file, "kucing oranye")).toBe(BACKUP)
    expect(await takeFile({ size: text.length, text: async () => text })).toEqual({ kind: "sealed", file })
  })

  it("opens with no other, nor once it was changed", async () => {
    await expect(openFile(file, "kucing hitam")).rejects.toThrow()
    const data = file.sealed.data.replace(/^./, (first) => (first === "A" ? "B" : "A"))
    await expect(openFile({ ...file, sealed: { ...file.sealed, data } }, "kucing oranye")).rejects.toThrow()
    await expect(
      openFile({ ...file, sealed: { iv: "?", data: "no base64" } }, "kucing oranye"),
    ).rejects.toThrow()
  })

  it("of a newer version is refused as such", () => {
    expect(sealedFileIn(text.replace('"version":1', '"version":2'))).toBe("from-the-future")
  })

  it("that would take hours or gigabytes is not tried", () => {
    expect(sealedFileIn(text.replace(/"memory":\d+/, '"memory":99999999'))).toBe("not-sealed")
    expect(sealedFileIn(text.replace(/"passes":\d+/, '"passes":1000'))).toBe("not-sealed")
  })

  it("is told from a plain one that only speaks of it", () => {
    expect(sealedFileIn(BACKUP)).toBe("not-sealed")
    expect(sealedFileIn(`{"format":"jejak-backup","words":"jejak-backup-sealed"}`)).toBe("not-sealed")
  })
})

describe("a file", () => {
  it("that is too large, or cannot be read, is refused", async () => {
    const of = (text: () => Promise<string>, size = 1) => takeFile({ size, text })
    expect(await of(async () => "", 27_000_000)).toEqual({ kind: "refused", failure: "backup-too-large" })
    expect(await of(async () => "x".repeat(20_000_001))).toEqual({
      kind: "refused",
      failure: "backup-too-large",
    })
    expect(await of(() => Promise.reject(new Error()))).toEqual({
      kind: "refused",
      failure: "backup-damaged",
    })
  })

  it("as large as may be is taken", async () => {
    const text = "x".repeat(20_000_000)
    expect(await takeFile({ size: text.length, text: async () => text })).toMatchObject({ kind: "plain" })
  })
})
