// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { dashboard, readingOf, saidBy } from "../../tests/fixtures/reading"
import type { Signal, Site } from "../programmes/schema-sites"

const source = dashboard.source
const signal = (id: string, words: string[], more: Partial<Signal> = {}): Signal => ({
  id,
  scope: "training",
  where: ["badge", "heading", "control"],
  words,
  strength: "weak",
  claims: [{ step: "attend", state: "done" }],
  source,
  ...more,
})

/** A platform with a signal of each kind that a page without cards can show. */
const platform: Site = {
  ...dashboard,
  id: "platform",
  hosts: ["kelas.example"],
  silentPaths: ["/login"],
  signals: [
    signal("bought", ["pembayaran berhasil"], { alone: true }),
    signal("half", ["completion {percent}%"], { alone: true, takes: ["n"] }),
    signal("over", ["selesai"], { needs: ["title"], unless: ["half"] }),
    signal("offered", ["unduh sertifikat"], { alone: true, unless: ["half", "failed"] }),
    signal("shopped", ["pesanan diterima"], { alone: true, paths: ["/pelatihan"] }),
    signal("failed", [], {
      where: ["address"],
      address: { path: "/wajah", parameter: "error_code" },
      alone: true,
    }),
  ],
}
const says = (body: string, path = "/") => saidBy(`<main>${body}</main>`, path, platform)

