import { describe, expect, it } from "vitest"
import { paintedFirst } from "./painting"

const page = (head: string, body: string) =>
  `<!doctype html><html lang="id"><head>${head}<title>Jejak</title></head><body>${body}</body></html>`
const SHEET = '<link rel="stylesheet" href="/popup.css">'
const SCRIPT = '<div id="__plasmo"></div><script src="/popup.js" type="module"></script>'

describe("the popup's page", () => {
  it("begins with the script that paints it and its styles, and names its own script", () => {
    expect(paintedFirst(page(SHEET, SCRIPT))).toBe(
      page(`<script src="/paint.js"></script>${SHEET}`, '<div id="__plasmo" data-script="/popup.js"></div>'),
    )
  })

  it.each([
    ["no script", page(SHEET, '<div id="__plasmo"></div>')],
    ["no style sheet", page("", SCRIPT)],
    ["no place for the page", page(SHEET, SCRIPT.replace("__plasmo", "root"))],
    ["another kind of script", page(SHEET, `${SCRIPT}<script src="/other.js"></script>`)],
  ])("is not made of one with %s", (_, html) => {
    expect(() => paintedFirst(html)).toThrow("another page")
  })
})
