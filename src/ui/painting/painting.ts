/*
 * What the popup shows, kept in memory for the next time that it is opened: it is put on screen before the code that made
 * it is loaded. It knows no library, and nothing of what is kept is believed before it was looked at.
 */

/** A text, or an element: its name, its attributes and what is in it. */
export type Painted = string | [name: string, attributes: Record<string, string>, ...inside: Painted[]]

export interface Painting {
  /** The `stamp` of the overview that it shows. */
  stamp: string
  /** Milliseconds at which the first of its words ceases to hold. */
  until: number
  /** Minutes from the person's own clock to UTC. */
  offset: number
  /** That of its words (BCP 47). */
  language: string
  /** What was known of the current tab's address, as JSON; absent where nothing is told of it. */
  verdict?: string
  /** What `contentOf` made of it. */
  content: string
}

/** An element without what is in it. */
type Shape = [name: string, attributes: Record<string, string>]

/** A text, or an element: the number of its shape, then what is in it. */
type Shaped = string | readonly (number | Shaped)[]

const SVG = "http://www.w3.org/2000/svg"
const DRAWN = ["svg", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "g"]
/** Whether it is part of a drawing. */
export const isDrawn = (name: string) => DRAWN.includes(name)
const ELEMENTS = (
  "main header footer nav section div span p h1 h2 h3 ul ol li dl dt dd button a details summary time bdi strong q label input " +
  "select option"
).split(" ")
const ATTRIBUTE =
  /^(aria-[a-z]+|data-[a-z-]+|accept|class|cx|cy|d|datetime|fill|focusable|for|height|href|id|points|r|rel|role|rx|ry|stroke(-[a-z]+)?|tabindex|target|title|transform|type|value|viewBox|width|x|x1|x2|y|y1|y2)$/
/** A page of ours, or an address that a link of the popup may have. */
const ADDRESS = /^(https:\/\/|mailto:|tel:|\/[a-z]+[./])/
/** Attributes of the parts that are about the current tab: painted only over the same one. */
export const ABOUT_TAB = ["data-verdict", "data-watch"]

/** Stands for the share of a row that an element takes: styles as such are not kept. */
export const SHARE = "data-share"
const MOST_DEPTH = 40
/** Elements and texts. */
const MOST_PIECES = 5000

/** What stands in an element, without what has one of these attributes. */
export function paintingOf(place: Element, without: readonly string[] = []): Painted[] {
  const content: Painted[] = []
  for (let node = place.firstChild; node; node = node.nextSibling) {
    if (node instanceof Text) content.push(node.data)
    else if (node instanceof Element && !without.some((name) => (node as Element).hasAttribute(name)))
      content.push([node.localName, attributesOf(node), ...paintingOf(node, without)])
  }
  return content
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name of element.getAttributeNames()) {
    if (name === "style") attributes[SHARE] = (element as HTMLElement).style.flexGrow
    else attributes[name] = element.getAttribute(name) ?? ""
  }
  return attributes
}

/** A painting as it was kept, its content not looked at; undefined where the rest is not as this version makes it. */
export function keptPainting(value: unknown): Painting | undefined {
  if (typeof value !== "object" || value === null) return undefined
  const { stamp, until, offset, language, verdict, content } = value as Record<string, unknown>
  if (typeof stamp !== "string" || typeof until !== "number" || typeof offset !== "number") return undefined
  if (typeof language !== "string" || (verdict !== undefined && typeof verdict !== "string")) return undefined
  if (typeof content !== "string") return undefined
  return { stamp, until, offset, language, ...(verdict !== undefined && { verdict }), content }
}

/**
 * A painting's content as one JSON text, which a browser passes on sooner than a thousand little lists: first the different
 * shapes of its elements, then its pieces. Most elements are like others, and a copy is made sooner than a new element.
 */
export function contentOf(painted: readonly Painted[]): string {
  const shapes: Shape[] = []
  const numbers = new Map<string, number>()
  const shaped = (piece: Painted): Shaped => {
    if (typeof piece === "string") return piece
    const [name, attributes, ...inside] = piece
    const key = JSON.stringify([name, attributes])
    const number = numbers.get(key) ?? shapes.push([name, attributes]) - 1
    numbers.set(key, number)
    return [number, ...inside.map(shaped)]
  }
  const pieces = painted.map(shaped)
  return JSON.stringify([shapes, pieces])
}

/**
 * A painting's content, to be put into the page; undefined where any of it is not as this version makes it. It is looked at while
 * it is made, of which nothing is in the page yet: to go through a thousand elements twice would take half as long again.
 */
export function fragmentOf(content: string): DocumentFragment | undefined {
  const [shapes, pieces] = listIn(parsed(content))
  const models = listIn(shapes).slice(0, MOST_PIECES).map(elementOf)
  const fragment = document.createDocumentFragment()
  let count = 0
  const put = (parent: Node, inside: readonly unknown[], from: number, depth: number): boolean => {
    for (let index = from; index < inside.length; index += 1) {
      const piece = inside[index]
      count += 1
      if (count > MOST_PIECES || depth > MOST_DEPTH) return false
      if (typeof piece === "string") parent.appendChild(document.createTextNode(piece))
      else {
        const [shape]: readonly unknown[] = listIn(piece)
        const element = typeof shape === "number" && models[shape]?.cloneNode()
        if (!element || !put(element, listIn(piece), 1, depth + 1)) return false
        parent.appendChild(element)
      }
    }
    return true
  }
  const isAsMade = Array.isArray(shapes) && Array.isArray(pieces) && !models.includes(undefined)
  return isAsMade && put(fragment, pieces, 0, 0) ? fragment : undefined
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An empty element; undefined for a shape that no painting has. */
function elementOf(shape: unknown): Element | undefined {
  const [name, attributes] = listIn(shape)
  if (typeof name !== "string" || typeof attributes !== "object" || attributes === null) return undefined
  const drawn = isDrawn(name)
  if (!drawn && !ELEMENTS.includes(name)) return undefined
  const element = drawn ? document.createElementNS(SVG, name) : document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value !== "string" || !isAttribute(key, value)) return undefined
    if (key === SHARE) (element as HTMLElement).style.flexGrow = value
    else element.setAttribute(key, value)
  }
  return element
}

function isAttribute(name: string, value: string): boolean {
  return ATTRIBUTE.test(name) && (name !== "href" || ADDRESS.test(value))
}
