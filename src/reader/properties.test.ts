// @vitest-environment jsdom
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { dashboard, put, readingOf, readPage, said } from "../../tests/fixtures/reading"
import { tidy } from "./normalise"

const URL_OF_PAGE = new URL("https://dashboard.prakerja.go.id/")
const card = (title: string, rest: string) =>
  `<article class="a"><h3>${title}</h3><p>LP: Maju Bersama</p><p>Jadwal: 1 Mei 2024</p><div>${rest}</div></article>`
const PAGE = `<main><h1>Dashboard</h1>
  <section><h2>Saldo Pelatihan</h2><p>Rp3.500.000</p></section>
  <section><h2>Rekening</h2><div><span>OVO</span><button>Ubah</button></div></section>
  <section><h2>Pelatihan Saya</h2><div>${card("Belajar Excel", "<span>Redeem Berhasil</span><button>Beri Ulasan</button>")}
  ${card("Menjadi Barista", "<span>Kode Redeem</span>")}${card("Bahasa Inggris", "<button disabled>Beri Ulasan</button>")}</div></section>
  <section><h2>Insentif</h2><ul><li><span>Rp600.000</span><b>Berhasil</b><i>1 Mei 2024</i></li>
  <li><span>Rp50.000</span><b>Dijadwalkan</b><i>9 Juni 2024</i></li></ul></section></main>`

const words = dashboard.signals.flatMap((signal) =>
  signal.words.map((phrase) => phrase.replace(/\{\w+\}/g, "12")),
)
const nastyText = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    "<b>x</b>",
    "</h3><button>Beri Ulasan</button>",
    "&amp;",
    "\u202eRedeem Berhasil",
    "Rp600.000",
    "1 Mei 2024",
    "LP:",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
)

