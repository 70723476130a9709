// @vitest-environment jsdom
import { describe, expect, it } from "vitest"
import { dashboard, readingOf, saidBy } from "../../tests/fixtures/reading"

/** Sentences of no meaning that are as long as those of an article. */
const SENTENCES = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Kalimat ke-${at} ini panjang sekali dan menerangkan kepada setiap peserta apa yang sebaiknya ia lakukan sebelum, selama dan sesudah mengikuti sebuah pelatihan daring.</p>`,
)

const card = (title: string, rest: string, tag = "article") =>
  `<${tag}><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Maret 2024</p>${rest}</${tag}>`
const trainings = (cards: string) => `<main><h2>Pelatihan Saya</h2><div>${cards}</div></main>`

describe("trap 1: an article holds every keyword", () => {
  it.each([
    ["in sentences", `<p>Setelah selesai, klik Beri Ulasan lalu tunggu sampai Redeem Berhasil.</p>`],
    [
      "as subheadings",
      `<h2>Sambungkan Rekening</h2>${SENTENCES[0]}<h2>Saldo Pelatihan</h2>${SENTENCES[1]}<h2>Kamu Belum Berhasil</h2>`,
    ],
    [
      "in bold",
      `<p>Lalu klik <b>Beri Ulasan</b> pada kartu, dan <strong>Sambungkan Sekarang</strong> bila belum.</p>`,
    ],
    ["in links", `<p>Silakan <a href="/a">Sambungkan Sekarang</a> agar insentif dapat cair.</p>`],
    [
      "as items of a list",
      `<ul><li>Dalam Proses Seleksi</li><li>Kamu Belum Berhasil</li><li>Berhasil</li></ul>`,
    ],
    [
      "in spans",
      `<p><span>Jika tertulis </span><span>Kamu Belum Berhasil</span><span> maka coba lagi</span></p>`,
    ],
    [
      "in a table",
      `<table><tr><td>Berhasil</td><td>${SENTENCES[2]}</td></tr><tr><td>Gagal</td><td>${SENTENCES[3]}</td></tr></table>`,
    ],
    [
      "in questions",
      `<details open><summary>Sambungkan Sekarang</summary>${SENTENCES[4]}<a href="/b">Sambungkan Sekarang</a></details><details open><summary>Apa itu?</summary>${SENTENCES[5]}</details>`,
    ],
    [
      "as captions of cards",
      `<div><article><h3>Beri Ulasan</h3>${SENTENCES[1]}<a href="/1">Lihat Sertifikat</a></article><article><h3>Redeem Berhasil</h3>${SENTENCES[2]}<a href="/2">Beri Ulasan</a></article></div>`,
    ],
  ])("%s", (_name, part) => {
    expect(
      saidBy(`<main><article><h1>Cara memberi ulasan</h1>${SENTENCES.join("")}${part}</article></main>`),
    ).toEqual([])
  })

  it.each([
    [
      "a paragraph",
      `<p>Lalu klik <b>Sambungkan Sekarang</b> atau <a href="#">Sambungkan Rekening</a> bila <i>Kamu Belum Berhasil</i> tampil.</p>`,
    ],
    ["a heading over sentences", `<div><h2>Dalam Proses Seleksi</h2>${SENTENCES.slice(0, 3).join("")}</div>`],
    [
      "a list among sentences",
      `<div>${SENTENCES[0]}<ul><li>Kamu Belum Berhasil</li></ul>${SENTENCES[1]}${SENTENCES[2]}</div>`,
    ],
    ["a short paragraph", `<div>${SENTENCES[0]}<p>Kamu Belum Berhasil</p>${SENTENCES[1]}</div>`],
  ])("also beside real progress: %s", (_name, part) => {
    const page = `<main><section><h2>Saldo Pelatihan</h2><p>Rp3.500.000</p></section>${part}</main>`
    expect(saidBy(page)).toEqual(['balance {"amount":3500000}'])
  })

  it("still reads a page with a few sentences on it", () => {
    const page = `<main><h1>Halo</h1>${SENTENCES.slice(0, 2).join("")}<div>${SENTENCES[3]}<button>Sambungkan Sekarang</button></div></main>`
    expect(saidBy(page)).toEqual(["wallet-not-linked"])
  })
})

describe("traps 2, 5 and 6: words that the site's description does not know, or knows as weak, prove nothing", () => {
  it("does not read what another site would mean", () => {
    const elsewhere = { ...dashboard, signals: dashboard.signals.filter(({ id }) => id !== "certificate") }
    const page = trainings(
      card(
        "Belajar Excel",
        "<a href='#'>Lihat Sertifikat</a><button>ULANGI</button><button>Beri Rating</button>",
      ),
    )
    expect(saidBy(page, "/", elsewhere)).toEqual([])
    expect(saidBy(page)).toEqual(["certificate @Belajar Excel"])
  })
})

describe("trap 3: the same words on another host", () => {
  it.each(["www.prakerja.go.id", "dashboard.prakerja.go.id.evil.example", "prakerja.go.id"])("%s", (host) => {
    const page = `<main><h1>Verifikasi Berhasil!</h1><button>Sambungkan Sekarang</button></main>`
    expect(readingOf(page, `https://${host}/`)).toEqual({ kind: "silent", observations: [] })
  })
})

