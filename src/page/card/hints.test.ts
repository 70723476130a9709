// @vitest-environment jsdom
import "../../../tests/fixtures/own-window"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { HintView } from "../../messages/overview"
import { showHints } from "./hints"
import { endPort, tellCard } from "./port"

const HINT: HintView = {
  id: "review",
  severity: "urgent",
  language: "id",
  title: "<b>Judul</b>",
  text: `<img src=x onerror="alert(1)">`,
  points: ["<i>satu</i>", "dua"],
  labels: { from: "Jejak", open: "Buka", tomorrow: "Besok", never: "Jangan", close: "Tutup" },
}

let roots: ShadowRoot[]
let sent: unknown[]
let free: (x: number, y: number) => boolean
let runtime: { id?: string; sendMessage(message: unknown): Promise<unknown> }

const host = () => document.querySelector("jejak-hint")
const root = () => roots.at(-1) as ShadowRoot
const find = <T extends HTMLElement>(selector: string) => root().querySelector(selector) as T
const tab = () => find("button:not(aside *)")
const isShown = (element: Element) => !element.classList.contains("off")
const labels = () =>
  [...root().querySelectorAll("aside button")].map((each) => each.ariaLabel ?? each.textContent)

/** Corners of a window of 1000 × 800, by the classes that put something there. */
function boxOf(element: Element): DOMRect {
  const size = { aside: [340, 240], tab: [200, 44], mark: [44, 44] }
  const look = ["aside", "mark", "tab"].find((each) =>
    element.matches(`${each}, .${each}`),
  ) as keyof typeof size
  const [width, height] = size[look] as [number, number]
  const left = element.classList.contains("r") ? 1000 - width - 12 : 12
  const top = element.classList.contains("b") ? 800 - height - 12 : 12
  return { left, top, right: left + width, bottom: top + height } as DOMRect
}

