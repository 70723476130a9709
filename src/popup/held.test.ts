// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { type Hands, holdHands } from "./held"

/** A list of rows with a button each, as the popup has them: "training step words". */
function copy(...rows: string[]): HTMLElement {
  const place = document.createElement("div")
  for (const row of rows) {
    const [training = "", step = "", words = ""] = row.split(" ")
    const section = place.appendChild(document.createElement("section"))
    section.dataset.training = training
    const line = section.appendChild(document.createElement("p"))
    line.dataset.step = step
    const button = line.appendChild(document.createElement("button"))
    button.dataset.action = "mark-done"
    button.textContent = words
    button.addEventListener("click", () => done.push(`${place.dataset.copy}: ${row}`))
  }
  return document.body.appendChild(place)
}

let done: string[] = []
let hands: Hands | undefined
const wish = vi.fn()

function paintedAs(...rows: string[]): HTMLElement {
  const painting = copy(...rows)
  painting.dataset.copy = "painting"
  hands = holdHands(painting, wish)
  return painting
}

function pageOf(...rows: string[]): HTMLElement {
  const page = copy(...rows)
  page.dataset.copy = "page"
  return page
}

const button = (place: HTMLElement, index: number) => place.querySelectorAll("button")[index] as HTMLElement
const twoRows = ["t1 redeem Selesai", "t2 redeem Selesai"]

beforeEach(() => {
  done = []
  wish.mockClear()
})
afterEach(() => {
  hands?.giveOn(document.createElement("div"))
  document.body.replaceChildren()
})

describe("a click on the painting", () => {
  it("is given on once, to the same thing on the page", () => {
    const painting = paintedAs(...twoRows)
    button(painting, 1).click()
    expect(done).toEqual([])
    expect(wish).toHaveBeenCalled()
    const page = pageOf(...twoRows)
    hands?.giveOn(page)
    hands?.giveOn(page)
    expect(done).toEqual(["page: t2 redeem Selesai"])
  })

  it("is given on where the same thing has moved to", () => {
    const painting = paintedAs(...twoRows)
    button(painting, 1).click()
    hands?.giveOn(pageOf("t3 redeem Selesai", "t2 redeem Selesai"))
    expect(done).toEqual(["page: t2 redeem Selesai"])
  })

  it.each([
    ["says something else", "t2 redeem Urungkan"],
    ["is another training's", "t3 redeem Selesai"],
    ["is another step's", "t2 attend Selesai"],
  ])("is given to nothing that %s", (_, other) => {
    const painting = paintedAs(...twoRows)
    button(painting, 1).click()
    hands?.giveOn(pageOf("t1 redeem Selesai", other))
    expect(done).toEqual([])
  })

  it("counts once when it is the half of a double click", () => {
    const painting = paintedAs(...twoRows)
    for (const detail of [1, 2])
      button(painting, 0).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }))
    hands?.giveOn(pageOf(...twoRows))
    expect(done).toEqual(["page: t1 redeem Selesai"])
  })

  it("is left to the page once that is there", () => {
    paintedAs(...twoRows)
    const page = pageOf(...twoRows)
    hands?.giveOn(page)
    button(page, 0).click()
    expect(done).toEqual(["page: t1 redeem Selesai"])
  })
})

describe("the hands of a person", () => {
  it.each(["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "wheel", "toggle"])(
    "are noticed by %s",
    (type) => {
      button(paintedAs(...twoRows), 0).dispatchEvent(new Event(type, { bubbles: true }))
      expect(wish).toHaveBeenCalledOnce()
    },
  )

  it("are free again only when what was pressed was let go", async () => {
    const painting = paintedAs(...twoRows)
    const press = (type: string) => button(painting, 0).dispatchEvent(new Event(type, { bubbles: true }))
    let free = false
    press("pointerdown")
    const waiting = hands?.free().then(() => {
      free = true
    })
    await Promise.resolve()
    expect(free).toBe(false)
    press("pointerup")
    await waiting
    expect(free).toBe(true)
    await hands?.free()
  })
})
