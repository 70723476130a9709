import { transformSync } from "esbuild"
import { shrunk } from "./bundle"

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

/** More of them, which only the reader has as names of its own: in others they may be a message's, or the browser's. */
export const READERS_NAMES = [
  ..."text from to line long node gap tag parent children border role telling hits normal times block opens".split(
    " ",
  ),
  ..."inSection speaksOfSilence enabled unit label rest dates roles tags passedOver touch cancel since".split(
    " ",
  ),
  ..."took givenUp hurry stop post askAgain mayMean mayTell pattern particulars seen lets longBefore scrolled headed hours blocks menus shape asked understood sectionHeads closed described".split(
    " ",
  ),
]

/**
 * A content script as small as can be, for it goes into every page that is read.
 * @param reads it is the reader
 */
export function tightened(code: string, reads: boolean): string {
  const names = reads ? [...INNER_NAMES, ...READERS_NAMES] : INNER_NAMES
  const once = transformSync(code, {
    minify: true,
    charset: "utf8",
    mangleProps: new RegExp(`^(?:${names.join("|")})$`),
  }).code
  const twice = shrunk(once, false)
  return twice.length < once.length ? twice : once
}