describe("trap 4: a filter or a menu says nothing of the person", () => {
  const words = [
    "Semua",
    "Sedang Berjalan",
    "Lihat Sertifikat",
    "Beri Ulasan",
    "Sambungkan Rekening",
    "Redeem Berhasil",
  ]
  const each = (tag: string, attributes = "") =>
    words.map((word) => `<${tag} ${attributes}>${word}</${tag}>`).join("")
  it.each([
    ["navigation", `<nav>${each("a", "href='#'")}</nav>`],
    ["a list of links", `<ul>${words.map((word) => `<li><a href="#">${word}</a></li>`).join("")}</ul>`],
    ["buttons", `<div>${each("button")}</div>`],
    ["tabs", `<div role="tablist">${each("button", "role='tab'")}</div>`],
    ["pressed buttons", `<div>${each("button", "aria-pressed='false'")}</div>`],
    ["a select", `<select>${each("option")}</select>`],
    ["a listbox", `<ul role="listbox">${each("li", "role='option'")}</ul>`],
    [
      "checkboxes",
      `<form>${words.map((word) => `<label><input type="checkbox">${word}</label>`).join("")}</form>`,
    ],
    ["spans", `<div>${each("span")}</div>`],
    [
      "two groups",
      `<div><div><h4>Status</h4>${each("button")}</div><div><h4>Jenis</h4>${each("button")}</div></div>`,
    ],
    ["a footer", `<footer>${each("a", "href='#'")}</footer>`],
  ])("%s", (_name, filter) => {
    const one = card("Belajar Excel", "<button>Beri Ulasan</button>")
    expect(saidBy(`<main><h2>Pelatihan Saya</h2>${filter}</main>`)).toEqual([])
    expect(saidBy(`<main><h2>Pelatihan Saya</h2>${filter}${one}</main>`)).toEqual([
      "review-outstanding @Belajar Excel",
    ])
    expect(
      saidBy(
        `<main><h2>Pelatihan Saya</h2><div>${filter}<div>${one}${card("Dua Kata", "")}</div></div></main>`,
      ),
    ).toEqual(["review-outstanding @Belajar Excel"])
  })
})

