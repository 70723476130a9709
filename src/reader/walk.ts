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
import type { Turns } from "./turns"

/** More nodes than any progress page has; what comes after them is not looked at. Long texts count for several. */
const MOST_NODES = 60_000
const CHARACTERS_OF_A_NODE = 64
const MOST_TEXT = 1000
/** More elements within each other than any page has; what lies deeper is not looked at. */
const MOST_DEPTH = 250
const MOST_PICTURES = 50

/** Nodes between two turns. */
const NODES_OF_A_TURN = 256

/** An element that is being gone into, and how far that has come. */
interface Visit {
  group: Group
  /** The nearest group, this one included, that is no part of a line. */
  block: Group
  heading: boolean
  opens: boolean
  /** Of a closed `<details>`, only the summary is shown. */
  closed: boolean
  next(): Node | null | undefined
}

/**
 * Looks once at every node of the page that could be shown, through open shadow trees and slots, never into
 * frames, and without asking for a style or a layout.
 * @param onShadow told of each open shadow tree as soon as it is found
 */
export function* outlineOf(document: Document, onShadow?: (shadow: ShadowRoot) => void): Turns<Outline> {
  const outline: Outline = { units: [], wholes: [], shadows: [] }
  const { units } = outline
  const asked = traits()
  const visits: Visit[] = []
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

  const enter = (element: Element, around: Visit | undefined) => {
    const parent = around?.group
    const block = around?.block
    const tag = tagOf(element)
    if (block && (tag === "br" || tag === "hr")) endLine(block)
    if (tag === "img") picture(element, parent)
    const depth = visits.length
    const { passedOver, heading, opens, border, muted } = asked.of(element, tag)
    if (depth > MOST_DEPTH || passedOver) return
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
    const shadow = openShadow(element)
    if (shadow) {
      outline.shadows.push(shadow)
      asked.in(shadow)
      onShadow?.(shadow)
    }
    const assigned = tag === "slot" ? assignedTo(element) : []
    let at = 0
    let node: Node | null = null
    const next = () => {
      node = node ? nextTo(node) : firstIn(shadow ?? element)
      return node
    }
    visits.push({
      group,
      block: begins ? group : block,
      heading,
      opens,
      closed: tag === "details" && attribute(element, "open") === null,
      next: assigned.length ? () => assigned[at++] : next,
    })
  }

  const leave = ({ group, block, heading, opens }: Visit) => {
    open = undefined
    if (block === group) endLine(group)
    const parts = units.length - group.from
    if (!parts) return
    if (heading) asHeading(outline, group)
    else if (opens) asControl(outline, group)
    else if (block !== group && parts > 1 && group.from >= lineStart)
      gather(outline, group.from, group, group.control)
    group.to = units.length
    group.parent?.children.push(group)
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
  if (root) enter(root, undefined)
  let looked = 0
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const node = left > 0 && visit.next()
    if (!node) {
      visits.pop()
      leave(visit)
      continue
    }
    left -= 1
    looked += 1
    if (looked % NODES_OF_A_TURN === 0) yield
    const type = nodeType(node)
    if (type === 3 && !visit.closed) read(node, visit.group)
    if (type === 1 && (!visit.closed || tagOf(node as Element) === "summary")) enter(node as Element, visit)
  }
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
