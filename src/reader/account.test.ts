// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { readingOf, saidBy } from "../../tests/fixtures/reading"

const GREETING = 'account-name {"name":"sari dewi"}'
const ADDRESS = 'account-email {"email":"sari@rumah.example"}'
const LONG =
  "Setelah pembelian, peserta sebaiknya menyimpan kode dengan baik karena kode itu hanya berlaku untuk satu pelatihan."

describe("who is logged in is read", () => {
  it.each([
    ["a heading", "<main><h1>Halo, Sari Dewi</h1></main>"],
    ["in another spelling", "<main><h1>HAI, Sari  Dewi!</h1></main>"],
    ["a short text", "<header><div>Selamat datang, Sari Dewi</div></header>"],
    ["in parts", "<header><p>Halo, <b>Sari Dewi</b> 👋</p></header>"],
  ])("from a greeting: %s", (_how, body) => {
    expect(saidBy(body)).toEqual([GREETING])
  })

  it.each([
    ["a short text", "<header><span>Sari@Rumah.example</span></header>"],
    ["beside a name", "<header><div><b>Sari</b><span>sari@rumah.example</span></div></header>"],
    ["under a label", "<main><dl><dt>Email</dt><dd>sari@rumah.example</dd></dl></main>"],
  ])("from an address: %s", (_how, body) => {
    expect(saidBy(body)).toEqual([ADDRESS])
  })

  it("before all else that the page says", () => {
    expect(
      saidBy(
        "<main><section><h2>Saldo Pelatihan</h2><p>Rp10.000</p></section><h2>Halo, Sari Dewi</h2></main>",
      ),
    ).toEqual([GREETING, 'balance {"amount":10000}'])
  })
})

describe("nobody is logged in by", () => {
  it.each([
    ["a name in prose", `<main><p>${LONG}</p><p>Halo, Sari Dewi</p></main>`],
    ["a greeting within a sentence", `<main><p>Lalu tulis <b>Halo, Sari Dewi</b> di pesanmu.</p></main>`],
    ["a name alone", "<header><span>Sari Dewi</span></header>"],
    ["a greeting of no one", "<main><h1>Halo</h1><h2>Halo, 2024!</h2></main>"],
    ["a greeting with a message", "<main><h1>Halo, ada 3 hal yang baru untukmu</h1></main>"],
    ["an address in the footer", "<main><h1>Beranda</h1></main><footer><p>sari@rumah.example</p></footer>"],
    ["an address that is a link", '<main><a href="mailto:sari@rumah.example">sari@rumah.example</a></main>'],
    ["an address in a sentence", "<main><p>Kirim ke <b>sari@rumah.example</b> sebelum besok.</p></main>"],
    ["an address after prose", `<main><p>${LONG}</p><p>sari@rumah.example</p></main>`],
    ["an address in a menu", "<nav><span>sari@rumah.example</span></nav>"],
    ["a hidden address", '<main><p style="display: none">sari@rumah.example</p></main>'],
    ["an address in a field", '<main><input value="sari@rumah.example"></main>'],
  ])("%s", (_where, body) => {
    expect(saidBy(body).filter((one) => one.startsWith("account"))).toEqual([])
  })

  it("a training's title or its institution's address", () => {
    const card = (title: string) =>
      `<article><h3>${title}</h3><p>Jadwal: 1 Maret 2024</p><p>sari@rumah.example</p><button>Beri Ulasan</button></article>`
    expect(saidBy(`<main>${card("Halo, Sari Dewi")}${card("Menjahit")}</main>`)).toEqual([
      "review-outstanding @Halo, Sari Dewi",
      "review-outstanding @Menjahit",
    ])
  })

  it("two texts without a space between them", () => {
    expect(saidBy("<header><div>Sari<span>sari@rumah.example</span></div></header>")).toEqual([])
  })

  it("anything on a silent page", () => {
    expect(readingOf("<main><h1>Halo, Sari Dewi</h1></main>", "/masuk").observations).toEqual([])
  })
})

describe("what is told as evidence", () => {
  it("names nobody, neither by the words nor as the heading over others", () => {
    const { observations } = readingOf(
      "<main><h1>Halo, Sari Dewi</h1><p>sari@rumah.example</p><button>Sambungkan Sekarang</button></main>",
    )
    expect(observations.map(({ words, place }) => [words, place.section])).toEqual([
      ["Halo, …", undefined],
      ["…", "Halo, …"],
      ["Sambungkan Sekarang", "Halo, …"],
    ])
  })
})

it("a greeting is no training's title", () => {
  const said = saidBy("<main><h1>Halo, Sari Dewi</h1><button>Beri Ulasan</button></main>")
  expect(said).toEqual([GREETING])
})

it("a page on which only the account is understood counts as not understood", () => {
  const texts = Array.from({ length: 12 }, (_, at) => `<p>Tulisan yang tidak dikenal nomor ${at}</p>`).join(
    "",
  )
  const reading = readingOf(`<header><span>sari@rumah.example</span></header><main>${texts}</main>`)
  expect(reading.kind).toBe("unread")
  expect(reading.observations).toHaveLength(1)
})