const BOUGHT = "<p>Pembayaran Berhasil</p>"
const SENTENCES = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Kalimat ke-${at} ini panjang sekali dan menerangkan kepada setiap peserta apa yang sebaiknya ia lakukan sebelum, selama dan sesudah mengikuti sebuah pelatihan daring.</p>`,
)
const card = (title: string, rest: string) =>
  `<article><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Maret 2024</p>${rest}</article>`

describe("words outside every card", () => {
  it.each([
    ["a message", `<div>${BOUGHT}</div>`],
    ["a heading", "<h1>Pembayaran Berhasil</h1><p>Terima kasih.</p>"],
    ["under a greeting", `<h1>Terima kasih!</h1>${BOUGHT}`],
    ["on a receipt", `<h1>Pesanan</h1>${BOUGHT}<p>Tanggal beli: 1 Maret 2024</p><p>2 Maret 2024</p>`],
    [
      "over a training's particulars",
      "<section><h1>Pembayaran Berhasil</h1><p>Belajar Excel</p><p>LP: Maju Bersama</p></section>",
    ],
    [
      "in a list of tasks",
      `<ul>${["Satu Dua", "Dua Tiga"].map((task) => `<li>${task} <b>1</b>${BOUGHT}</li>`).join("")}</ul>`,
    ],
    ["in a dialog", `<p>Halo</p><dialog open><h2>Pembayaran Berhasil</h2><button>Tutup</button></dialog>`],
    ["beside the only card", `<h2>Pembayaran Berhasil</h2><div>${card("Belajar Excel", "")}</div>`],
    ["beside cards that say nothing", `${BOUGHT}<div>${card("Satu Dua", "")}${card("Dua Tiga", "")}</div>`],
  ])("speak of the training that the person is at: %s", (_name, body) => {
    expect(says(body)).toEqual(["bought"])
  })

  it("belong to a training that is told of around them", () => {
    expect(says(card("Belajar Excel", BOUGHT))).toEqual(["bought @Belajar Excel"])
    expect(says(`<div>${card("Satu Dua", BOUGHT)}${card("Dua Tiga", "")}</div>`)).toEqual([
      "bought @Satu Dua",
    ])
  })

  it.each([
    [
      "among several cards",
      `${BOUGHT}<div>${card("Satu Dua", "<b>Selesai</b>")}${card("Dua Tiga", "<b>Selesai</b>")}</div>`,
      ["over @Satu Dua", "over @Dua Tiga"],
    ],
    ["in a menu", "<nav><a href='/'>Pembayaran Berhasil</a></nav>", []],
    ["in a filter", "<div><b>Semua</b><b>Menunggu</b><b>Pembayaran Berhasil</b></div>", []],
    [
      "in a filter under a heading",
      "<h2>Pesananmu</h2><div><b>Semua</b><b>Menunggu</b><b>Pembayaran Berhasil</b></div>",
      [],
    ],
    ["in a sentence", "<p>Bila tertulis <b>Pembayaran Berhasil</b> maka tutup saja.</p>", []],
    ["among sentences", `<div>${SENTENCES.slice(0, 3).join("")}${BOUGHT}${SENTENCES[3]}</div>`, []],
    ["in an article", `<h1>Cara membeli</h1>${SENTENCES.join("")}<h2>Pembayaran Berhasil</h2>`, []],
    ["as titles", `<div>${card("Pembayaran Berhasil", "")}${card("Dua Tiga", "")}</div>`, []],
    ["that are hidden", `<div hidden>${BOUGHT}</div>`, []],
    ["that need a card", "<p>Selesai</p>", []],
  ])("say nothing %s", (_name, body, expected) => {
    expect(says(body)).toEqual(expected)
  })
})

describe("what denies a word", () => {
  it("stands on the same card", () => {
    const cards = `<div>${card("Satu Dua", "<b>Selesai</b>")}${card("Dua Tiga", "<p>Completion 16%</p><b>Selesai</b>")}</div>`
    expect(says(cards)).toEqual(["over @Satu Dua", 'half @Dua Tiga {"n":16}'])
  })
  it("stands beside all cards", () => {
    const parts = `<div>${card("Satu Dua", "<b>Selesai</b>")}${card("Dua Tiga", "<b>Selesai</b>")}</div>`
    expect(says(`<div><p>Completion 16%</p></div>${parts}`)).toEqual(['half {"n":16}'])
  })
  it("stands on the page, where there are no cards", () => {
    expect(says("<div><button>Unduh Sertifikat</button></div>")).toEqual(["offered"])
    expect(says("<div><button>Unduh Sertifikat</button></div><p>Completion 5%</p>")).toEqual(['half {"n":5}'])
  })
  it("is no bar that is full", () => {
    expect(says(card("Belajar Excel", "<p>Completion 100%</p><b>Selesai</b>"))).toEqual([
      "over @Belajar Excel",
    ])
  })
  it("is not a title", () => {
    expect(says(card("Completion 16%", "<b>Selesai</b>"))).toEqual(["over @Completion 16%"])
  })
})

describe("words that count on some paths only", () => {
  it.each([
    ["/pelatihan", ["shopped"]],
    ["/pelatihan/7?x=1", ["shopped"]],
    ["/#/pelatihan/7", ["shopped"]],
    ["/pelatihanmu", []],
    ["/belanja/pelatihan", []],
    ["/", []],
  ])("%s", (path, expected) => {
    expect(says("<p>Pesanan Diterima</p>", path)).toEqual(expected)
  })

  it("leave a page unread on which no word counts", () => {
    const onlyThere = { ...platform, signals: platform.signals.filter(({ id }) => id === "shopped") }
    const page = "<main><p>Pesanan Diterima</p></main>"
    expect(readingOf(page, "/belanja", onlyThere)).toEqual({ kind: "silent", observations: [] })
    expect(readingOf(page, "/pelatihan", onlyThere).kind).toBe("read")
  })
})

describe("what the address says", () => {
  const FAILED = { signal: "failed", words: "/wajah?error_code", place: { kind: "address" } }
  it.each([
    ["whatever the page shows", "<p>Mohon tunggu</p>"],
    ["without a page", ""],
    ["on a page that is not looked at", `<input type="password">`],
    ["under an article", SENTENCES.join("")],
  ])("is told %s", (_name, body) => {
    const reading = readingOf(`<main>${body}</main>`, "/wajah?state=rahasia&error_code=E-4711", platform)
    expect(reading).toEqual({ kind: "read", observations: [FAILED] })
  })
  it.each([
    "/wajah",
    "/wajah?state=1",
    "/wajah?error_codes=1",
    "/wajah-lain?error_code=1",
    "/x/wajah?error_code=1",
    "/login/wajah?error_code=1",
    "/login?error_code=1#/wajah",
    "https://kelas.example.evil.example/wajah?error_code=1",
  ])("is nothing at %s", (path) => {
    expect(says("", path)).toEqual([])
  })
  it("denies what the page still shows", () => {
    const offer = "<button>Unduh Sertifikat</button>"
    expect(says(offer, "/wajah")).toEqual(["offered"])
    expect(says(offer, "/wajah?error_code=1")).toEqual(["failed"])
  })
})
