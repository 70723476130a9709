import type { Attack } from "./attack"

const OPEN = "<button>Sambungkan Sekarang</button>"

/** What a page does to the card that we put into it. */
export const HINT: readonly Attack[] = [
  {
    name: "element-of-our-name",
    does: "the page defines a custom element of our card's name and asks it for its closed shadow tree",
    must: "the card's words stay ours, and the card is shown",
    tried: ["browsers"],
    body: () => OPEN,
    act: () => {
      customElements.define(
        "jejak-hint",
        class extends HTMLElement {
          constructor() {
            super()
            const inner = this.attachInternals()
            setInterval(() => {
              if (inner.shadowRoot) Reflect.set(window, "taken", inner.shadowRoot.textContent)
            }, 10)
          }
        },
      )
    },
    reads: ["wallet-not-linked"],
    card: true,
  },
  {
    name: "hosts-of-our-name",
    does: "hundreds of elements of our card's name stand in the page before it, with shadow trees of their own, and as copies after it",
    must: "none of them is taken for ours: nothing breaks, and no warning goes",
    tried: ["browsers"],
    body: () =>
      `${OPEN}${`<jejak-hint><template shadowrootmode="closed"><aside><h2>Palsu</h2><p>Palsu</p><button>Palsu</button></aside></template></jejak-hint>`.repeat(200)}`,
    act: () => {
      const timer = setInterval(() => {
        const ours = document.body.lastElementChild
        if (ours?.localName !== "jejak-hint" || ours.parentElement !== document.body) return
        clearInterval(timer)
        for (let count = 0; count < 100; count += 1) document.body.prepend(ours.cloneNode(true))
      }, 20)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "clicks-by-script",
    does: "the page clicks our card and presses Esc on it by script",
    must: "only the person's own clicks and keys count: the card stays",
    tried: ["browsers"],
    body: () => OPEN,
    act: () => {
      setInterval(() => {
        const host = document.querySelector("jejak-hint") as HTMLElement | null
        if (!host) return
        host.click()
        const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true })
        host.dispatchEvent(key)
        for (let x = innerWidth - 340; x < innerWidth; x += 40)
          for (let y = innerHeight - 200; y < innerHeight; y += 20)
            document
              .elementFromPoint(x, y)
              ?.dispatchEvent(
                new MouseEvent("click", { bubbles: true, composed: true, clientX: x, clientY: y }),
              )
      }, 50)
    },
    reads: ["wallet-not-linked"],
    card: true,
  },
  {
    name: "card-hidden-by-style",
    does: "style sheets hide, move, shrink and turn our card: `all`, `display:none`, opacity 0, direction, all important",
    must: "the card's own style holds",
    tried: ["browsers"],
    body: () =>
      `<style>*,jejak-hint,body>jejak-hint{all:initial!important;display:none!important;opacity:0!important;visibility:hidden!important;transform:scale(0)!important;filter:opacity(0)!important;direction:rtl!important;pointer-events:none!important}html,body,main,section,h2,p,button{all:revert!important;display:block!important}</style>${OPEN}`,
    reads: ["wallet-not-linked"],
    card: true,
  },
  {
    name: "card-adopted",
    does: "the page moves our card into a frame's document and back, and wraps it up",
    must: "nothing breaks, and no warning goes",
    tried: ["browsers"],
    body: () => `${OPEN}<iframe id="other" srcdoc="x"></iframe>`,
    act: () => {
      const timer = setInterval(() => {
        const host = document.querySelector("jejak-hint")
        const other = (document.querySelector("#other") as HTMLIFrameElement).contentDocument
        if (!host || !other?.body) return
        clearInterval(timer)
        other.body.append(other.adoptNode(host))
        document.body.append(document.adoptNode(host))
      }, 20)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "card-taken-away",
    does: "the page takes our card away as soon as it comes",
    must: "it may; nothing is put back in a loop, and no warning goes",
    tried: ["browsers"],
    body: () => OPEN,
    act: () => {
      let count = 0
      new MutationObserver(() => {
        const host = document.querySelector("jejak-hint")
        if (!host) return
        count += 1
        if (count > 20) Reflect.set(window, "taken", "a loop")
        host.remove()
      }).observe(document, { childList: true, subtree: true })
    },
    reads: ["wallet-not-linked"],
  },
]
