import { type Attack, BOTH, training, trainings } from "./attack"

const POLLUTING = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]

/** What a page makes of the DOM. */
export const DOM: readonly Attack[] = [
  {
    name: "polluting-names",
    does: "titles, institutions, ids and attributes are called `__proto__`, `constructor` and the like",
    must: "they are names like others; no prototype changes",
    tried: BOTH,
    body: () =>
      `<div id="__proto__" name="constructor" __proto__="x"></div>${trainings(...POLLUTING.map((name) => `<article id="${name}"><h3>${name}</h3><p>LP: ${name}</p><p>Jadwal: 1 Mei 2024</p><div><button>Beri Ulasan</button></div></article>`))}`,
    reads: POLLUTING.map((name) => `review-outstanding @${name}`),
  },
  {
    name: "clobbered-document",
    does: "pictures and forms are called like properties of the document: body, documentElement, querySelectorAll, addEventListener, visibilityState …",
    must: "the page is read, and watched, as any other",
    tried: BOTH,
    body: () =>
      `${"body,documentElement,defaultView,visibilityState,designMode,implementation,readyState"
        .split(",")
        .map((name) => `<img name="${name}" src="data:,">`)
        .join(
          "",
        )}${"querySelectorAll,createElement,addEventListener,elementsFromPoint,getElementById,createTreeWalker"
        .split(",")
        .map((name) => `<form name="${name}"></form>`)
        .join("")}<button>Sambungkan Sekarang</button>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "clobbered-elements",
    does: "fields are called like properties of their form: childNodes, parentNode, attributes, getAttribute, shadowRoot, remove …",
    must: "the form is read like any element",
    tried: BOTH,
    body: () =>
      `<form>${"childNodes,parentNode,attributes,getAttribute,matches,closest,shadowRoot,localName,nodeType,data,remove,scrollTop,children,host"
        .split(",")
        .map((name) => `<input type="hidden" name="${name}">`)
        .join("")}<button>Sambungkan Sekarang</button></form>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "clobbered-window",
    does: "forms and frames are called like properties of the window: browser (with a field `runtime`), chrome, navigation, addEventListener",
    must: "the extension's own interface is found, and the page is read",
    tried: ["browsers"],
    body: () =>
      `<form id="browser"><input name="runtime" id="x"></form><a id="chrome"></a><a id="navigation"></a><a id="addEventListener"></a><a id="crypto"></a><a id="define"></a><button>Sambungkan Sekarang</button>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "getters-that-throw",
    does: "the page replaces getters and methods of the DOM by ones that throw, answer wrongly or tell that they were called",
    must: "a content script has its own: none of the page's is called",
    tried: ["browsers"],
    body: () => "<div id='x'><button>Sambungkan Sekarang</button></div>",
    act: () => {
      const owners = [Node, Element, HTMLElement, Document, CharacterData, EventTarget, HTMLSlotElement]
      for (const { prototype } of owners)
        for (const name of Object.getOwnPropertyNames(prototype)) {
          if (/^(?:constructor|readyState|location|defaultView)$/.test(name)) continue
          const before = Object.getOwnPropertyDescriptor(prototype, name)
          if (!before?.configurable || (!before.get && typeof before.value !== "function")) continue
          if (
            !/childNodes|data|localName|shadowRoot|getAttribute|matches|closest|assigned|bounding/i.test(name)
          )
            continue
          const instead = () => {
            throw new Error("no")
          }
          Object.defineProperty(
            prototype,
            name,
            before.get ? { ...before, get: instead } : { ...before, value: instead },
          )
        }
      for (const name of ["getComputedStyle", "MutationObserver", "requestIdleCallback", "setTimeout"])
        Reflect.set(window, name, () => {
          Reflect.set(window, "taken", name)
          throw new Error("no")
        })
      Reflect.set(String.prototype, "normalize", () => "Putuskan Rekening")
      Reflect.set(Array.prototype, "flatMap", () => [])
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "custom-elements",
    does: "elements of the page's own throw when they are made, connected or asked",
    must: "they are read like any element, and none of their code runs for us",
    tried: ["browsers"],
    body: () => "<x-trap id='x'><button>Sambungkan Sekarang</button></x-trap>",
    act: () => {
      customElements.define(
        "x-trap",
        class extends HTMLElement {
          override get childNodes(): never {
            Reflect.set(window, "taken", "childNodes")
            throw new Error("no")
          }
          override get localName(): never {
            Reflect.set(window, "taken", "localName")
            throw new Error("no")
          }
          override getAttribute(): never {
            Reflect.set(window, "taken", "getAttribute")
            throw new Error("no")
          }
        },
      )
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "foreign-namespaces",
    does: "elements called slot, video, button and h2 belong to no HTML",
    must: "they are no slots and no videos; nothing is thrown",
    tried: BOTH,
    body: () => "<div id='foreign'></div><button>Sambungkan Sekarang</button>",
    act: () => {
      const place = document.querySelector("#foreign") as Element
      for (const name of ["slot", "video", "template", "iframe", "dialog", "details"]) {
        const element = document.createElementNS("urn:x", name)
        element.textContent = "x"
        place.append(element)
      }
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "slots-that-change",
    does: "the same words are put into one slot after another, without end",
    must: "they are read where they are shown, once",
    tried: ["browsers"],
    body: () => "<div id='host'><button slot='a'>Sambungkan Sekarang</button></div>",
    act: () => {
      const host = document.querySelector("#host") as Element
      const root = host.attachShadow({ mode: "open" })
      for (const name of ["a", "b"]) {
        const slot = document.createElement("slot")
        slot.name = name
        root.append(slot)
      }
      setInterval(() => {
        const button = host.firstElementChild as HTMLElement
        button.slot = button.slot === "a" ? "b" : "a"
      }, 5)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "page-without-width",
    does: "the page's root has no width, and words of finished steps stand outside the page, in boxes without a size, and pushed out of theirs",
    must: "what nobody sees counts as nowhere, whatever width the page gives itself",
    tried: ["browsers"],
    body: () =>
      `<style>html{width:0}body{width:900px}.away{position:absolute;left:-9999px}.small{width:0;height:0;overflow:hidden}.pushed button{text-indent:-9999px;overflow:hidden;width:200px}</style>${["away", "small", "pushed"].map((way) => `<div class="${way}"><button>Putuskan Rekening</button></div>`).join("")}<button>Sambungkan Sekarang</button>`,
    reads: ["wallet-not-linked"],
  },
  {
    name: "page-written-anew",
    does: "the page writes itself anew with `document.open` and `document.write`",
    must: "it is read as it stands now",
    tried: ["browsers"],
    body: () => "<button>Sambungkan Sekarang</button>",
    act: () => {
      const all = document.documentElement.outerHTML.replace(/<script[\s\S]*?<\/script>/g, "")
      setTimeout(() => {
        document.open()
        document.write(all)
        document.close()
      }, 50)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "document-without-a-body",
    does: "the page takes its body away, or has a frameset in its place",
    must: "nothing breaks; what stands there is read",
    tried: ["browsers"],
    body: () => "<button>Sambungkan Sekarang</button>",
    act: () => {
      const { body } = document
      const section = document.createElement("section")
      section.append(...body.childNodes)
      body.remove()
      document.documentElement.append(section)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "xhtml",
    does: "the document is XHTML, with a prefix for its elements",
    must: "it is read like HTML",
    tried: ["browsers"],
    file: {
      type: "application/xhtml+xml",
      text: `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><main>{honest}<h:button>Sambungkan Sekarang</h:button></main></body></html>`,
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "drawing",
    does: "the document is a drawing (SVG) with the words as its text and in a foreign object",
    must: "a drawing is not read",
    tried: ["browsers"],
    file: {
      type: "image/svg+xml",
      text: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Putuskan Rekening</text><foreignObject width="300" height="300"><button xmlns="http://www.w3.org/1999/xhtml">Putuskan Rekening</button></foreignObject></svg>`,
    },
    reads: "silent",
  },
  {
    name: "plain-text",
    does: "the document is plain text with the words as its lines",
    must: "text without elements says nothing",
    tried: ["browsers"],
    file: { type: "text/plain", text: "Putuskan Rekening\nSambungkan Sekarang\n" },
    reads: "silent",
  },
  {
    name: "frameset",
    does: "the document has a frameset in place of a body",
    must: "nothing breaks and nothing is read",
    tried: ["browsers"],
    file: {
      type: "text/html",
      text: `<html><head><title>x</title></head><frameset cols="*"><frame src="data:text/html,Putuskan Rekening"></frameset></html>`,
    },
    reads: "silent",
  },
  {
    name: "print-and-zoom",
    does: "the page zooms and turns itself by style, and has a style for printing that shows hidden words",
    must: "what the screen shows is read",
    tried: ["browsers"],
    body: () =>
      `<style>html{zoom:.5}main{transform:rotate(3deg)}.p{display:none}@media print{.p{display:block}}</style><div class="p"><button>Putuskan Rekening</button></div><button>Sambungkan Sekarang</button>${training("x", "")}`,
    reads: ["wallet-not-linked"],
  },
]
