import { assignedTo, attribute, childrenOf, dataOf, nodeType, openShadow, rootElement, tagOf } from "./dom"
import { isBlock, isBorder, isControl, isHeading, isMuted, isPassedOver } from "./elements"
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
    const role = attribute(element, "role")
    if (block && (tag === "br" || tag === "hr")) endLine(block)
    if (tag === "img") picture(element, parent)
    if (depth > MOST_DEPTH || isPassedOver(element)) return
    const heading = isHeading(tag, role)
    const opens = isControl(tag, role)
    const begins = !block || heading || isBlock(tag, parent?.tag === "p" || (!!open && open.group === parent))
    if (block && begins) endLine(block)
    open = undefined
    const group: Group = {
      element,
      tag,
      parent,
      children: [],
      border: isBorder(element),
      control: parent?.control,
      muted: !!parent?.muted || isMuted(element, tag, opens),
      pictures: undefined,
      from: units.length,
      to: units.length,
    }
    if (opens) group.control = group
    const own = begins ? group : (block as Group)
    const shadow = openShadow(element)
    if (shadow) outline.shadows.push(shadow)
    const assigned = tag === "slot" ? assignedTo(element) : []
    // Of a closed `<details>`, only the summary is shown.
    const closed = tag === "details" && attribute(element, "open") === null
    for (const node of assigned.length ? assigned : childrenOf(shadow ?? element)) {
      if (left <= 0) break
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
