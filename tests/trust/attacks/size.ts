import { type Attack, BOTH, training, trainings } from "./attack"

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: Math.round(count) }, (_, index) => make(index)).join("")

/** How much there is of a page. */
export const SIZE: readonly Attack[] = [
  {
    name: "thousands-of-cards",
    does: "the page shows 10,000 cards of trainings",
    must: "at most 100 are looked at, and the page is read",
    tried: BOTH,
    body: (scale) => trainings(times(10_000 * scale, (index) => training(`Pelatihan ${index}`))),
    reads: { atMost: 100, of: /^review-outstanding @Pelatihan \d+$/ },
  },
  {
    name: "thousands-of-labels",
    does: "20,000 labels and words of cards stand loose, each of another kind than its neighbour",
    must: "so many are tried and no more; the page is read",
    tried: BOTH,
    body: (scale) =>
      times(10_000 * scale, (index) => `<x-${index}><p>LP: X</p><p>Kode Redeem</p></x-${index}>`),
    reads: { atMost: 1000, of: /^training-bought/ },
  },
  {
    name: "thousands-of-words",
    does: "30,000 times the same words of the programme, with 10,000 pictures of wallets",
    must: "a limited number is looked at; a wallet that cannot be told is not",
    tried: BOTH,
    body: (scale) =>
      `<section><h2>Rekening</h2>${times(10_000 * scale, () => `<img alt="OVO"><img alt="DANA"><button>Ubah</button>`)}</section>`,
    reads: { atMost: 1, of: /^wallet-changeable/ },
  },
  {
    name: "five-megabytes-in-one-text",
    does: "one text has five million characters, another only spaces",
    must: "the beginning is looked at, and the page is read",
    tried: BOTH,
    body: (scale) =>
      `<p>${"Putuskan Rekening ".repeat(300_000 * scale)}</p><p>${" ".repeat(5_000_000 * scale)}</p>`,
    reads: [],
  },
  {
    name: "much-text-in-many-parts",
    does: "20,000 headings of a thousand combining characters each",
    must: "long texts count for several: some millions of characters are looked at and no more",
    tried: BOTH,
    body: (scale) => times(20_000 * scale, () => `<h4>${"e\u0301\u0323".repeat(333)}</h4>`),
    reads: [],
  },
  {
    name: "title-of-100000-characters",
    does: "a title is 100,000 characters long",
    must: "200 characters of it are kept",
    tried: BOTH,
    body: () => trainings(training(`Judul ${"sangat panjang ".repeat(6700)}`)),
    reads: { atMost: 1, of: /^review-outstanding @Judul .{190,194}…$/ },
  },
  {
    name: "hundreds-of-levels",
    does: "500 elements stand within each other, with words in the innermost",
    must: "250 are gone into; nothing overflows, and the rest is read",
    tried: BOTH,
    body: () =>
      `${"<div>".repeat(400)}<div id='deep'><button>Putuskan Rekening</button></div>${"</div>".repeat(400)}`,
    act: () => {
      // Which takes minutes for it; browsers themselves give up on pages much deeper than this.
      if ("jsdom" in globalThis) return
      let at = document.querySelector("#deep") as Element
      for (let level = 0; level < 100; level += 1) {
        const next = document.createElement("div")
        at.append(next)
        at = next
      }
      at.textContent = "Putuskan Rekening"
    },
    reads: [],
  },
  {
    name: "thousands-of-fields",
    does: "20,000 fields with attributes of 10,000 characters",
    must: "a page of so many fields is not read at all",
    tried: BOTH,
    body: (scale) =>
      times(
        20_000 * scale,
        (index) => `<input type="text" placeholder="${index < 50 ? "kode ".repeat(2000) : ""}">`,
      ),
    reads: "silent",
  },
  {
    name: "endless-class-lists",
    does: "elements have thousands of classes, attributes and inline styles",
    must: "none of them is looked at",
    tried: BOTH,
    body: (scale) =>
      times(
        2000 * scale,
        (index) => `<div class="${`c${index} `.repeat(300)}" data-x="${"y".repeat(3000)}"><b>z</b></div>`,
      ),
    reads: [],
  },
  {
    name: "words-in-hidden-depths",
    does: "5,000 words stand off the page, 200 elements deep, without boxes of their own (`display: contents`)",
    must: "what lies around them is asked about once, not once for each",
    tried: BOTH,
    body: (scale) =>
      `<div style="position:absolute;left:-9999px">${`<div style="display:contents">`.repeat(200)}${times(5000 * scale, () => "<button>Putuskan Rekening</button>")}${"</div>".repeat(200)}</div>`,
    reads: { atMost: 1, of: /^wallet-severable$/ },
  },
]
