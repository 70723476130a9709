import { isDrawn, type Painted, SHARE } from "./painting"

/** What stands between two texts, a tag as React writes it, or the text up to the next one. */
const PIECE = /<!-- -->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z-]*="[^"<>]*")*)(\/?)>|([^<>]+)/gy
const BETWEEN = "<!-- -->"
const ATTRIBUTE = / ([a-zA-Z][a-zA-Z-]*)="([^"]*)"/g
const STYLE = /^flex-grow:([\d.]+)$/
const CHARACTERS: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
}
/** What is never closed, since nothing can be in it. */
const VOID = ["input"]

/**
 * What stands in markup that React made, where there is no page to put it into.
 * @throws Error for anything else than React writes of what the popup shows
 */
export function paintedIn(markup: string): Painted[] {
  const content: Painted[] = []
  const open: { name: string; inside: Painted[] }[] = []
  let inside = content
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < markup.length) {
    const [whole, end, name, attributes = "", alone, text] = PIECE.exec(markup) ?? []
    if (whole === undefined) throw new Error("Markup of another making than React's.")
    if (whole === BETWEEN) continue
    if (name === undefined) {
      inside.push(unescaped(text ?? ""))
    } else if (end) {
      if (open.pop()?.name !== name)
        throw new Error("Markup in which something is closed that was not opened.")
      inside = open.at(-1)?.inside ?? content
    } else {
      const element: Painted = [name, attributesIn(attributes, isDrawn(name))]
      inside.push(element)
      if (alone || VOID.includes(name)) continue
      inside = element as unknown as Painted[]
      open.push({ name, inside })
    }
  }
  if (open.length > 0) throw new Error("Markup in which something was not closed.")
  return content
}

/** Names as a page has them: only those of drawings tell capitals from small letters. */
function attributesIn(text: string, drawn: boolean): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (name === "style") attributes[SHARE] = shareIn(value)
    else attributes[drawn ? name : name.toLowerCase()] = unescaped(value)
  }
  return attributes
}

function shareIn(style: string): string {
  const [, share] = STYLE.exec(style) ?? []
  if (share === undefined) throw new Error("A style that is no share.")
  return share
}

function unescaped(text: string): string {
  return text.replace(/&[^;]*;?/g, (escaped) => {
    const character = CHARACTERS[escaped]
    if (character === undefined) throw new Error("A character that React does not escape so.")
    return character
  })
}
