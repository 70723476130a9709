// @vitest-environment jsdom
import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { practicePage, practicePages, practiceSites } from "../../tests/fixtures/practice-pages"
import { dashboard, put, readPage } from "../../tests/fixtures/reading"
import { grow } from "../../tests/practice-site/app/from-shape.js"
import { pageShapeSchema } from "../messages/page-shape"
import type { Site } from "../programmes/schema-sites"
import type { Reading } from "./observation"
import { redactorOf } from "./redaction"
import { shapeOfPage } from "./shape-of-page"

const ADDRESS = new URL("https://dashboard.prakerja.go.id/")

/** The shape as it would be saved; the test fails where nothing may be looked at. */
function shapeOf(body: string, url = ADDRESS, site: Site = dashboard) {
  put(body)
  const shape = shapeOfPage(document, url, site)
  if (!shape) throw new Error("the page was not looked at")
  return shape
}
const treeOf = (body: string) => shapeOf(body).tree.children?.[0]

const PAGES = practiceSites().flatMap((site) => practicePages(site).map((name) => [site, name] as const))

describe("a page built from its shape", () => {
  /** What only a name says is not said any more. */
  const said = ({ kind, observations }: Reading, { signals }: Site) => [
    kind,
    ...new Set(
      observations
        .map(({ signal }) => signal)
        .filter(
          (id) => !signals.find((each) => each.id === id)?.needs?.some((need) => /name|email/.test(need)),
        )
        .sort(),
    ),
  ]

  it.each(PAGES)("says what the page said: %s %s", (ofSite, name) => {
    const { html, url, site } = practicePage(ofSite, name)
    put(html)
    const reading = readPage(document, url, site)
    const shape = shapeOfPage(document, url, site)
    expect(JSON.stringify(shape ?? null)).not.toMatch(/SIMULASI|Peserta Karangan/)
    if (!shape) {
      expect(reading.observations.every(({ place }) => place.kind === "address")).toBe(true)
      return
    }
    const saved = pageShapeSchema.parse(JSON.parse(JSON.stringify({ ...shape, jejak: "0.0.0" })))
    grow(document, saved)
    expect(said(readPage(document, url, site), site)).toEqual(said(reading, site))
    expect(shapeOfPage(document, url, site)).toEqual(shape)
  })

  it("is there for the practice site, as fresh as the reader", () => {
    const file = join(__dirname, "../../tests/practice-site/reports/pelatihan-saya.json")
    const { html, url, site } = practicePage("dashboard", "pelatihan-saya")
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...shapeOf(html, url, site), jejak: "0.1.0" })
  })
})

