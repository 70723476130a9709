import { type Attack, BOTH, training, trainings } from "./attack"

const LONG =
  "Setelah pembelian, peserta sebaiknya menyimpan kode dengan baik karena kode itu hanya berlaku untuk satu pelatihan."

/** What is written on a page. */
export const WORDS: readonly Attack[] = [
  {
    name: "markup-in-a-title",
    does: "a training's title holds tags, entities and a script",
    must: "they are text: stored and shown as written, run nowhere",
    tried: BOTH,
    body: () =>
      trainings(
        training("&lt;img src=x onerror=&quot;taken=1&quot;&gt;&lt;script&gt;taken=1&lt;/script&gt;"),
      ),
    reads: [`review-outstanding @<img src=x onerror="taken=1"><script>taken=1</script>`],
  },
  {
    name: "words-in-a-title",
    does: "titles and institutions are called by the words of finished steps",
    must: "a title is a title: none of its words is a state",
    tried: BOTH,
    body: () =>
      trainings(
        training("Redeem Berhasil"),
        `<article><h3>Lihat Sertifikat</h3><p>LP: Pembayaran Berhasil</p><p>Jadwal: 2 Mei 2024</p><div><button>Beri Ulasan</button></div></article>`,
      ),
    reads: ["review-outstanding @Redeem Berhasil", "review-outstanding @Lihat Sertifikat"],
  },
  {
    name: "reversed-text",
    does: "marks that reverse the writing stand before words and in a title, and a `<bdo>` does the same",
    must: "what is shown in another order than it is written counts as no word, and no mark gets into a title",
    tried: BOTH,
    body: () =>
      `<p>\u202ePutuskan Rekening</p><button>\u202ePutuskan Rekening\u202c</button><bdo dir="rtl"><button>Putuskan Rekening</button></bdo>${trainings(training("\u202eKartu\u202c"))}`,
    reads: ["review-outstanding @\ufffdKartu"],
  },
  {
    name: "zero-width-characters",
    does: "characters without width split and join words",
    must: "words are read as they are seen",
    tried: BOTH,
    body: () =>
      "<button>Sambung\u200bkan\u2060 Seka\u00adrang</button><button>Putuskan\u200bRekening</button>",
    reads: ["wallet-not-linked"],
  },
  {
    name: "look-alike-letters",
    does: "words are spelt with Cyrillic and Greek letters that look like Latin ones",
    must: "they are none of the words",
    tried: BOTH,
    body: () =>
      "<button>Putuskаn Rekening</button><button>Putuskan Rеkening</button><p>Ρutuskan Rekening</p>",
    reads: [],
  },
  {
    name: "hidden-words",
    does: "words of finished steps are hidden: no display, invisible, transparent, aria-hidden, inert, closed dialogs and details, templates, tooltips",
    must: "what is not shown is not read",
    tried: BOTH,
    body: () =>
      [
        `style="display:none"`,
        `style="opacity:0"`,
        `style="visibility:hidden"`,
        "hidden",
        `aria-hidden="true"`,
        "inert",
        `role="tooltip"`,
      ]
        .map((how) => `<div ${how}><button>Putuskan Rekening</button></div>`)
        .join("") +
      "<dialog><button>Putuskan Rekening</button></dialog><details><summary>x</summary><button>Putuskan Rekening</button></details><template><button>Putuskan Rekening</button></template>",
    reads: [],
  },
  {
    name: "words-outside-the-page",
    does: "words stand left of and above the page, in boxes of no size, scaled to nothing, indented away, clipped to a point",
    must: "what cannot be scrolled to or has no size is not read",
    tried: ["browsers"],
    body: () =>
      [
        "position:absolute;left:-9999px",
        "position:absolute;top:-9999px",
        "position:absolute;width:1px;height:1px;overflow:hidden",
        "transform:scale(0)",
        "text-indent:-999px;overflow:hidden;white-space:nowrap",
        "height:0;overflow:hidden",
        "font-size:0",
        "content-visibility:hidden",
      ]
        .map((style) => `<div style="${style}"><span>OVO sudah tersambung ke akun Prakerja</span></div>`)
        .join(""),
    reads: [],
  },
  {
    name: "words-nobody-can-see",
    does: "words have the colour of the page, lie behind another element, or beyond its right edge",
    must: "LIMIT: they are read, as if shown. They claim no more than the page could by showing them",
    tried: ["browsers"],
    body: () =>
      `<div style="color:#fff;background:#fff"><button style="all:unset">Sambungkan Sekarang</button></div>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "words-by-style",
    does: "words are shown by a style sheet's `content`, over others in the markup",
    must: "LIMIT: only the markup is read; what a style sheet writes is not",
    tried: ["browsers"],
    body: () =>
      `<style>.w::before{content:"Putuskan Rekening"}</style><button class="w"></button><p class="w"></p>`,
    reads: [],
  },
  {
    name: "words-in-prose",
    does: "sentences, quotations, code, captions, labels and menus hold the words of every step",
    must: "none of them is a state",
    tried: BOTH,
    body: () =>
      `<p>${LONG} Lalu tekan <b>Putuskan Rekening</b> untuk mengganti.</p><blockquote><p>Putuskan Rekening</p></blockquote><pre>Putuskan Rekening</pre><nav><a href="#">Putuskan Rekening</a></nav><label>Putuskan Rekening</label><ul><li><a href="#">Semua</a></li><li><a href="#">Putuskan Rekening</a></li><li><a href="#">Selesai</a></li><li><a href="#">Gagal</a></li></ul>`,
    reads: [],
  },
  {
    name: "editable-words",
    does: "the words stand in what can be typed into: fields, `contenteditable`",
    must: "what may have been typed is not read",
    tried: BOTH,
    body: () =>
      `<input value="Putuskan Rekening"><textarea>Putuskan Rekening</textarea><select><option>Putuskan Rekening</option></select><div contenteditable><button>Putuskan Rekening</button></div><div contenteditable="plaintext-only">Putuskan Rekening</div>`,
    reads: [],
  },
  {
    name: "design-mode",
    does: "the whole document can be typed into (`designMode`)",
    must: "nothing of it is read",
    tried: ["browsers"],
    body: () => "<button>Putuskan Rekening</button>",
    act: () => {
      document.designMode = "on"
    },
    reads: "silent",
  },
  {
    name: "disabled-controls",
    does: "controls with the words of open steps are disabled, by attributes or by looks",
    must: "they are no open step",
    tried: BOTH,
    body: () =>
      `<button disabled>Sambungkan Sekarang</button><button aria-disabled="true">Sambungkan Sekarang</button><fieldset disabled><button>Sambungkan Sekarang</button></fieldset><button style="pointer-events:none">Sambungkan Sekarang</button><button style="cursor:not-allowed">Sambungkan Sekarang</button>`,
    reads: [],
  },
]
