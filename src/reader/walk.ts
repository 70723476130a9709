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
import { type Traits, traits } from "./elements"
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

/** Nodes between two turns: code that runs for the first time needs a hundred microseconds for each. */
const NODES_OF_A_TURN = 32

/** A group whose element is being gone into, and how far that has come. */
interface Visit {
  group: Group
  parent: Visit | undefined
  /** The nearest group, this one included, that is no part of a line. */
  block: Group
  asked: Traits
  /** Of a closed `<details>`, only the summary is shown. */
  closed: boolean
  within: Node
  at: Node | null
  /** What stands where the slot stands, from the next on. */
  assigned: Node[] | undefined
}

/**
 * Looks once at every node of the page that could be shown, through open shadow trees and slots, never into
 * frames, and without asking for a style or a layout.
 * @param onShadow told of each open shadow tree as soon as it is found
 */
export function* outlineOf(document: Document, onShadow?: (shadow: ShadowRoot) => void): Turns<Outline> {
  const outline: Outline = { units: [], wholes: [], shadows: [] }
  const { units } = outline
  const telling = traits()
  let visit: Visit | undefined
  let depth = 0
  let line = 0
  let lineStart = 0
  let gap = false
  let open: Unit | undefined
  let left = MOST_NODES

  const endLine = (block: Group) => {
    const end = units.length
    if (end > lineStart) {
      if (end > lineStart + 1) gather(outline, lineStart, block, undefined)
      // What an inline element held that goes on is part of the line now.
      if (units.length < end)
        for (let at = visit; at && at.group.from > lineStart; at = at.parent) {
          at.group.from = Math.min(at.group.from, units.length)
          at.group.children = []
        }
      line += 1
    }
    lineStart = units.length
    open = undefined
    gap = false
  }

  const enter = (element: Element, tag: string) => {
    const around = visit
    const parent = around?.group
    const block = around?.block
    if (block && (tag === "br" || tag === "hr")) endLine(block)
    if (tag === "img") picture(element, parent)
    const asked = telling.of(element, tag)
    if (depth > MOST_DEPTH || asked.passedOver) return
    const inText = parent?.tag === "p" || (!!open && open.group === parent)
    const begins = !block || asked.heading || asked.blocks[inText ? 1 : 0]
    if (block && begins) endLine(block)
    open = undefined
    const group: Group = {
      element,
      tag,
      parent,
      children: [],
      border: asked.border,
      control: parent?.control,
      muted: asked.muted || !!parent?.muted,
      from: units.length,
      to: units.length,
    }
    if (asked.opens) group.control = group
    const shadow = openShadow(element)
    if (shadow) {
      outline.shadows.push(shadow)
      onShadow?.(shadow)
    }
    const assigned = tag === "slot" ? assignedTo(element) : []
    depth += 1
    visit = {
      group,
      parent: around,
      block: begins ? group : block,
      asked,
      closed: tag === "details" && attribute(element, "open") === null,
      within: shadow ?? element,
      at: null,
      assigned: assigned[0] && assigned.reverse(),
    }
  }

  const leave = ({ group, block, asked }: Visit) => {
    open = undefined
    if (block === group) endLine(group)
    const parts = units.length - group.from
    if (!parts) return
    if (asked.heading) asHeading(outline, group)
    else if (asked.opens) asControl(outline, group)
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
    const isPlain = text === data
    const spaced = gap || (!isPlain && /^\s/.test(data))
    gap = !isPlain && /\s/.test(data.slice(-1))
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
  yield* telling.in(document)
  if (root) enter(root, tagOf(root))
  let looked = 0
  let shadows = 0
  while (visit) {
    for (; shadows < outline.shadows.length; shadows += 1)
      yield* telling.in(outline.shadows[shadows] as ShadowRoot)
    const { assigned } = visit
    let node: Node | null | undefined
    if (left > 0) {
      node = assigned ? assigned.pop() : visit.at ? nextTo(visit.at) : firstIn(visit.within)
      visit.at = node ?? null
    }
    if (!node) {
      leave(visit)
      visit = visit.parent
      depth -= 1
      continue
    }
    left -= 1
    looked += 1
    if (looked % NODES_OF_A_TURN === 0) yield
    const type = nodeType(node)
    if (type === 3 && !visit.closed) read(node, visit.group)
    else if (type === 1) {
      const tag = tagOf(node as Element)
      if (!visit.closed || tag === "summary") enter(node as Element, tag)
    }
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