beforeEach(() => {
  vi.useFakeTimers()
  roots = []
  sent = []
  free = () => true
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe("closed")
    const made = attach.call(this, init)
    roots.push(made)
    return made
  })
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return boxOf(this)
  })
  const button = document.createElement("button")
  document.body.append(button)
  Document.prototype.elementsFromPoint = (x, y) => (free(x, y) ? [document.body] : [button, document.body])
  runtime = {
    id: "jejak",
    sendMessage: async (message) => {
      sent.push(message)
    },
  }
  vi.stubGlobal("chrome", { runtime })
  showHints()
})
afterEach(() => {
  endPort()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe("the card", () => {
  it("stands at the end of the page, with a region, a heading, its points and its buttons in order", () => {
    document.body.append(document.createElement("main"))
    tellCard(HINT)
    expect(document.body.lastElementChild).toBe(host())
    expect(host()?.attributes).toHaveLength(0)
    expect(host()?.textContent).toBe("")
    const panel = find("aside")
    expect([panel.getAttribute("role"), panel.ariaLabel, panel.lang]).toEqual([
      "complementary",
      "Jejak",
      "id",
    ])
    expect(find("h2").textContent).toBe("<b>Judul</b>")
    expect([...root().querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
      "<i>satu</i>",
      "dua",
    ])
    expect(labels()).toEqual(["Tutup", "Buka", "Besok", "Jangan"])
    expect(document.activeElement).toBe(document.body)
  })

  it("takes all words as text", () => {
    tellCard(HINT)
    expect(root().querySelectorAll("b, i, img")).toHaveLength(0)
    expect(find("p").textContent).toBe(HINT.text)
  })

  it("has no list and no button where there is nothing for them", () => {
    const { open: _, ...rest } = HINT.labels
    tellCard({ ...HINT, points: [], labels: rest })
    expect(root().querySelector("ul")).toBeNull()
    expect(labels()).toEqual(["Tutup", "Besok", "Jangan"])
  })

  it("hears only what a person does", () => {
    tellCard(HINT)
    for (const button of root().querySelectorAll("button")) button.click()
    find("aside").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))
    expect(host()).not.toBeNull()
    expect(sent).toEqual([])
  })

  it("keeps what is done with it from the page", () => {
    tellCard(HINT)
    const heard = vi.fn()
    document.addEventListener("click", heard)
    find("aside").dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }))
    document.removeEventListener("click", heard)
    expect(heard).not.toHaveBeenCalled()
  })

  it("stays as it is while the same is told, is replaced by another, and goes", () => {
    tellCard(HINT)
    const first = host()
    tellCard(structuredClone(HINT))
    expect(host()).toBe(first)
    tellCard({ ...HINT, points: ["dua"] })
    expect(host()).not.toBe(first)
    expect(document.querySelectorAll("jejak-hint")).toHaveLength(1)
    tellCard(null)
    expect(host()).toBeNull()
  })

  it("is put in once, and finds what an earlier one has left behind", () => {
    tellCard(HINT)
    const first = host()
    showHints()
    expect(host()).toBe(first)
    endPort()
    document.body.append(document.createElement("jejak-hint"))
    showHints()
    expect(host()).toBeNull()
  })

  it("does not fight a page that takes it away", () => {
    tellCard(HINT)
    host()?.remove()
    tellCard(structuredClone(HINT))
    window.dispatchEvent(new Event("resize"))
    vi.runAllTimers()
    expect(host()).toBeNull()
  })

  it("goes once its extension has gone", () => {
    tellCard(HINT)
    delete runtime.id
    tellCard(structuredClone(HINT))
    expect(host()).toBeNull()
  })

  it("leaves no timer and no listener behind", () => {
    tellCard(HINT)
    window.dispatchEvent(new Event("resize"))
    tellCard(null)
    expect(vi.getTimerCount()).toBe(0)
    window.dispatchEvent(new Event("resize"))
    document.dispatchEvent(new Event("scroll"))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe("its place", () => {
  const corner = () => [...find("aside").classList].filter((name) => "rltb".includes(name)).join(" ")

  it.each<[string, (x: number, y: number) => boolean, string]>([
    ["bottom right", () => true, "b r"],
    ["bottom left", (x, y) => !(x > 500 && y > 400), "b l"],
    ["top right", (_, y) => y < 400, "t r"],
    ["top left", (x, y) => x < 500 && y < 400, "t l"],
  ])("is %s when what comes before is taken", (_, isFree, expected) => {
    free = isFree
    tellCard(HINT)
    expect(corner()).toBe(expected)
    expect([isShown(find("aside")), isShown(tab())]).toEqual([true, false])
  })

  it("is smaller where there is little room, and none where there is none", () => {
    free = (x, y) => y > 740 && x > 780
    tellCard(HINT)
    expect([isShown(find("aside")), isShown(tab()), tab().className]).toEqual([false, true, "tab b r"])
    free = (x, y) => y > 740 && x > 940
    tellCard(structuredClone(HINT))
    expect([isShown(find("aside")), isShown(tab()), tab().className]).toEqual([false, true, "tab mark b r"])
    free = () => false
    tellCard(structuredClone(HINT))
    expect([isShown(find("aside")), isShown(tab())]).toEqual([false, false])
    free = () => true
    tellCard(structuredClone(HINT))
    expect([isShown(find("aside")), isShown(tab())]).toEqual([true, false])
  })

  it("is looked at again once scrolling and resizing have stopped, once", () => {
    tellCard(HINT)
    const looks = vi.spyOn(Document.prototype, "elementsFromPoint")
    free = (x) => x < 500
    for (let step = 0; step < 10; step += 1) {
      document.dispatchEvent(new Event("scroll"))
      window.dispatchEvent(new Event("resize"))
      vi.advanceTimersByTime(50)
    }
    expect(looks).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(corner()).toBe("b l")
    const after = looks.mock.calls.length
    vi.advanceTimersByTime(60_000)
    expect(looks.mock.calls.length).toBe(after)
    // It does not jump back as soon as it could.
    free = () => true
    tellCard(structuredClone(HINT))
    expect(corner()).toBe("b l")
  })

  it("is kept while the person is at it by keyboard", () => {
    tellCard(HINT)
    find<HTMLButtonElement>(".open").focus()
    free = () => false
    tellCard(structuredClone(HINT))
    expect(isShown(find("aside"))).toBe(true)
    find<HTMLButtonElement>(".open").blur()
    tellCard(structuredClone(HINT))
    expect(isShown(find("aside"))).toBe(false)
  })
})

describe("a card that has just come, or moved", () => {
  const stills = () => [find("aside").inert, tab().inert]

  it("cannot be clicked for a moment: nobody had meant to", () => {
    tellCard(HINT)
    expect(stills()).toEqual([true, true])
    vi.advanceTimersByTime(399)
    expect(stills()).toEqual([true, true])
    vi.advanceTimersByTime(1)
    expect(stills()).toEqual([false, false])
    tellCard(structuredClone(HINT))
    expect(stills()).toEqual([false, false])
    free = (x) => x < 500
    tellCard(structuredClone(HINT))
    expect(stills()).toEqual([true, true])
    vi.advanceTimersByTime(400)
    expect(stills()).toEqual([false, false])
  })

  it("has its shadow tree from where no page's elements are made", () => {
    const made = vi.spyOn(Document.prototype, "createElement")
    tellCard(HINT)
    expect(made.mock.calls.flat()).not.toContain("jejak-hint")
  })
})

describe("a page that calls its elements like parts of the document", () => {
  it("gets the card all the same", () => {
    const names = ["body", "createElement", "querySelectorAll", "elementsFromPoint", "addEventListener"]
    const picture = document.createElement("img")
    for (const name of names) Object.defineProperty(document, name, { configurable: true, value: picture })
    tellCard(HINT)
    for (const name of names) Reflect.deleteProperty(document, name)
    expect(document.body.lastElementChild).toBe(host())
    expect(isShown(find("aside"))).toBe(true)
  })

  it("has no card without a body, and nothing breaks", () => {
    document.body.remove()
    expect(() => tellCard(HINT)).not.toThrow()
    document.documentElement.append(document.createElement("body"))
    expect(host()).toBeNull()
  })
})
