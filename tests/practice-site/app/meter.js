import { isOwn, own, watchOwn } from "./own.js"
import { addTouches, allTouches, touchLine } from "./touches.js"

/*
 * Counts what neither the person nor the site itself has done to this page: events that nobody caused, focus that moved by
 * itself, changes outside Jejak's one card, reads of fields and of what the site remembers. Always on; it stands here
 * before anything else of the site does. `own.js` tells it what is the site's own.
 */

const KEY = "simulasi-sentuhan"
const HOST = "jejak-hint"
/** The person's own key or click moves the focus within this time, in milliseconds. */
const JUST_NOW = 1000

const store = sessionStorage
const [getItem, setItem] = [Storage.prototype.getItem, Storage.prototype.setItem]
/** Of this tab, over all its pages of this site: the touches, and what each page's witness told last. */
const { touches = {}, witness = [] } = JSON.parse(getItem.call(store, KEY) ?? "{}")
for (const [what, count] of Object.entries(touches)) addTouches(what, count)

const keep = () => setItem.call(store, KEY, JSON.stringify({ touches: allTouches(), witness }))
keep()
/** For tests. */
globalThis.simulationMeter = () => ({ touches: allTouches(), witness })

const show = own(() => {
  for (const line of document.querySelectorAll("[data-meter]")) line.textContent = touchLine()
})

function touched(what) {
  addTouches(what, 1)
  keep()
  show()
}

/* What the person does. */
let actedAt = Number.NEGATIVE_INFINITY
const acted = () => performance.now() - actedAt < JUST_NOW
const ACTS = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "keydown", "keyup", "touchend"]
const EVENTS = [
  ...ACTS,
  ..."dblclick auxclick contextmenu pointermove mousemove touchstart keypress beforeinput input change".split(
    " ",
  ),
  ..."submit reset select copy cut paste drop focus blur focusin focusout scroll wheel toggle close".split(
    " ",
  ),
]
for (const name of EVENTS)
  addEventListener(
    name,
    (event) => {
      if (!event.isTrusted) {
        if (!isOwn()) touched(`kejadian ${name}`)
      } else if (ACTS.includes(name)) actedAt = performance.now()
    },
    true,
  )

/* Where the focus is. It comes and goes with the window, and then it is where it was. */
let focused = document.activeElement
const lookForFocus = () => {
  if (document.activeElement === focused) return
  focused = document.activeElement
  if (!isOwn() && !acted() && document.hasFocus()) touched("fokus")
}
for (const name of ["focusin", "focusout"]) addEventListener(name, () => queueMicrotask(lookForFocus), true)

/* What stands on the page. */
const isHost = (node) => node.localName === HOST
function isForeign({ type, target, attributeName, addedNodes, removedNodes }) {
  // A person opens and closes these by the browser alone.
  if (type === "attributes" && attributeName === "open" && target.matches("dialog,details") && acted())
    return false
  const nodes = [...addedNodes, ...removedNodes]
  if (type === "childList" && nodes.every(isHost))
    return document.querySelectorAll(HOST).length > 1 || target !== document.body
  return true
}
const judge = (records) => {
  for (const record of records)
    if (isForeign(record)) touched(`${record.type} ${record.target.nodeName.toLowerCase()}`)
}
const observer = new MutationObserver(judge)
observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
watchOwn(
  () => {
    judge(observer.takeRecords())
    lookForFocus()
  },
  () => {
    observer.takeRecords()
    focused = document.activeElement
  },
)

/* What is typed, and what the site remembers. */
function watch(owner, name, part) {
  const found = Object.getOwnPropertyDescriptor(owner, name)
  const native = found?.[part]
  if (typeof native !== "function" || !found.configurable) return
  const watched = function (...args) {
    if (!isOwn()) touched(`${part === "set" ? "tulis" : "baca"} ${name}`)
    return native.apply(this, args)
  }
  Object.defineProperty(owner, name, { ...found, [part]: watched })
}
const FIELDS =
  "value valueAsNumber valueAsDate checked files selectionStart selectionEnd selectedIndex".split(" ")
for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLOptionElement])
  for (const name of FIELDS) for (const part of ["get", "set"]) watch(prototype, name, part)
for (const part of ["get", "set"]) watch(Document.prototype, "cookie", part)
for (const name of ["getItem", "setItem", "removeItem", "clear", "key", "length"])
  for (const part of ["value", "get"]) watch(Storage.prototype, name, part)
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"])
  watch(globalThis, name, "get")

/* Where the page goes by itself. */
globalThis.navigation?.addEventListener("navigate", (event) => {
  if (!isOwn() && !event.userInitiated && !acted()) touched("pindah halaman")
})

/* A witness in the world of Jejak's own scripts, where there is one (tests), tells what it saw before the page goes. */
const place = witness.length
document.addEventListener("jejak-witness-tells", ({ detail }) => {
  witness[place] = JSON.parse(detail)
  keep()
})