describe("the shape of a page", () => {
  it("keeps whole phrases of the site and what stands beside them, by kind", () => {
    expect(
      treeOf(`<main><h2>Saldo Pelatihan</h2><p>Rp3.500.000</p><h2>Nomor Kartu Prakerja:</h2><p>4556 7375 8689 9855</p>
        <p>Jadwal: Sen, 4 Maret 2024 s/d 6 Maret 2024</p><p>LP: Budi Jaya</p><p>DANA ****1234</p>
        <p>DANA sudah tersambung ke akun Prakerja!</p><p>Budi Jaya, 16%</p><p>•</p></main>`),
    ).toEqual({
      tag: "body",
      children: [
        {
          tag: "main",
          children: [
            { tag: "h2", children: ["Saldo pelatihan"] },
            { tag: "p", children: ["Rp0"] },
            { tag: "h2", children: ["Nomor kartu prakerja:"] },
            { tag: "p", children: ["0000 0000 0000 0000"] },
            { tag: "p", children: ["Jadwal: kata 1/1/2000 - 1/1/2000"] },
            { tag: "p", children: ["Lp: kata kata"] },
            { tag: "p", children: ["Dana 0"] },
            { tag: "p", children: ["Dana sudah tersambung ke akun prakerja."] },
            { tag: "p", children: ["Kata kata 0%"] },
            { tag: "p", children: ["•"] },
          ],
        },
      ],
    })
  })

  it("takes a phrase in pieces for what it is", () => {
    expect(treeOf("<button><b>Beri</b> <i>Ulasan</i></button>")).toEqual({
      tag: "body",
      children: [{ tag: "button", children: [{ tag: "b", children: ["Beri ulasan"] }, " ", { tag: "i" }] }],
    })
  })

  it("tells how long a text is no further than that it is prose", () => {
    const text = (words: number) => `<p>${"sesuatu yang panjang sekali ".repeat(words / 4)}</p>`
    expect(treeOf(text(200))).toEqual(treeOf(text(400)))
    expect(treeOf(text(12))).not.toEqual(treeOf(text(200)))
  })

  it("names roles, states and tags of the standards alone", () => {
    expect(
      treeOf(`<budi-jaya role="budi"></budi-jaya><div role="button" aria-disabled="true" aria-pressed="budi"
        aria-haspopup="budi" aria-busy="budi" class="budi" id="budi" data-budi="1">x</div><a style="cursor: not-allowed">x</a>
        <th scope="colgroup budi">x</th><div contenteditable="budi">Halo Budi</div>`),
    ).toEqual({
      tag: "body",
      children: [
        { tag: "x" },
        {
          tag: "div",
          role: "button",
          states: ["aria-disabled=true", "aria-pressed=true", "aria-haspopup=true"],
          children: ["Kata"],
        },
        { tag: "a", states: ["looks-disabled"], children: ["Kata"] },
        " Kata",
        { tag: "div", states: ["contenteditable"] },
      ],
    })
  })

  it("says what is not shown, and keeps none of its words", () => {
    const hidden = ["hidden", 'aria-hidden="true"', 'style="display: none"', 'style="visibility: hidden"']
    for (const how of hidden)
      expect(treeOf(`<p ${how}>Beri Ulasan</p>`)).toMatchObject({
        children: [{ tag: "p", unseen: true, children: ["Kata kata"] }],
      })
    expect(treeOf("<details><summary>Beri Ulasan</summary><p>Redeem Berhasil</p></details>")).toMatchObject({
      children: [{ children: [{ children: ["Beri ulasan"] }, { children: ["Kata kata"] }] }],
    })
  })

  it("looks into open shadow trees, and never into frames, fields and pictures", () => {
    const body =
      treeOf(`<x-y><template shadowrootmode="open"><button>Beri Ulasan</button><slot></slot></template><p>Halo</p></x-y>
      <iframe srcdoc="<p>Beri Ulasan</p>"></iframe><select><option>Beri Ulasan</option></select><input value="Beri Ulasan">
      <textarea>Beri Ulasan</textarea><img alt="Beri Ulasan"><svg><text>Beri Ulasan</text></svg>`)
    expect(body).toMatchObject({
      children: [
        { tag: "x", children: [{ children: ["Beri ulasan"] }, { tag: "slot", children: [{ tag: "p" }] }] },
        ...["iframe", "select", "input", "textarea", "img", "svg"].map((tag) => ({ tag })),
      ],
    })
    expect(JSON.stringify(body).match(/Beri ulasan/g)).toHaveLength(1)
  })

  it("keeps of an address what the description has", () => {
    const at = (path: string) => shapeOf("<p>Halo</p>", new URL(path, ADDRESS)).path
    expect(at("/peserta/budi-jaya/17?u=budi#budi")).toBe("/x/x/x")
    expect(at("/")).toBe("/")
    const [pintar, name] = ["pintar", "program-saya"]
    const { html, url, site } = practicePage(pintar, name)
    expect(shapeOf(html, url, site).path).toBe("/id/prakerja")
  })

  it.each([
    ["another host", "https://example.com/", "<p>Halo</p>"],
    ["the login", "https://dashboard.prakerja.go.id/masuk", "<p>Halo</p>"],
    ["a password", ADDRESS.href, `<p>Halo</p><input type="password">`],
    ["a code", ADDRESS.href, `<p>Halo</p><input autocomplete="one-time-code">`],
    ["a face", ADDRESS.href, "<h2>Verifikasi Wajah</h2>"],
    ["a consent", ADDRESS.href, "<h2>Persetujuan</h2>"],
    ["a linking dialog", ADDRESS.href, `<div role="dialog"><p>GoPay</p><input type="tel"></div>`],
  ])("is not told on %s", (_name, url, body) => {
    put(body)
    expect(shapeOfPage(document, new URL(url), dashboard)).toBeUndefined()
  })

  it.each([
    ["wide", () => `<ul>${"<li>Halo</li>".repeat(7000)}</ul>`, 2003],
    ["deep", () => "<div>".repeat(400) + "</div>".repeat(400), 341],
  ])("is bounded on a page that is too %s, and says how much is missing", (_name, make, missing) => {
    const { leftOut, tree } = shapeOf(make())
    expect(leftOut).toBe(missing)
    expect(JSON.stringify(tree).length).toBeLessThan(400_000)
  })
})

