import { describe, expect, it } from "vitest"
import { paintedFirst } from "./painting"

const page = (head: string, body: string) =>
  `<!doctype html><html lang="id"><head>${head}<title>Jejak</title></head><body>${body}</body></html>`
const SHEETS = '<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/popup.b.css">'
const SCRIPT = '<div id="__plasmo"></div><script src="/popup.js" type="module"></script>'

describe("the popup's page", () => {
  it("begins with the script that paints it, has one style sheet, and names its own script", () => {
    const { html, styles } = paintedFirst(page(SHEETS, SCRIPT))
    expect(html).toBe(
      page(
        '<script src="/paint.js"></script><link rel="stylesheet" href="/popup.css">',
        '<div id="__plasmo" data-script="/popup.js"></div>',
      ),
    )
    expect(styles).toEqual(["/a.css", "/popup.b.css"])
  })

  it.each([
    ["no script", page(SHEETS, '<div id="__plasmo"></div>')],
    ["no style sheet", page("", SCRIPT)],
    ["no place for the page", page(SHEETS, SCRIPT.replace("__plasmo", "root"))],
    ["another kind of script", page(SHEETS, `${SCRIPT}<script src="/other.js"></script>`)],
  ])("is not made of one with %s", (_, html) => {
    expect(() => paintedFirst(html)).toThrow("another page")
  })
})
