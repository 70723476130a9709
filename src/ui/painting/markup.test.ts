import { describe, expect, it } from "vitest"
import { paintedIn } from "./markup"

describe("markup that React made", () => {
  it("is read as a page would", () => {
    const markup =
      '<main class="page" tabindex="-1"><time dateTime="2024-07-01">a &lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;</time>' +
      '<input type="file"/><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></main>!'
    expect(paintedIn(markup)).toEqual([
      [
        "main",
        { class: "page", tabindex: "-1" },
        ["time", { datetime: "2024-07-01" }, `a <b> & "c" 'd'`],
        ["input", { type: "file" }],
        ["svg", { viewBox: "0 0 1 1" }, ["path", { d: "M0 0" }]],
      ],
      "!",
    ])
  })

  it("tells texts apart as a page does", () => {
    expect(paintedIn("<p>a<!-- --> <!-- -->b</p>")).toEqual([["p", {}, "a", " ", "b"]])
  })

  it("has a share in place of the one style that the popup has", () => {
    expect(paintedIn('<span style="flex-grow:2.5"></span>')).toEqual([["span", { "data-share": "2.5" }]])
  })

  it.each([
    ["something open", "<p>"],
    ["something closed twice", "<p></p></p>"],
    ["something closed in another's place", "<ul><li></ul></li>"],
    ["a remark", "<!-- a --><p></p>"],
    ["an attribute without quotes", "<p class=a></p>"],
    ["an attribute without a value", "<p hidden></p>"],
    ["another style", '<p style="color:red"></p>'],
    ["a character that React writes as it is", "<p>&nbsp;</p>"],
    ["half a character", "<p>&amp</p>"],
    ["half a tag", "<p>a</p"],
  ])("is refused with %s in it", (_, markup) => {
    expect(() => paintedIn(markup)).toThrow()
  })
})
