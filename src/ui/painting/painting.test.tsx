// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { firstDifference } from "../../../tests/fixtures/first-difference"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { closePopup, openPopup, show, showFolded } from "../../../tests/fixtures/popup"
import { contentOf, fragmentOf, keptPainting, type Painted, paintingOf } from "./painting"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

/** What a content puts into the page; undefined where it is not taken for one. */
function kept(content: string, changes: object = {}): DocumentFragment | undefined {
  const painting = keptPainting({
    ...{ stamp: "s", until: 1, offset: -420, language: "id" },
    content,
    ...changes,
  })
  return painting && fragmentOf(painting.content)
}

function put(content: readonly Painted[]): HTMLElement {
  const place = document.createElement("div")
  place.append(kept(contentOf(content)) ?? "")
  return place
}
const markup = (content: readonly Painted[]) => put(content).innerHTML

describe("a painting", () => {
  beforeEach(openPopup)
  afterEach(closePopup)

  it.each(Object.entries(overviewFixtures))("of %s is the page again", async (_, fixture) => {
    await showFolded(fixture)
    const place = document.querySelector("main")?.parentElement
    if (!place) throw new Error("nothing is shown")
    expect(firstDifference(markup(paintingOf(place)), place.innerHTML)).toBeUndefined()
  })

  it("of a page on which something is unfolded is not put back", async () => {
    await show(overviewFixtures.twoTrainings)
    expect(kept(contentOf(paintingOf(document.body)))).toBeUndefined()
  })

  it("can be made without what is about a tab", () => {
    const place = put([["main", {}, ["section", { "data-verdict": "official" }, "!"], ["p", {}, "."]]])
    expect(markup(paintingOf(place, ["data-verdict"]))).toBe("<main><p>.</p></main>")
  })
})

describe("what is kept as a painting", () => {
  const button: Painted = ["button", { type: "button" }, "Simpan"]

  it("is taken as it was made", () => {
    expect(
      markup([
        ["main", { class: "page" }, button, " ", ["svg", { viewBox: "0 0 24 24" }, ["path", { d: "M0 0" }]]],
      ]),
    ).toBe(
      '<main class="page"><button type="button">Simpan</button> <svg viewBox="0 0 24 24"><path d="M0 0"></path></svg></main>',
    )
  })

  it("names elements that are alike once, and tells all others apart", () => {
    const row = (text: string, mark: string): Painted => ["li", { class: mark }, text]
    const rows = [row("a", "x"), row("b", "x"), row("c", "y"), ["p", { class: "x" }] satisfies Painted]
    expect(JSON.parse(contentOf(rows))[0]).toHaveLength(3)
    expect(markup(rows)).toBe('<li class="x">a</li><li class="x">b</li><li class="y">c</li><p class="x"></p>')
  })

  const shape = ["button", { type: "button" }]
  const piece = [0, "Simpan"]
  const isKept = (shapes: unknown, pieces: unknown) => kept(JSON.stringify([shapes, pieces])) !== undefined

  it.each([
    ["a script", ["script", { src: "/x.js" }]],
    ["a frame", ["iframe", {}]],
    ["a picture", ["img", { src: "https://example.org/" }]],
    ["a style sheet", ["link", { href: "/x.css", rel: "stylesheet" }]],
    ["a handler", ["p", { onclick: "alert(1)" }]],
    ["a style", ["p", { style: "color: red" }]],
    ["an address of another kind", ["a", { href: "javascript:alert(1)" }]],
    ["an address without a scheme", ["a", { href: "//example.org/" }]],
    ["an address in a drawing", ["path", { "xlink:href": "https://example.org/" }]],
    ["an attribute that is no text", ["p", { class: 1 }]],
    ["no attributes", ["p"]],
    ["an element without a name", [{}]],
    ["a number for an element", 7],
    ["nothing for an element", null],
  ])("is nothing with %s in it", (_, strange) => {
    expect(isKept([shape], [piece])).toBe(true)
    expect(isKept([shape, strange], [piece, [1]])).toBe(false)
    expect(isKept([shape, strange], [[0, [1]]])).toBe(false)
    expect(isKept([shape, strange], [piece])).toBe(false)
  })

  it.each([
    ["a number", 7],
    ["nothing", null],
    ["an object", { 0: 0 }],
    ["an element of a shape that there is not", [1]],
    ["an element of half a shape", [0.5]],
    ["an element of a shape with a word for a number", ["map"]],
    ["an element of a shape that is no number", [{ valueOf: 1, toString: 1 }]],
    ["an element without a shape", []],
    ["too many levels", Array.from({ length: 100 }).reduce((inner) => [0, inner], "x")],
    ["too many texts", [0, ...Array.from({ length: 6000 }, () => "x")]],
    ["too many elements", [0, ...Array.from({ length: 6000 }, () => [0])]],
  ])("is nothing with %s in it", (_, strange) => {
    expect(isKept([shape], [piece])).toBe(true)
    expect(isKept([shape], [piece, strange])).toBe(false)
    expect(isKept([shape], [[0, strange]])).toBe(false)
  })

  it.each([
    ["more shapes than elements may be", Array.from({ length: 6000 }, () => shape), [[5999]]],
    ["shapes that are no list", { 0: shape }, []],
    ["pieces that are no list", [shape], { 0: piece }],
    ["no pieces", [shape], undefined],
  ])("is nothing with %s", (_, shapes, pieces) => {
    expect(isKept(shapes, pieces)).toBe(false)
  })

  it.each([
    ["stamp", 1],
    ["until", "1"],
    ["offset", null],
    ["language", 1],
    ["verdict", {}],
    ["content", "x"],
    ["content", "{}"],
    ["content", "null"],
    ["content", [[shape], [piece]]],
  ])("is nothing with another %s", (name, value) => {
    expect(kept(contentOf([button]))).toBeDefined()
    expect(kept(contentOf([button]), { [name]: value })).toBeUndefined()
  })

  it.each([undefined, null, "x", 1, []])("is nothing when it is %j", (value) => {
    expect(keptPainting(value)).toBeUndefined()
  })

  it("says what it says as text", () => {
    expect(markup([["p", {}, "<img src=x onerror=alert(1)>"]])).toBe(
      "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    )
  })
})