describe("traps 7 and 8: each card speaks for itself only", () => {
  const expected = [
    "redeemed @Pelatihan Satu",
    "review-outstanding @Pelatihan Dua",
    "training-bought @Pelatihan Tiga",
  ]
  const parts = [
    ["Pelatihan Satu", "<span>Redeem Berhasil</span>"],
    ["Pelatihan Dua", "<button>Beri Ulasan</button>"],
    ["Pelatihan Tiga", "<span>Kode Redeem</span>"],
  ] as const
  const shapes: [string, (title: string, rest: string) => string, (cards: string) => string][] = [
    [
      "articles",
      (title, rest) => `<article><h3>${title}</h3><div>${rest}</div></article>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "items with labels",
      (title, rest) => `<li><h3>${title}</h3><p>LP: Maju</p><p>Jadwal: 1 Mei 2024</p>${rest}</li>`,
      (all) => `<ul>${all}</ul>`,
    ],
    [
      "divs without headings",
      (title, rest) => `<div><div><div>${title}</div><div>Maju Bersama</div></div><div>${rest}</div></div>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "an ARIA list",
      (title, rest) =>
        `<div role="listitem"><span role="heading" aria-level="3">${title}</span><span>${rest}</span></div>`,
      (all) => `<div role="list">${all}</div>`,
    ],
    [
      "table rows",
      (title, rest) => `<tr><td>${title}</td><td>Maju Bersama</td><td>${rest}</td></tr>`,
      (all) =>
        `<table><thead><tr><th>Pelatihan</th><th>LP</th><th>Status</th></tr></thead><tbody>${all}</tbody></table>`,
    ],
    [
      "links as titles",
      (title, rest) => `<div><h3><a href="#">${title}</a></h3><div>${rest}</div></div>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "web components",
      (title, rest) =>
        `<x-card><template shadowrootmode="open"><div><h3><slot name="t"></slot></h3><slot></slot></div></template><span slot="t">${title}</span>${rest}</x-card>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "wrapped cards",
      (title, rest) =>
        `<div><div><section><h3>${title}</h3></section><div><div>${rest}</div></div></div></div>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "rows of a grid",
      (title, rest) => `<div><div><h3>${title}</h3><p>Jadwal: 2 Mei 2024</p>${rest}</div></div>`,
      (all) => `<div>${all}</div>`,
    ],
    [
      "headings and texts side by side",
      (title, rest) => `<h3>${title}</h3><p>Jadwal: 1 Mei 2024</p><p>${rest}</p>`,
      (all) => all,
    ],
  ]
  it.each(shapes)("%s", (_name, shape, around) => {
    const cards = parts.map(([title, rest]) => shape(title, rest)).join("")
    expect(saidBy(`<main><h2>Pelatihan Saya</h2>${around(cards)}</main>`)).toEqual(expected)
  })
  it.each(shapes.filter(([name]) => name !== "table rows"))("%s, only one", (_name, shape, around) => {
    const [title, rest] = parts[1]
    const page = `<main><section><h2>Pelatihan Saya</h2>${around(shape(title, rest))}</section><section><h2>Insentif</h2><p>Belum ada</p></section></main>`
    expect(saidBy(page)).toEqual([expected[1]])
  })
})

describe("trap 9: a closed control is not an open step", () => {
  it.each([
    ["disabled", `<button disabled>Beri Ulasan</button>`],
    ["aria-disabled", `<button aria-disabled="true">Beri Ulasan</button>`],
    ["a disabled link", `<a role="button" aria-disabled="true">Beri Ulasan</a>`],
    ["a disabled fieldset", `<fieldset disabled><button>Beri Ulasan</button></fieldset>`],
    [
      "inside something disabled",
      `<div aria-disabled="true"><button><span>Beri Ulasan</span></button></div>`,
    ],
    ["pointer-events", `<button style="pointer-events: none">Beri Ulasan</button>`],
    ["cursor", `<button style="cursor: not-allowed">Beri Ulasan</button>`],
    ["data-disabled", `<button data-disabled>Beri Ulasan</button>`],
    ["inert", `<div inert><button>Beri Ulasan</button></div>`],
  ])("%s", (_name, button) => {
    expect(
      saidBy(
        trainings(card("Belajar Excel", button) + card("Pelatihan Dua", "<button>Beri Ulasan</button>")),
      ),
    ).toEqual(["review-outstanding @Pelatihan Dua"])
    expect(saidBy(`<main>${button.replaceAll("Beri Ulasan", "Sambungkan Sekarang")}</main>`)).toEqual([])
  })
})

describe("trap 10: what is not shown is not on the page", () => {
  it.each([
    ["hidden", `<div hidden>#</div>`],
    ["display", `<div style="display: none">#</div>`],
    ["visibility", `<div style="visibility: hidden">#</div>`],
    ["opacity", `<div style="opacity: 0">#</div>`],
    ["aria-hidden", `<div aria-hidden="true">#</div>`],
    ["a closed dialog", `<dialog>#</dialog>`],
    ["a template", `<template>#</template>`],
    ["a tooltip", `<div role="tooltip">#</div>`],
    ["a skeleton", `<div aria-busy="true">#</div>`],
    ["closed details", `<details><summary>Lihat</summary>#</details>`],
    ["inert", `<div inert>#</div>`],
    ["noscript", `<noscript>#</noscript>`],
    ["an attribute", `<div title="Sambungkan Sekarang" data-x="Kamu Belum Berhasil"></div>`],
    ["a comment", `<!-- # -->`],
    ["not slotted", `<x-box><template shadowrootmode="open"><p>Isi</p></template>#</x-box>`],
    ["a frame", `<iframe srcdoc="<button>Sambungkan Sekarang</button>"></iframe>`],
    [
      "a field",
      `<input value="Kamu Belum Berhasil"><textarea>Kamu Belum Berhasil</textarea><input type="submit" value="Sambungkan Sekarang">`,
    ],
  ])("%s", (_name, box) => {
    const inside = `<button>Sambungkan Sekarang</button><h2>Kamu Belum Berhasil</h2><section><h3>Saldo Pelatihan</h3><p>Rp3.500.000</p></section>`
    expect(saidBy(`<main>${box.replace("#", inside)}</main>`)).toEqual([])
  })
  it.each([
    ["an open dialog", `<dialog open>#</dialog>`],
    ["open details", `<details open><summary>Lihat</summary><div>#</div></details>`],
    [
      "an open shadow tree",
      `<x-box><template shadowrootmode="open"><div><slot></slot></div></template>#</x-box>`,
    ],
    ["a deep shadow tree", `<x-a><template shadowrootmode="open"><section>#</section></template></x-a>`],
  ])("but %s is", (_name, box) => {
    expect(saidBy(`<main>${box.replace("#", "<button>Sambungkan Sekarang</button>")}</main>`)).toEqual([
      "wallet-not-linked",
    ])
  })
  it("hides what stands in a card, too", () => {
    expect(
      saidBy(
        trainings(
          card(
            "Belajar Excel",
            "<button hidden>Beri Ulasan</button><span style='display:none'>Redeem Berhasil</span>",
          ),
        ),
      ),
    ).toEqual([])
  })
})