describe("nothing of anybody", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz"
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 12 })
  const name = word.map((text) => text.charAt(0).toUpperCase() + text.slice(1))
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(..."123456789"), minLength: length, maxLength: length })
  const base64 = fc.base64String({ minLength: 24, maxLength: 64 })
  const groups = (text: string, mark: string) => text.replace(/\d{4}(?=\d)/g, `$&${mark}`)
  const secret = fc.oneof(
    fc.tuple(name, name).map((names) => names.join(" ")),
    digits(16),
    digits(10).map((rest) => `08${rest}`),
    digits(10).map((rest) => `+62 8${groups(rest, "-")}`),
    digits(16).map((card) => groups(card, " ")),
    fc.tuple(base64, base64, base64).map((parts) => `eyJ${parts.join(".eyJ")}`),
    fc.uuid(),
    fc.string({ unit: fc.constantFrom(..."123456789abcdef"), minLength: 32, maxLength: 40 }),
    base64,
    fc.emailAddress(),
    fc.tuple(name, digits(3)).map(([street, house]) => `Jalan ${street} No. ${house}, Kota ${street}`),
    fc.tuple(word, word).map(([host, key]) => `https://${host}.example/${key}?token=${key}#${host}`),
    fc.tuple(digits(3), digits(3)).map((parts) => `Rp${parts.join(".")}`),
    digits(2).map((year) => `2${year.charAt(0)} Mei 20${year}`),
  )
  /** Every word and number of a secret that is long enough to be told from others, and from the zeros that stand for digits. */
  const partsOf = (text: string) =>
    (text.match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((part) => part.length > 3 && !/^0+$/.test(part))
      .map((part) => part.toLowerCase())

  const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  const hosts: ((secret: string) => string)[] = [
    (it) => `<p>${it}</p>`,
    (it) => `<h2>${it}</h2><button>${it}</button>`,
    (it) => `<button>Beri Ulasan <b>${it}</b></button>`,
    (it) => `<h2>Rekening ${it}</h2>`,
    (it) => `<p>Kode Redeem: ${it}</p><p>LP: ${it}</p><p>Jadwal ${it}</p>`,
    (it) => `<p>${it} sudah tersambung ke akun Prakerja</p>`,
    (it) => `<p>Saldo Pelatihan ${it}</p><p>Nomor Kartu Prakerja ${it}</p>`,
    (it) => `<a href="/${it}" title="${it}" download="${it}">Lihat</a>`,
    (it) =>
      `<div class="${it}" id="${it}" data-user="${it}" aria-label="${it}" style="--a: '${it}'" lang="${it}">a</div>`,
    (it) =>
      `<div role="${it}" aria-pressed="${it}" aria-haspopup="${it}" hidden="${it}" aria-describedby="${it}">a</div>`,
    (it) => `<input value="${it}" name="${it}" placeholder="${it}"><textarea>${it}</textarea>`,
    (it) =>
      `<select><option value="${it}">${it}</option></select><datalist><option>${it}</option></datalist>`,
    (it) => `<img src="/${it}" alt="${it}"><iframe srcdoc="${it}" src="/${it}" name="${it}"></iframe>`,
    (it) => `<!-- ${it} --><script type="application/json">"${it}"</script><style>/* ${it} */</style>`,
    (it) => `<meta name="author" content="${it}"><title>${it}</title><noscript>${it}</noscript>`,
    (it) => `<x-y><template shadowrootmode="open"><p>${it}</p><slot></slot></template><i>${it}</i></x-y>`,
    (it) => `<p hidden>${it}</p><p style="display:none">${it}</p><template><p>${it}</p></template>`,
    (it) =>
      `<svg><title>${it}</title><text>${it}</text></svg><canvas>${it}</canvas><object data="${it}">${it}</object>`,
    (it) => `<div contenteditable="true">${it}</div><table><tr><th scope="${it}">${it}</th></tr></table>`,
    (it) => `<details><summary>${it}</summary><p>${it}</p></details><dialog>${it}</dialog>`,
  ]

  it("is in the report of a page that holds it anywhere", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(secret, fc.constantFrom(...hosts)), { minLength: 1, maxLength: 6 }),
        (planted) => {
          const url = new URL(
            `/${planted[0]?.[0].replace(/\W/g, "-")}?q=${encodeURIComponent(planted[0]?.[0] ?? "")}`,
            ADDRESS,
          )
          const body = planted.map(([text, host]) => host(escaped(text))).join("")
          const told = JSON.stringify({ ...shapeOf(`<main>${body}</main>`, url), host: "" }).toLowerCase()
          const known = JSON.stringify([
            dashboard.signals,
            dashboard.card,
            dashboard.silentPaths,
          ]).toLowerCase()
          for (const part of planted.flatMap(([text]) => partsOf(text)))
            if (!known.includes(part)) expect(told, part).not.toContain(part)
        },
      ),
      { numRuns: 150 },
    )
  })

  it("is any word of the page but those of the description", () => {
    const { allows, allowsPath } = redactorOf(dashboard)
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.lorem({ mode: "sentences", maxCount: 3 }),
      fc.constantFrom(...dashboard.signals.flatMap(({ words }) => words)),
      secret,
    )
    const textsIn = (node: unknown): string[] => {
      if (typeof node === "string") return [node]
      return ((node as { children?: unknown[] }).children ?? []).flatMap(textsIn)
    }
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        put("<main></main>")
        const main = document.querySelector("main") as Element
        for (const each of texts) {
          const element = document.createElement("p")
          element.append(each, document.createElement("b"), each)
          main.append(element)
        }
        const shape = shapeOfPage(document, ADDRESS, dashboard)
        if (!shape) return
        expect(textsIn(shape.tree).filter((each) => !allows(each))).toEqual([])
        expect(allowsPath(shape.path)).toBe(true)
      }),
      { numRuns: 100 },
    )
    expect(allows("Beri ulasan kata 0")).toBe(true)
    for (const foreign of ["Budi", "Beri ulasan Budi", "17", "Rp17", "beri-ulasan"])
      expect(allows(foreign)).toBe(false)
    expect(allowsPath("/masuk/x")).toBe(true)
    expect(allowsPath("/budi")).toBe(false)
  })
})
