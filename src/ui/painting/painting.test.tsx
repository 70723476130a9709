// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { firstDifference } from "../../../tests/fixtures/first-difference"
import { overviewFixtures } from "../../../tests/fixtures/overviews"
import { ownPage } from "../../../tests/fixtures/ownPage"
import { closePopup, openPopup, show, showFolded } from "../../../tests/fixtures/popup"
import { fragmentOf, keptPainting, paintingOf } from "./painting"

vi.mock("webextension-polyfill", () => ({ default: ownPage().browser }))

/** What a painting puts into the page, as the browser's storage gives it back; undefined where it is not taken for one. */
function kept(content: unknown, changes: object = {}): DocumentFragment | undefined {
  const text = JSON.stringify(content)
  const painting = keptPainting({
    ...{ stamp: "s", until: 1, offset: -420, language: "id" },
    content: text,
    ...changes,
  })
  return painting && fragmentOf(painting.content)
}

function put(content: unknown): HTMLElement {
  const place = document.createElement("div")
  place.append(kept(content) ?? "")
  return place
}
const markup = (content: unknown) => put(content).innerHTML

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
    expect(kept(paintingOf(document.body))).toBeUndefined()
  })

  it("can be made without what is about a tab", () => {
    const place = put([["main", {}, ["section", { "data-verdict": "official" }, "!"], ["p", {}, "."]]])
    expect(markup(paintingOf(place, ["data-verdict"]))).toBe("<main><p>.</p></main>")
  })
})

describe("what is kept as a painting", () => {
  const button = ["button", { type: "button" }, "Simpan"]

  it("is taken as it was made", () => {
    expect(
      markup([
        ["main", { class: "page" }, button, " ", ["svg", { viewBox: "0 0 24 24" }, ["path", { d: "M0 0" }]]],
      ]),
    ).toBe(
      '<main class="page"><button type="button">Simpan</button> <svg viewBox="0 0 24 24"><path d="M0 0"></path></svg></main>',
    )
  })

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
    ["an element without a name", [{}]],
    ["a number", 7],
    ["nothing", null],
    ["too many levels", Array.from({ length: 100 }).reduce((inner) => ["div", {}, inner], "x")],
    ["too many texts", ["p", {}, ...Array.from({ length: 6000 }, () => "x")]],
    ["too many elements", ["ul", {}, ...Array.from({ length: 6000 }, () => ["li", {}])]],
  ])("is nothing with %s in it", (_, strange) => {
    expect(kept([button])).toBeDefined()
    expect(kept([button, strange])).toBeUndefined()
    expect(kept([["div", {}, button, strange]])).toBeUndefined()
  })

  it.each([
    ["stamp", 1],
    ["until", "1"],
    ["offset", null],
    ["language", 1],
    ["verdict", {}],
    ["content", "x"],
    ["content", "{}"],
    ["content", [["p", {}, "x"]]],
  ])("is nothing with another %s", (name, value) => {
    expect(kept([button])).toBeDefined()
    expect(kept([button], { [name]: value })).toBeUndefined()
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
