import type { Attack } from "./attack"

/** What a page does again and again. */
export const TIME: readonly Attack[] = [
  {
    name: "mutation-storm",
    does: "thousands of elements come and go every second, for as long as the page is open",
    must: "it is read at most every two seconds, and for a twentieth of the time at most",
    tried: ["browsers"],
    body: () => "<div id='storm'></div><button>Sambungkan Sekarang</button>",
    act: () => {
      const storm = document.querySelector("#storm") as Element
      setInterval(() => {
        storm.replaceChildren(
          ...Array.from({ length: 100 }, () => document.createElement("p")).map((p) => {
            p.textContent = String(Math.random())
            return p
          }),
        )
      }, 10)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "attribute-storm",
    does: "attributes and texts flip a thousand times a second",
    must: "as with elements that come and go",
    tried: ["browsers"],
    body: () => "<div id='storm'>x</div><button>Sambungkan Sekarang</button>",
    act: () => {
      const storm = document.querySelector("#storm") as HTMLElement
      setInterval(() => {
        for (let flip = 0; flip < 10; flip += 1) {
          storm.hidden = !storm.hidden
          storm.className = `c${flip}`
          ;(storm.firstChild as Text).data = String(flip)
        }
      }, 10)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "states-that-flip",
    does: "a step is open and done in turn, a thousand times",
    must: "what was noted stays bounded: the same words on one site some hundred times a day at most",
    tried: ["browsers"],
    body: () => "<div id='flip'><button>Sambungkan Sekarang</button></div>",
    act: () => {
      const flip = document.querySelector("#flip button") as Element
      let count = 0
      const timer = setInterval(() => {
        count += 1
        flip.textContent = count % 2 ? "Gabung Gelombang" : "Sambungkan Sekarang"
        if (count > 1000) clearInterval(timer)
      }, 2)
    },
    reads: { atMost: 2, of: /^(?:wallet-not-linked|join-wave)$/ },
  },
  {
    name: "forged-navigation",
    does: "the page dispatches navigatesuccess, popstate, hashchange, pageshow and visibilitychange itself, a thousand times a second",
    must: "what the page dispatches did not happen: it costs nothing and changes nothing",
    tried: ["browsers"],
    body: () => "<button>Sambungkan Sekarang</button>",
    act: () => {
      const { navigation } = window as unknown as { navigation?: EventTarget }
      setInterval(() => {
        for (let count = 0; count < 10; count += 1) {
          navigation?.dispatchEvent(new Event("navigatesuccess"))
          for (const name of ["popstate", "hashchange", "pageshow"]) window.dispatchEvent(new Event(name))
          document.dispatchEvent(new Event("visibilitychange"))
        }
      }, 10)
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "silent-path-and-back",
    does: "the page goes to a silent path and back at once, by its history",
    must: "it is read where it ends, and nothing of what it showed in between",
    tried: ["browsers"],
    body: () => "<button>Sambungkan Sekarang</button>",
    act: () => {
      const { href } = location
      for (let count = 0; count < 20; count += 1) {
        history.pushState(null, "", "/masuk")
        history.pushState(null, "", href)
      }
    },
    reads: ["wallet-not-linked"],
  },
  {
    name: "stays-on-a-silent-path",
    does: "the page goes to a silent path without loading, and shows the words there",
    must: "nothing is read",
    tried: ["browsers"],
    body: () => "",
    act: () => {
      history.replaceState(null, "", "/masuk/serangan")
      const button = document.createElement("button")
      button.textContent = "Putuskan Rekening"
      document.body.append(button)
    },
    reads: "silent",
  },
  {
    name: "observers-that-answer",
    does: "the page changes itself whenever anything in it changes, our card included",
    must: "our card is no change that we look at: no loop",
    tried: ["browsers"],
    body: () => "<div id='answer'></div><button>Sambungkan Sekarang</button>",
    act: () => {
      let count = 0
      new MutationObserver(() => {
        count += 1
        if (count < 5000) (document.querySelector("#answer") as Element).textContent = String(count)
      }).observe(document.documentElement, { childList: true, subtree: true })
    },
    reads: ["wallet-not-linked"],
    card: true,
  },
]