describe("trap 11: amounts in prose are no payment", () => {
  it.each([
    [
      "a sentence",
      `<div><p>Rp600.000 untuk setiap peserta</p><span>Berhasil</span><span>1 Mei 2024</span></div>`,
    ],
    [
      "another",
      `<div><p>Insentif biaya mencari kerja sebesar Rp600.000 dibayar</p><span>Dijadwalkan</span></div>`,
    ],
    [
      "an amount apart",
      `<section><div><span>Berhasil</span></div></section><section><p>Rp600.000</p><p>1 Mei 2024</p></section>`,
    ],
    [
      "a legend",
      `<ul><li>Menunggu Diproses</li><li>Dijadwalkan</li><li>Berhasil</li><li>Gagal</li></ul><p>Rp600.000</p>`,
    ],
    [
      "all states in one row",
      `<div><span>Rp600.000</span><div><span>Dijadwalkan</span></div><div><span>Berhasil</span></div><span>1 Mei 2024</span></div>`,
    ],
    ["a balance", `<div><h2>Saldo Pelatihan</h2><p>Rp3.500.000 habis dipakai semua</p></div>`],
  ])("%s", (_name, part) => {
    expect(saidBy(`<main>${part}</main>`)).toEqual([])
  })
})

describe("trap 12: silent addresses, also within a single-page app", () => {
  it.each([
    ["/masuk", "silent"],
    ["/masuk/", "silent"],
    ["/MASUK?next=/", "silent"],
    ["/verifikasi-login/kode", "silent"],
    ["/m%61suk", "silent"],
    ["//masuk", "silent"],
    ["/#/masuk", "silent"],
    ["/masukan", "read"],
    ["/insentif/masuk", "read"],
    ["/%E0%A4%A", "read"],
  ])("%s is %s", (path, kind) => {
    const reading = readingOf(
      `<main><button>Sambungkan Sekarang</button></main>`,
      `https://dashboard.prakerja.go.id${path}`,
    )
    expect(reading.kind).toBe(kind)
    expect(reading.observations).toHaveLength(kind === "silent" ? 0 : 1)
  })
})

