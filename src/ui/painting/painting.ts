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
  /** `Painted[]`, as JSON: a browser passes one text on sooner than a thousand little lists. */
  content: string
}

/** A painting as it was found, all of it known to be right. */
export interface ValidPainting extends Omit<Painting, "content"> {
  content: Painted[]
}

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
const MOST_ELEMENTS = 5000

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

/** A painting as it was kept; undefined where any of it is not as this version makes it. */
export function keptPainting(value: unknown): ValidPainting | undefined {
  if (typeof value !== "object" || value === null) return undefined
  const { stamp, until, offset, language, verdict, content: text } = value as Record<string, unknown>
  if (typeof stamp !== "string" || typeof until !== "number" || typeof offset !== "number") return undefined
  if (typeof language !== "string" || (verdict !== undefined && typeof verdict !== "string")) return undefined
  const content = parsed(text)
  if (!isContent(content)) return undefined
  return { stamp, until, offset, language, ...(verdict !== undefined && { verdict }), content }
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function isContent(value: unknown): value is Painted[] {
  let count = 0
  const isPainted = (each: unknown, depth: number): each is Painted => {
    count += 1
    if (typeof each === "string") return true
    if (!Array.isArray(each) || depth > MOST_DEPTH || count > MOST_ELEMENTS) return false
    const [name, attributes, ...inside] = each as unknown[]
    return (
      typeof name === "string" &&
      (ELEMENTS.includes(name) || isDrawn(name)) &&
      typeof attributes === "object" &&
      attributes !== null &&
      Object.entries(attributes).every(([key, held]) => isAttribute(key, held)) &&
      inside.every((child) => isPainted(child, depth + 1))
    )
  }
  return Array.isArray(value) && value.every((each) => isPainted(each, 0))
}

function isAttribute(name: string, value: unknown): boolean {
  return typeof value === "string" && ATTRIBUTE.test(name) && (name !== "href" || ADDRESS.test(value))
}

/** The nodes of a painting, to be put into the page. */
export function nodesOf(content: readonly Painted[]): Node[] {
  return content.map((each) => {
    if (typeof each === "string") return document.createTextNode(each)
    const [name, attributes, ...inside] = each
    const element = isDrawn(name) ? document.createElementNS(SVG, name) : document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (key === SHARE) (element as HTMLElement).style.flexGrow = value
      else element.setAttribute(key, value)
    }
    element.append(...nodesOf(inside))
    return element
  })
}