describe("readPage", () => {
  it("does not depend on class names, ids, wrapping elements or white space", () => {
    const expected = said(readingOf(PAGE))
    expect(expected).toHaveLength(7)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(3)), { maxLength: 25 }), (changes) => {
        put(PAGE)
        for (const [which, what] of changes) {
          const elements = [...document.querySelectorAll("main, main *")]
          const element = elements[which % elements.length] as Element
          if (what === 0) element.className = `css-${which}`
          else if (what === 1) element.id = `id${which}`
          else if (what === 2 && element.matches("article, section, h2, h3, button, main > *")) {
            const wrapper = document.createElement("div")
            element.replaceWith(wrapper)
            wrapper.append(element)
          } else if (element.parentElement)
            element.before(document.createTextNode("\n  "), document.createComment("x"))
        }
        expect(said(readPage(document, URL_OF_PAGE, dashboard))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it("never takes words of a sentence for a state", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom("b", "strong", "em", "span", "a", "i", "mark"),
        fc.constantFrom("p", "li", "td", "div"),
        (phrase, tag, block) => {
          const html = `<main><table><tr><${block}>jika tertulis <${tag}>${phrase}</${tag}> maka tunggulah beberapa hari lagi</${block}></tr></table></main>`
          expect(said(readingOf(html))).toEqual([])
        },
      ),
    )
  })

  it("never reads a title as anything but a title", () => {
    fc.assert(
      fc.property(nastyText, (title) => {
        put(
          `<main><h2>Pelatihan Saya</h2><div>${card("Belajar Excel", "")}${card("", "<button>Beri Ulasan</button>")}</div></main>`,
        )
        const heading = document.querySelectorAll("h3")[1] as Element
        heading.textContent = title
        fc.pre(tidy(title) !== "" && !/^pelatihan saya$/i.test(tidy(title)))
        for (const { signal, training } of readPage(document, URL_OF_PAGE, dashboard).observations) {
          expect(signal).toBe("review-outstanding")
          expect(training?.title.length).toBeLessThanOrEqual(200)
        }
      }),
    )
  })

  it("never throws, and says only what a message may say", () => {
    const leaf = nastyText.map((text) => document.createTextNode(text) as Node)
    const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, depthSize: "small" },
        leaf,
        fc
          .tuple(
            fc.constantFrom(
              "div",
              "span",
              "p",
              "h3",
              "button",
              "a",
              "li",
              "ul",
              "table",
              "tr",
              "td",
              "dialog",
              "form",
              "section",
              "x-y",
              "details",
              "slot",
            ),
            fc.dictionary(
              fc.constantFrom("hidden", "role", "disabled", "open", "aria-hidden", "name", "id", "style"),
              fc.constantFrom(
                "",
                "true",
                "heading",
                "button",
                "parentNode",
                "__proto__",
                "constructor",
                "display:none",
              ),
              { maxKeys: 2 },
            ),
            fc.array(tie("tree"), { maxLength: 4 }),
          )
          .map(([tag, attributes, children]) => {
            const element = document.createElement(tag)
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
            element.append(...children)
            return element as Node
          }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (nodes) => {
        put("")
        document.body.append(...nodes)
        for (const { words: said, place, values, training } of readPage(document, URL_OF_PAGE, dashboard)
          .observations) {
          expect(said.length).toBeGreaterThan(0)
          expect(said.length).toBeLessThanOrEqual(120)
          expect((place.section ?? "x").length).toBeLessThanOrEqual(120)
          expect(said).not.toMatch(/\d{6}/)
          expect(values?.card ?? "0".repeat(16)).toMatch(/^\d{16}$/)
          expect(training?.title ?? "x").not.toBe("")
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe("a line that ends within an element", () => {
  it.each([
    ["nothing comes after it", "<p>Lihat <b>akun</b> ini <i><a><br></a></i></p>"],
    ["more comes after it", "<p>Lihat <b>akun</b> ini <a>kamu<br>di sini</a></p>"],
  ])("is read where %s", (_name, html) => {
    expect(said(readingOf(`<main>${html}<button>Sambungkan Sekarang</button></main>`))).toEqual([
      "wallet-not-linked",
    ])
  })
})

describe("a hostile page", () => {
  it("cannot hide its text behind names of properties", () => {
    const names = [
      "parentNode",
      "firstChild",
      "nextSibling",
      "getAttribute",
      "children",
      "localName",
      "nodeType",
      "attributes",
    ]
    const fields = names.map((name) => `<input name="${name}">`).join("")
    const pictures = ["querySelectorAll", "documentElement", "defaultView", "body"]
      .map((name) => `<img name="${name}">`)
      .join("")
    expect(
      said(readingOf(`<main><form>${fields}<button>Sambungkan Sekarang</button></form>${pictures}</main>`)),
    ).toEqual(["wallet-not-linked"])
  })

  it("cannot make the reader fall over getters of its own", () => {
    put(`<main><div id="x"><button>Sambungkan Sekarang</button></div><video></video></main>`)
    const element = document.querySelector("#x") as Element
    for (const name of ["textContent", "innerText", "shadowRoot", "childNodes"])
      Object.defineProperty(element, name, {
        get() {
          throw new Error("no")
        },
      })
    document.querySelector("video")?.setAttribute("src", "/a.mp4")
    expect(said(readPage(document, URL_OF_PAGE, dashboard))).toEqual(["wallet-not-linked"])
  })

  it("does not change the page, nor leave anything on it", () => {
    put(PAGE)
    const before = document.documentElement.outerHTML
    const changed = vi.fn()
    const observer = new MutationObserver(changed)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    readPage(document, URL_OF_PAGE, dashboard)
    expect(observer.takeRecords()).toEqual([])
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it.each([
    ["a huge text", () => `<p>${"Beri Ulasan ".repeat(100_000)}</p>`],
    ["a huge heading", () => `<h2>${"x".repeat(1_000_000)}</h2>`],
    ["deep nesting", () => "<div>".repeat(500) + "</div>".repeat(500)],
    ["thousands of cards", () => card("Belajar Excel", "<b>Gagal</b>").repeat(1500)],
    ["thousands of headings", () => "<h2>Rekening</h2><h3>Pelatihan Saya</h3>".repeat(2000)],
    ["thousands of spans in one line", () => `<p>${"<span>Berhasil</span>".repeat(5000)}</p>`],
    ["repeating patterns", () => `<p>${"sudah tersambung ke akun prakerja ".repeat(4)}</p>`.repeat(1000)],
  ])("is read in bounded time with %s", (_name, make) => {
    // Of this process alone: how busy the machine is says nothing of the reader.
    const begun = process.cpuUsage().user
    const reading = readingOf(`<main><button>Sambungkan Sekarang</button>${make()}</main>`)
    expect(said(reading).filter((one) => one === "wallet-not-linked").length).toBeLessThanOrEqual(1)
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(8000)
  })
})
