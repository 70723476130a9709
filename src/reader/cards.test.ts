// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { dashboard, readingOf, saidBy } from "../../tests/fixtures/reading"

const ANSWER =
  "Jawaban ini cukup panjang supaya jelas bahwa ia sebuah kalimat dan bukan kata dari halaman kemajuan peserta."

describe("a page of few words", () => {
  const title = (body: string) =>
    readingOf(body).observations.find(({ signal }) => signal === "review-outstanding")?.training?.title

  it.each([
    ["one word under a heading", `<div><h3>Menjahit</h3><button>Beri Ulasan</button></div>`],
    [
      "a list",
      `<ul><li><h3>Menjahit</h3><button>Beri Ulasan</button></li><li><h3>Dua</h3><a>Lain</a></li></ul>`,
    ],
    ["bold, with an institution", `<div><b>Menjahit</b><p>LP Maju</p><button>Beri Ulasan</button></div>`],
    ["a link", `<div><h3>Menjahit</h3><a href="/ulasan">Beri Ulasan</a></div>`],
    [
      "three buttons side by side",
      `<div><h3>Menjahit</h3><p>Maju</p><div><button>Lihat Detail</button><button>Lihat Sertifikat</button><button>Beri Ulasan</button></div></div>`,
    ],
    [
      "a table",
      `<table><tbody><tr><td>Menjahit</td><td>LP Maju</td><td><button>Beri Ulasan</button></td></tr></tbody></table>`,
    ],
  ])("still names the training of its button: %s", (_name, card) => {
    expect(title(`<main><h1>Pelatihan Saya</h1>${card}</main>`)).toBe("Menjahit")
  })

  it.each([
    ["beside a description", `<div><p>Biaya mencari kerja</p><p>Rp600.000</p><span>Berhasil</span></div>`],
    ["alone", `<div><div>Rp600.000</div><div>Berhasil</div></div>`],
  ])("reads a single payment without a date: %s", (_name, row) => {
    expect(saidBy(`<main><h2>Insentif</h2>${row}</main>`)).toEqual([
      'payment-received {"amount":600000,"ordinal":1}',
    ])
  })

  it("finds the wallet beside its control without an element around both", () => {
    expect(saidBy(`<main><h3>Rekening</h3><p>OVO</p><p>0812****</p><button>Ubah</button></main>`)).toEqual([
      'wallet-changeable {"provider":"ovo"}',
    ])
  })

  it("keeps no code in its evidence", () => {
    const card = `<main><h1>Pelatihan Saya</h1><div><h3>Menjahit</h3><p>Kode Redeem: AB12-XY9</p></div></main>`
    expect(readingOf(card).observations[0]?.words).toBe("Kode Redeem: ••••")
  })
})

describe("a card", () => {
  const particulars = (card: string) =>
    readingOf(`<main><h2>Pelatihan Saya</h2>${card}</main>`).observations[0]?.training

  it.each([
    ["labels with colons", `<p>LP: Maju</p><p>Jadwal: 1 - 3 Maret 2024</p><p>Dibeli pada: 28 Feb 2024</p>`],
    [
      "a definition list",
      `<dl><dt>LP</dt><dd>Maju</dd><dt>Jadwal</dt><dd>1 Mar 2024 – 3 Mar 2024</dd><dt>Tanggal Beli</dt><dd>28/02/2024</dd></dl>`,
    ],
    [
      "rows of spans",
      `<div><span>LP</span><span>Maju</span></div><div><span>Jadwal</span><span>1/3/2024 s/d 3/3/2024</span></div><div><span>Tanggal Pembelian</span><span>2024-02-28</span></div>`,
    ],
    [
      "a linked institution",
      `<div>Lembaga Pelatihan <a href="#">Maju</a></div><div>Jadwal</div><div>Jumat, 1 Maret 2024</div><div>Minggu, 3 Maret 2024</div><div>Tanggal Beli: 28 Pebruari 2024</div>`,
    ],
  ])("tells its particulars by %s", (_name, part) => {
    expect(
      particulars(`<article><h3>Belajar Excel</h3>${part}<button>Beri Ulasan</button></article>`),
    ).toEqual({
      title: "Belajar Excel",
      provider: "Maju",
      startsAt: "2024-03-01",
      endsAt: "2024-03-03",
      boughtOn: "2024-02-28",
    })
  })

  it.each([
    ["1 Maret 2024, 09.00 - 11.00 WIB", { startsAt: "2024-03-01T09:00", endsAt: "2024-03-01T11:00" }],
    ["1 Mar 2024 9:00", { startsAt: "2024-03-01T09:00" }],
    ["28 Februari - 3 Maret 2024", { startsAt: "2024-02-28", endsAt: "2024-03-03" }],
    ["31 Februari 2024", {}],
    ["segera", {}],
  ])("reads the schedule %s", (text, expected) => {
    const card = `<article><h3>Belajar Excel</h3><div><span>Jadwal</span><span>${text}</span></div><button>Beri Ulasan</button></article>`
    expect(particulars(card)).toEqual({ title: "Belajar Excel", ...expected })
  })

  it("moves a clock of another zone to the programme's, when the description knows it", () => {
    const card = (clock: string) =>
      `<main><h2>Pelatihan Saya</h2><article><h3>Belajar Excel</h3><p>Jadwal: 1 Mei 2024, ${clock}</p><button>Beri Ulasan</button></article></main>`
    const site = { ...dashboard, clocks: { wib: 0, wita: -60 } }
    const startsAt = (clock: string) => readingOf(card(clock), "/", site).observations[0]?.training?.startsAt
    expect(startsAt("09.00 WIB")).toBe("2024-05-01T09:00")
    expect(startsAt("09.00 WITA")).toBe("2024-05-01T08:00")
    expect(startsAt("00.30 WITA")).toBe("2024-05-01")
  })

  it("is no question with its answer", () => {
    const question = (title: string) =>
      `<div><h3>${title}</h3><p>${ANSWER}</p><a href="#">Beri Ulasan</a></div>`
    const progress = `<ul>${"<li><span>Baris lain</span><span>Isi yang pendek saja</span></li>".repeat(30)}</ul>`
    expect(
      saidBy(
        `<main>${progress}<div>${question("Cara memberi ulasan")}${question("Cara mengisi survei")}</div></main>`,
      ),
    ).toEqual([])
  })

  it("does not take a box of another kind beside it for a card", () => {
    const page = `<main><h2>Pelatihan Saya</h2>
      <div><h3>Belajar Excel</h3><p>Jadwal: 1 Mei 2024</p><b>Kode Redeem</b></div>
      <div><span>Belum ada rekening</span><button>Sambungkan Sekarang</button></div></main>`
    expect(saidBy(page)).toEqual(["training-bought @Belajar Excel", "wallet-not-linked"])
  })

  it("lends its title to no section", () => {
    const page = `<main><h2>Pelatihan Saya</h2>
      <div><h3>Rekening Koran</h3><p>Jadwal: 1 Mei 2024</p><b>Kode Redeem</b></div>
      <div><span>DANA</span><button>Ubah</button></div></main>`
    expect(saidBy(page)).toEqual(["training-bought @Rekening Koran"])
  })
})
