// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { readingOf, saidBy } from "../../tests/fixtures/reading"

const linked = (button: string) => saidBy(`<main>${button}</main>`)

describe("the same words in other clothes", () => {
  it.each([
    ["upper case", `<button>SAMBUNGKAN SEKARANG</button>`],
    ["text-transform", `<button style="text-transform: uppercase">sambungkan sekarang</button>`],
    ["NBSP", `<button>Sambungkan&nbsp;Sekarang</button>`],
    ["zero width", `<button>Sambung\u200bkan\u200d \u2060Sekarang\ufeff</button>`],
    ["soft hyphen", `<button>Sam&shy;bungkan Se&shy;karang</button>`],
    ["full width", `<button>Ｓａｍｂｕｎｇｋａｎ Sekarang</button>`],
    ["lines", `<button>\n  Sambungkan\n\t Sekarang\n</button>`],
    ["spans with a space", `<button><span>Sambungkan</span> <span>Sekarang</span></button>`],
    ["spans without a space", `<button><span>Sambungkan</span><span>Sekarang</span></button>`],
    ["a first letter apart", `<button><b>S</b>ambungkan Sekarang</button>`],
    ["bold within", `<button>Sambungkan <b>Sekarang</b></button>`],
    ["blocks", `<button><div>Sambungkan</div><div>Sekarang</div></button>`],
    ["deep", `<button><span><span><i><span>Sambungkan Sekarang</span></i></span></span></button>`],
    ["an icon", `<button><svg><title>Panah</title></svg>Sambungkan Sekarang</button>`],
    ["an icon within", `<button>Sambungkan <svg></svg> Sekarang</button>`],
    ["an arrow", `<button>Sambungkan Sekarang →</button>`],
    ["a mark", `<button>✓ Sambungkan Sekarang!</button>`],
    ["a comment within", `<button>Sambungkan Se<!-- x -->karang</button>`],
    ["a link", `<a href="#">Sambungkan Sekarang</a>`],
    ["a role", `<div role="button" tabindex="0">Sambungkan Sekarang</div>`],
    ["a spelling", `<button>Sambungkan Rekening / Dompet Elektronik</button>`],
    ["another spelling", `<button>Sambungkan Rekening/E-money</button>`],
    ["after a sentence", `<p>Rekening kamu belum ada. <a href="#">Sambungkan Sekarang</a></p>`],
    ["a heading around a link", `<h3><a href="#">Sambungkan Sekarang</a></h3>`],
    ["a heading within a link", `<a href="#"><h3>Sambungkan Sekarang</h3></a>`],
  ])("%s", (_name, button) => {
    expect(linked(button)).toEqual(["wallet-not-linked"])
  })

  it("joins text that was split into nodes", () => {
    readingOf(`<main><button id="b"></button></main>`)
    const button = document.createElement("button")
    button.append("Sam", "bung", "kan ", "", "Se", "karang")
    expect(linked(button.outerHTML)).toEqual(["wallet-not-linked"])
    document.body.replaceChildren(button)
    expect(button.childNodes).toHaveLength(6)
  })

  it.each([
    ["more words", `<button>Sambungkan Sekarang Juga</button>`],
    ["fewer words", `<button>Sambungkan</button>`],
    ["a badge instead of a control", `<span>Sambungkan Sekarang</span>`],
    ["a heading instead of a control", `<h2>Sambungkan Sekarang</h2>`],
    ["words in a row of words", `<span>ayo, sambungkan sekarang</span>`],
  ])("but not %s", (_name, button) => {
    expect(linked(button)).toEqual([])
  })
})

