import { transformSync } from "esbuild"

/**
 * Properties of the reader's own objects, which nothing else ever sees: no message, no description of a site and nothing of
 * a page has them, so that a content script may call them by shorter names. A test compares them with the packs.
 */
export const INNER_NAMES = [
  "captures",
  "control",
  "dense",
  "element",
  "group",
  "heading",
  "labelled",
  "meanings",
  "muted",
  "pictures",
  "repeated",
  "shadows",
  "showsField",
  "shows",
  "strangers",
  "units",
  "walletsIn",
  "wholeControl",
  "wholesFrom",
  "wholes",
]

/** A content script as small as can be, for it goes into every page that is read. */
export function tightened(code: string): string {
  return transformSync(code, {
    minify: true,
    charset: "utf8",
    mangleProps: new RegExp(`^(?:${INNER_NAMES.join("|")})$`),
  }).code
}