describe("trap 13: a title is a stranger's text", () => {
  const titles = [
    "Redeem Berhasil",
    "Beri Ulasan",
    "Akun kamu terindikasi melakukan kecurangan",
    "Kamu Belum Berhasil",
    "Kode Redeem",
  ]
  const markup = "&lt;script&gt;Redeem Berhasil&lt;/script&gt;"
  const shapes: [string, (title: string, rest: string) => string][] = [
    ["a heading", (title, rest) => card(title, rest)],
    ["a link in a heading", (title, rest) => card(`<a href="#">${title}</a>`, rest)],
    ["bold in a heading", (title, rest) => card(`<b>${title}</b>`, rest)],
    [
      "no heading",
      (title, rest) =>
        `<li><div>${title}</div><div>LP: Maju Bersama</div><div>Jadwal: 1 Maret 2024</div><div>${rest}</div></li>`,
    ],
    [
      "a table",
      (title, rest) =>
        `<tr><td>${title}</td><td>Maju Bersama</td><td>1 - 3 Mei 2024</td><td>${rest}</td></tr>`,
    ],
  ]
  const around = (name: string, cards: string) =>
    trainings(
      name === "a table" ? `<table>${cards}</table>` : name === "no heading" ? `<ul>${cards}</ul>` : cards,
    )
  it.each(shapes)("%s", (name, shape) => {
    for (const title of titles) {
      const cards =
        shape("Belajar Excel", "") +
        shape(title, "<a href='#'>Lihat Sertifikat</a>") +
        shape("Menjadi Barista", "") +
        shape("Bahasa Inggris", "")
      expect(saidBy(around(name, cards)), title).toEqual([`certificate @${title}`])
    }
  })
  it("keeps markup as text", () => {
    expect(saidBy(trainings(card(markup, "<button>Beri Ulasan</button>")))).toEqual([
      "review-outstanding @<script>Redeem Berhasil</script>",
    ])
  })
  it("does not read a description or an institution's name either", () => {
    const long =
      "Pelatihan ini mengajarkan kamu dari dasar sampai mahir, dengan banyak sekali latihan yang menyenangkan setiap minggu."
    const page = trainings(
      card(
        "Belajar Excel",
        `<div><p>${long}</p><p>Redeem Berhasil</p><a href="#">Beri Ulasan</a></div><a href="#">Lihat Sertifikat</a>`,
      ) +
        `<article><h3>Barista Andal</h3><div><span>LP</span><span>Redeem Berhasil</span></div><p>Jadwal: 1 Mei 2024</p><button>Beri Ulasan</button></article>`,
    )
    expect(saidBy(page)).toEqual(["certificate @Belajar Excel", "review-outstanding @Barista Andal"])
  })
})