describe("what is noted", () => {
  it("cuts and masks the words", () => {
    const [observation] = readingOf(
      `<main><h2>Rekening 0812-3456-7890</h2><p>Nomor Kartu Prakerja 1234 5678 9012 3456</p></main>`,
    ).observations
    expect(observation).toEqual({
      signal: "card-number",
      values: { card: "1234567890123456" },
      words: "Nomor Kartu Prakerja ••••",
      place: { kind: "badge", section: "Rekening ••••" },
    })
  })

  it.each([
    ["in one text", `<h3>Nomor Kartu Prakerja</h3><p>1234567890123456</p>`],
    ["in groups", `<div><span>Nomor Kartu Prakerja</span><span>1234-5678-9012-3456</span></div>`],
    [
      "in four spans",
      `<div><div>Nomor Kartu Prakerja</div><div><span>1234</span><span>5678</span><span>9012</span><span>3456</span></div></div>`,
    ],
    [
      "in four blocks",
      `<div><div>Nomor Kartu Prakerja</div><div><p>1234</p><p>5678</p><p>9012</p><p>3456</p></div></div>`,
    ],
    ["in a definition list", `<dl><dt>Nomor Kartu Prakerja</dt><dd>1234 5678 9012 3456</dd></dl>`],
    ["in a table", `<table><tr><td>Nomor Kartu Prakerja:</td><td>1234 5678 9012 3456</td></tr></table>`],
  ])("reads a card number %s", (_name, part) => {
    const reading = readingOf(`<main><section>${part}</section></main>`)
    expect(reading.observations).toMatchObject([
      { signal: "card-number", values: { card: "1234567890123456" } },
    ])
    expect(JSON.stringify(reading.observations.map(({ words, place }) => [words, place]))).not.toMatch(
      /\d{4}/,
    )
  })

  it.each([
    ["a hidden number", `<h3>Nomor Kartu Prakerja</h3><p>•••• •••• •••• 3456</p>`],
    ["no number", `<h3>Nomor Kartu Prakerja</h3><p>Belum tersedia</p>`],
    [
      "a number elsewhere",
      `<h3>Nomor Kartu Prakerja</h3><p>Belum</p><section><h3>Lain</h3><p>1234567890123456</p></section>`,
    ],
    ["fifteen digits", `<h3>Nomor Kartu Prakerja</h3><p>123456789012345</p>`],
  ])("reads none from %s", (_name, part) => {
    expect(saidBy(`<main><section>${part}</section></main>`)).toEqual([])
  })

  it.each([
    ["in one text", `<p>Saldo Pelatihan Rp3.500.000</p>`, 3500000],
    ["with a colon", `<p>Saldo Pelatihan: Rp 3.500.000,00</p>`, 3500000],
    ["below", `<div><div>Saldo Pelatihan</div><div>Rp1.250.000</div></div>`, 1250000],
    ["above", `<div><h2>Rp0</h2><p>Saldo Pelatihan</p></div>`, 0],
    [
      "split",
      `<div><div>Saldo Pelatihan</div><div><span>Rp</span><span>3.500.000</span></div></div>`,
      3500000,
    ],
    [
      "beside another",
      `<div><div>Insentif</div><div>Rp600.000</div><div>Saldo Pelatihan</div><div>Rp1.000.000</div></div>`,
      1000000,
    ],
  ])("reads a balance %s", (_name, part, amount) => {
    expect(readingOf(`<main>${part}</main>`).observations).toMatchObject([
      { signal: "balance", values: { amount } },
    ])
  })

  it.each([
    ["by its name", `<span>DANA</span><button>Ubah</button>`, "dana"],
    ["with a number", `<span>BCA - ****1234</span><button>Ubah</button>`, "bca"],
    [
      "by its picture",
      `<img src="/a.png" alt="Logo OVO"><span>0812****123</span><a href="#">Ubah</a>`,
      "ovo",
    ],
    ["in a list", `<ul><li><span>LinkAja</span></li><li><button>Ubah</button></li></ul>`, "linkaja"],
  ])("reads the linked wallet %s", (_name, part, provider) => {
    const page = `<main><section><h2>Rekening/E-Wallet</h2><div>${part}</div></section></main>`
    expect(readingOf(page).observations).toMatchObject([
      { signal: "wallet-changeable", values: { provider } },
    ])
  })

  it.each([
    ["another section", `<h2>Profil</h2><div><span>DANA</span><button>Ubah</button></div>`],
    ["no wallet", `<h2>Rekening</h2><div><span>Alamat</span><button>Ubah</button></div>`],
    ["several wallets", `<h2>Rekening</h2><div><span>DANA</span><span>OVO</span><button>Ubah</button></div>`],
    ["another word", `<h2>Rekening</h2><div><span>Dana Tertahan</span><button>Ubah</button></div>`],
    [
      "a closed section",
      `<section><h2>Rekening</h2></section><section><div><span>DANA</span><button>Ubah</button></div></section>`,
    ],
  ])("reads no linked wallet from %s", (_name, part) => {
    expect(saidBy(`<main>${part}</main>`).filter((said) => said.startsWith("wallet"))).toEqual([])
  })

  it.each([
    ["Verifikasi NIK Gagal", "wallet-refused-nik"],
    ["VERIFIKASI NIK GAGAL!", "wallet-refused-nik"],
    ["Upgrade E-Wallet", "wallet-refused-upgrade"],
    ["Upgrade dompet elektronik", "wallet-refused-upgrade"],
    ["Akun DANA Tidak Aktif", "wallet-refused-inactive"],
    ["Rekening ini sudah pernah didaftarkan", "wallet-refused-registered"],
  ])("tells %s from every other failure of linking", (words, signal) => {
    expect(saidBy(`<main><h1>Rekening</h1><h2>${words}</h2></main>`)).toEqual([signal])
  })

  it("names the wallet of a sentence", () => {
    expect(saidBy(`<main><p>GoPay kamu sudah tersambung ke akun Prakerja.</p></main>`)).toEqual([
      'wallet-connected {"provider":"gopay"}',
    ])
  })
})
