import {
  assignedTo,
  attribute,
  dataOf,
  firstIn,
  nextTo,
  nodeType,
  openShadow,
  rootElement,
  tagOf,
} from "./dom"
import { isBlock, traits } from "./elements"
import { asControl, asHeading, gather } from "./lines"
import { tidy } from "./normalise"
import { type Group, isLong, type Outline, type Unit } from "./outline"

/** More nodes than any progress page has; what comes after them is not looked at. Long texts count for several. */
const MOST_NODES = 60_000
const CHARACTERS_OF_A_NODE = 64
const MOST_TEXT = 1000
/** More elements within each other than any page has; what lies deeper is not looked at. */
const MOST_DEPTH = 250
const MOST_PICTURES = 50

/**
 * Looks once at every node of the page that could be shown, through open shadow trees and slots, never into
 * frames, and without asking for a style or a layout.
 */
export function outlineOf(document: Document): Outline {
  const outline: Outline = { units: [], wholes: [], shadows: [] }
  const { units } = outline
  const asked = traits()
  let line = 0
  let lineStart = 0
  let gap = false
  let open: Unit | undefined
  let left = MOST_NODES

  const endLine = (block: Group) => {
    if (units.length > lineStart) {
      gather(outline, lineStart, block, undefined)
      line += 1
    }
    lineStart = units.length
    open = undefined
    gap = false
  }

  /** @param block the nearest group around the element that is no part of a line. */
  const enter = (element: Element, parent: Group | undefined, block: Group | undefined, depth: number) => {
    const tag = tagOf(element)
    if (block && (tag === "br" || tag === "hr")) endLine(block)
    if (tag === "img") picture(element, parent)
    if (depth > MOST_DEPTH) return
    const { passedOver, heading, opens, border, muted } = asked.of(element, tag)
    if (passedOver) return
    const begins = !block || heading || isBlock(tag, parent?.tag === "p" || (!!open && open.group === parent))
    if (block && begins) endLine(block)
    open = undefined
    const group: Group = {
      element,
      tag,
      parent,
      children: [],
      border,
      control: parent?.control,
      muted: !!parent?.muted || muted,
      pictures: undefined,
      from: units.length,
      to: units.length,
    }
    if (opens) group.control = group
    const own = begins ? group : (block as Group)
    const shadow = openShadow(element)
    if (shadow) {
      outline.shadows.push(shadow)
      asked.in(shadow)
    }
    const assigned = tag === "slot" ? assignedTo(element) : []
    // Of a closed `<details>`, only the summary is shown.
    const closed = tag === "details" && attribute(element, "open") === null
    let place = 0
    const next = (before?: Node) =>
      assigned.length ? assigned[place++] : before ? nextTo(before) : firstIn(shadow ?? element)
    for (let node = next(); node && left > 0; node = next(node)) {
      left -= 1
      const type = nodeType(node)
      if (type === 3 && !closed) read(node, group)
      if (type === 1 && (!closed || tagOf(node as Element) === "summary"))
        enter(node as Element, group, own, depth + 1)
    }
    open = undefined
    if (begins) endLine(group)
    const parts = units.length - group.from
    if (!parts) return
    if (heading) asHeading(outline, group)
    else if (opens) asControl(outline, group)
    else if (!begins && parts > 1 && group.from >= lineStart)
      gather(outline, group.from, group, group.control)
    group.to = units.length
    parent?.children.push(group)
  }

  const read = (node: Node, group: Group) => {
    const data = dataOf(node)
    const text = tidy(data.slice(0, MOST_TEXT)).slice(0, MOST_TEXT)
    left -= text.length / CHARACTERS_OF_A_NODE
    if (text === "") {
      gap ||= data !== ""
      return
    }
    const spaced = gap || /^\s/.test(data)
    gap = /\s/.test(data.slice(-1))
    if (open && open.group === group) {
      if (open.text.length < MOST_TEXT) open.text += spaced ? ` ${text}` : text
      open.long = isLong(open.text)
      return
    }
    const { control, muted } = group
    open = {
      group,
      control,
      wholeControl: false,
      heading: false,
      text,
      dense: undefined,
      from: units.length,
      to: units.length + 1,
      line,
      long: isLong(text),
      muted,
      node,
      gap: spaced,
    }
    units.push(open)
  }

  const root = rootElement(document)
  asked.in(document)
  if (root) enter(root, undefined, undefined, 0)
  return outline
}

function picture(element: Element, group: Group | undefined): void {
  const text = attribute(element, "alt")
  if (!text || text.length > 60 || attribute(element, "aria-hidden") === "true") return
  for (let at = group; at; at = at.parent) {
    at.pictures ??= []
    if (at.pictures.length < MOST_PICTURES) at.pictures.push(tidy(text))
  }
}
