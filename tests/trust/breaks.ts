import type { Promised } from "./drill"

/**
 * A change of the code that breaks a promise, and the test that must then fail. `npm run breaks` makes each in a copy of
 * the sources and looks whether it does; a unit test holds that each can still be made.
 */
export interface Break {
  promise: Promised
  /** What is no longer so, for docs/trust.md: "a page's message is believed without parsing it". */
  means: string
  file: string
  /** Stands exactly once in the file. */
  from: string
  to: string
  /** The test that notices: `unit` needs no build. */
  noticed: { project: "unit" | "built"; file: string; name?: string }
}

/** Every break there is, in the order of the promises. */
export const BREAKS: readonly Break[] = [
  {
    promise: "nothing-leaves",
    means: "our pages may ask others",
    file: "plasmo.config.ts",
    from: "\"connect-src 'none'\",",
    to: '"connect-src https: wss:",',
    noticed: { project: "built", file: "tests/trust/ways-out.test.ts" },
  },
  {
    promise: "nothing-leaves",
    means: "the content script has the page fetch a picture from elsewhere",
    file: "src/contents/reader.ts",
    from: "\nwatchPage()",
    to: '\nnew Image().src = "https://elsewhere.example/"\nwatchPage()',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "a field is asked for what is typed into it",
    file: "src/page/watch.ts",
    from: "  const changedPlace = () => {\n",
    to: '  const changedPlace = () => {\n    if (document.querySelector("input")?.value) return\n',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "the card leaves a mark on the page around it",
    file: "src/page/card/card.ts",
    from: "  document.body.append(host)\n",
    to: '  document.body.append(host)\n  document.body.setAttribute("data-jejak", "")\n',
    noticed: { project: "built", file: "tests/e2e/whole-way.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "words are read before the address is asked whether they may be",
    file: "src/reader/read-page.ts",
    from: "  if (isSilentAddress(url, site)) return told([])\n",
    to: "  if (isSilentAddress(url, site)) return told(document.body.textContent ? [] : [])\n",
    noticed: { project: "built", file: "tests/trust/untouched-chromium.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "words are read before the fields are looked at which tell that the screen is private",
    file: "src/reader/silence.ts",
    from: "  if (asksInPrivate([document], words, sight)) return undefined\n",
    to: "  if (asksInPrivate([document], words, sight)) pageOf(outlineOf(document), words, sight)\n",
    noticed: { project: "built", file: "tests/trust/untouched-chromium.test.ts" },
  },
  {
    promise: "nothing-touched",
    means: "what somebody types into a text that can be edited is read",
    file: "src/reader/elements.ts",
    from: ',:read-write"',
    to: '"',
    noticed: { project: "unit", file: "src/reader/silence.test.ts" },
  },
]
