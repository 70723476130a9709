// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { roomAround } from "./room"

/** Boxes as left, top, width, height; later ones lie above earlier ones. jsdom lays nothing out by itself. */
let boxes: Map<Element, [number, number, number, number]>
const boxOf = (element: Element) => new DOMRect(...(boxes.get(element) ?? [0, 0, 0, 0]))
const beneath = (x: number, y: number) =>
  [...boxes.keys()].reverse().filter((element) => {
    const { left, top, right, bottom } = boxOf(element)
    return element.isConnected && left <= x && x < right && top <= y && y < bottom
  })

class Rect {
  readonly right: number
  readonly bottom: number
  constructor(
    readonly left: number,
    readonly top: number,
    width: number,
    height: number,
  ) {
    this.right = left + width
    this.bottom = top + height
  }
}

beforeEach(() => {
  boxes = new Map()
  vi.stubGlobal("DOMRect", Rect)
  Document.prototype.elementsFromPoint = beneath
  Element.prototype.getClientRects = function (this: Element) {
    return (boxes.has(this) ? [boxOf(this)] : []) as unknown as DOMRectList
  }
})
afterEach(() => {
  document.body.replaceChildren()
  document.body.removeAttribute("style")
  vi.unstubAllGlobals()
})

const PLACE: [number, number, number, number] = [600, 400, 300, 200]
function put(html: string, box: [number, number, number, number]): Element {
  const element = new DOMParser().parseFromString(html, "text/html").body.firstElementChild
  if (!element) throw new Error("nothing to put")
  document.body.append(element)
  boxes.set(element, box)
  return element
}
const isFree = (own: Element = document.createElement("i")) => roomAround(own)(new DOMRect(...PLACE))

describe("room", () => {
  it("is where nothing lies, or only what is to be read", () => {
    expect(isFree()).toBe(true)
    put("<p>Hanya teks</p>", [500, 300, 500, 400])
    put(`<main tabindex="-1">teks</main>`, [0, 0, 1000, 800])
    expect(isFree()).toBe(true)
  })

  it.each([
    `<a href="/x">x</a>`,
    "<button>x</button>",
    "<input>",
    "<select></select>",
    "<textarea></textarea>",
    "<label>x</label>",
    "<iframe></iframe>",
    "<video controls></video>",
    `<div role="button">x</div>`,
    `<div role="checkbox">x</div>`,
    `<div role="menuitem">x</div>`,
    `<div tabindex="0">x</div>`,
    `<div onclick="x()">x</div>`,
    `<div contenteditable>x</div>`,
    `<div style="cursor: pointer">x</div>`,
  ])("is not where %s lies, beside it there is", (html) => {
    const control = put(html, [640, 440, 60, 40])
    expect(isFree()).toBe(false)
    boxes.set(control, [520, 440, 60, 40])
    expect(isFree()).toBe(true)
  })

  it.each<[string, [number, number, number, number]]>([
    ["tiny", [703, 503, 10, 10]],
    ["only at the edge", [540, 300, 62, 102]],
  ])("is not where a control is %s", (_, box) => {
    put("<input>", box)
    expect(isFree()).toBe(false)
  })

  it("is where a control has a box that is drawn nowhere", () => {
    const control = put("<button>x</button>", [640, 440, 60, 40])
    Document.prototype.elementsFromPoint = (x, y) => beneath(x, y).filter((element) => element !== control)
    expect(isFree()).toBe(true)
  })

  it("is looked for beneath the card itself", () => {
    const own = put(`<x-card style="cursor: pointer"></x-card>`, PLACE)
    expect(isFree(own)).toBe(true)
    const control = put("<button>x</button>", [640, 440, 60, 40])
    boxes.delete(own)
    boxes.set(own, PLACE)
    expect(isFree(own)).toBe(false)
    control.remove()
    expect(isFree(own)).toBe(true)
  })

  it("is not where something in an open shadow tree can be operated", () => {
    const host = put("<x-box></x-box>", [620, 420, 200, 100])
    const root = host.attachShadow({ mode: "open" })
    const button = document.createElement("button")
    root.append(button)
    root.elementsFromPoint = () => [button, host]
    expect(isFree()).toBe(false)
    root.elementsFromPoint = () => [host]
    expect(isFree()).toBe(true)
  })

  it("is told by the hand only on pages that do not show it everywhere", () => {
    document.body.style.cursor = "pointer"
    put(`<div style="cursor: pointer">x</div>`, [640, 440, 60, 40])
    expect(isFree()).toBe(true)
  })
})
