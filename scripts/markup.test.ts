import { describe, expect, it } from "vitest"
import { MAKES_MARKUP, markupIn } from "./markup"
import { sourceFiles } from "./sources"

/** The background runs files of its own build later than at its start. */
const OWN_FILES = "background/later.ts: worker.importScripts"

describe("the code", () => {
  it("never makes markup, nor runs a text", () => {
    expect(sourceFiles().flatMap(markupIn)).toEqual([OWN_FILES, OWN_FILES])
  })
})

describe("the watch over markup", () => {
  const found = (text: string) => markupIn({ path: "ui/x.tsx", text })

  it.each(MAKES_MARKUP)("sees %s as a name, a key, a string and an attribute", (name) => {
    for (const text of [`x.${name} = y`, `x["${name}"]`, `const { ${name} } = x`, `<p ${name}={x} />`])
      expect(found(text), text).not.toEqual([])
  })

  it.each([
    "document.write(x)",
    "window.document.writeln(x)",
    "eval(x)",
    "new Function(x)",
    "globalThis.eval(x)",
    `setTimeout("x()", 1)`,
    "import(x)",
    `import("https://a.example/x.js")`,
    "importScripts(x)",
    "WebAssembly.compile(x)",
  ])("sees %s", (text) => {
    expect(found(text)).not.toEqual([])
  })

  it("lets text be text", () => {
    expect(found(`x.textContent = "a"; stream.write(x); setTimeout(() => x(), 1)`)).toEqual([])
  })
})
