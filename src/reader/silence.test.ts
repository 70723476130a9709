// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { dashboard, put, readingOf, readPage } from "../../tests/fixtures/reading"

const shown = "<button>Sambungkan Sekarang</button>"
const kindOf = (part: string) => readingOf(`<main>${shown}${part}</main>`)

describe("a private screen", () => {
  it.each([
    ["a password", `<input type="password">`],
    [
      "a password in a shadow tree",
      `<x-login><template shadowrootmode="open"><input type="password"></template></x-login>`,
    ],
    ["a one-time code", `<input autocomplete="one-time-code">`],
    ["a code by name", `<input name="otp">`],
    ["a code by id", `<input id="input-otp-1" type="tel">`],
    ["a code by its label", `<input aria-label="Masukkan kode verifikasi">`],
    ["a code by its placeholder", `<input placeholder="Kode OTP">`],
    ["boxes of a code", `<div>${`<input maxlength="1" inputmode="numeric">`.repeat(6)}</div>`],
    ["a camera", `<video autoplay playsinline></video>`],
    ["a consent heading", `<h2>Persetujuan</h2>`],
    ["a face heading", `<div role="heading">VERIFIKASI  WAJAH</div>`],
    ["a face dialog without heading", `<div role="dialog"><p>Verifikasi Wajah</p></div>`],
    ["a code heading", `<dialog open><h3>Masukkan Kode OTP</h3></dialog>`],
    ["a linking dialog", `<div role="dialog"><p>GoPay</p><input type="tel"></div>`],
    ["a linking dialog with a plain field", `<dialog open><input></dialog>`],
    ["a text area in a dialog", `<div aria-modal="true"><textarea></textarea></div>`],
  ])("is not looked at: %s", (_name, part) => {
    expect(kindOf(part)).toEqual({ kind: "silent", observations: [] })
  })

  it.each([
    ["a search field", `<input type="search" placeholder="Cari pelatihan">`],
    ["a text field outside a dialog", `<input type="text" name="q">`],
    ["a hidden password", `<div hidden><input type="password"></div>`],
    ["a password that is not displayed", `<input type="password" style="display: none">`],
    ["a closed dialog", `<dialog><input type="tel"></dialog>`],
    ["a video from a file", `<video src="/a.mp4"></video>`],
    ["a video from sources", `<video><source src="/a.mp4"></video>`],
    ["three short fields", `<input maxlength="1"><input maxlength="1"><input maxlength="1">`],
    ["a name that only holds the letters", `<input name="photoptions">`],
    ["a checkbox in a dialog", `<div role="dialog"><input type="checkbox"></div>`],
    ["a hidden consent heading", `<h2 hidden>Persetujuan</h2>`],
    ["the word as an item of a list", `<ul><li>Verifikasi Wajah</li></ul>`],
  ])("is not %s", (_name, part) => {
    expect(kindOf(part)).toMatchObject({ kind: "read", observations: [{ signal: "wallet-not-linked" }] })
  })

  it("is a video that plays a stream, wherever it stands", () => {
    put(`<main>${shown}<video src="/a.mp4" hidden></video></main>`)
    const video = document.querySelector("video") as HTMLVideoElement
    const url = new URL("https://dashboard.prakerja.go.id/")
    expect(readPage(document, url, dashboard).kind).toBe("read")
    const of = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject")
    Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
      configurable: true,
      get() {
        return this === video ? { getTracks: () => [] } : null
      },
    })
    expect(readPage(document, url, dashboard).kind).toBe("silent")
    if (of) Object.defineProperty(HTMLMediaElement.prototype, "srcObject", of)
    else Reflect.deleteProperty(HTMLMediaElement.prototype, "srcObject")
  })

  it("never asks a field for what is typed into it", () => {
    const asked: string[] = []
    const guards = [HTMLInputElement.prototype, HTMLTextAreaElement.prototype].map((prototype) => {
      const value = Object.getOwnPropertyDescriptor(prototype, "value") as PropertyDescriptor
      Object.defineProperty(prototype, "value", {
        ...value,
        get() {
          asked.push(prototype.constructor.name)
          return ""
        },
      })
      return () => Object.defineProperty(prototype, "value", value)
    })
    kindOf(`<input name="nama" value="Budi"><textarea>Budi</textarea><div role="dialog"><input></div>`)
    for (const restore of guards) restore()
    expect(asked).toEqual([])
  })

  it.each(['contenteditable="true"', 'contenteditable=""', "contenteditable=plaintext-only"])(
    "never reads the words that are typed where %s stands",
    (editable) => {
      const words: string[] = []
      const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, "data") as PropertyDescriptor
      Object.defineProperty(CharacterData.prototype, "data", {
        ...data,
        get() {
          const text: string = data.get?.call(this)
          words.push(text)
          return text
        },
      })
      kindOf(`<p>Halo</p><div ${editable}>Budi<p>Ratna</p></div>`)
      Object.defineProperty(CharacterData.prototype, "data", data)
      expect(words).toContain("Halo")
      expect(words.join(" ")).not.toMatch(/Budi|Ratna/)
    },
  )
})

describe("the kind of a reading", () => {
  const filler = Array.from(
    { length: 12 },
    (_, at) => `<div>Potongan kalimat nomor ${at} tanpa arti</div>`,
  ).join("")
  it.each([
    ["unread", "a full page of which nothing is understood", filler],
    ["read", "a page that has hardly begun", "<div>Memuat</div>"],
    ["read", "an empty page", ""],
    ["read", "a page with a known section", `<h2>Pelatihan Saya</h2>${filler}`],
    ["read", "a page with a known word that says nothing here", `<div><b>Berhasil</b></div>${filler}`],
    ["read", "a full page that is not shown", `<div style="display:none">${filler}</div>`],
  ])("is %s for %s", (kind, _name, page) => {
    expect(readingOf(`<main>${page}</main>`)).toEqual({ kind, observations: [] })
  })
})
