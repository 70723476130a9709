import {
  assignedTo,
  attribute,
  dataOf,
  firstChild,
  nextSibling,
  nodeType,
  openShadow,
  rootElement,
  tagOf,
} from "./dom"
import { isBlock, isBorder, isControl, isHeading, isMuted, isPassedOver, isSection } from "./elements"
import { asControl, asHeading, gather } from "./lines"
import { tidy } from "./normalise"
import { type Group, isLong, type Outline, type Unit } from "./outline"

/** More nodes than any progress page has; what comes after them is not looked at. */
const MOST_NODES = 60_000
const MOST_TEXT = 1000

interface Frame {
  group: Group
  block: boolean
  heading: boolean
  /** The control that begins with this element. */
  opens: boolean
  control: Group | undefined
  muted: boolean
  inSection: boolean
  wholesBefore: number
  next: Node | null
  listed: Node[] | undefined
  at: number
  /** Of a closed `<details>`, only the summary is shown. */
  closed: boolean
}

/**
 * Looks once at every node of the page that could be shown, through open shadow trees and slots, never into
 * frames, and without asking for a style or a layout.
 */
export function outlineOf(document: Document): Outline {
  const element = rootElement(document)
  const root: Group = {
    element: element as Element,
    tag: "html",
    parent: undefined,
    children: [],
    border: true,
    from: 0,
    to: 0,
  }
  const outline: Outline = { units: [], wholes: [], pictures: [], shadows: [], root }
  if (!element) return outline
  const { units, wholes } = outline
  const frames: Frame[] = []
  let line = 0
  let lineStart = 0
  let gap = false
  let open: Unit | undefined
  let left = MOST_NODES

  const endLine = (container: Frame) => {
    if (units.length > lineStart) {
      gather(outline, lineStart, container.group, undefined)
      line += 1
    }
    lineStart = units.length
    open = undefined
    gap = false
  }
  const nearestBlock = () => frames.findLast((frame) => frame.block) as Frame

  const enter = (entered: Element) => {
    const parent = frames[frames.length - 1]
    const tag = tagOf(entered)
    const role = attribute(entered, "role")
    if (tag === "br" || tag === "hr") {
      if (parent) endLine(nearestBlock())
      return
    }
    if (tag === "img" && parent) picture(outline, entered, parent.group)
    if (isPassedOver(entered, tag, role)) return
    const heading = isHeading(tag, role)
    const opens = isControl(tag, role)
    const block =
      heading || isBlock(tag, parent?.group.tag === "p" || (!!open && open.group === parent?.group))
    if (block && parent) endLine(nearestBlock())
    open = undefined
    const group: Group = parent
      ? {
          element: entered,
          tag,
          parent: parent.group,
          children: [],
          border: isBorder(tag, role),
          from: units.length,
          to: units.length,
        }
      : root
    const shadow = openShadow(entered)
    if (shadow) outline.shadows.push(shadow)
    const assigned = tag === "slot" ? assignedTo(entered) : []
    const inSection = !!parent && (parent.inSection || isSection(parent.group.tag))
    frames.push({
      group,
      block: block || !parent,
      heading,
      opens,
      control: opens ? group : parent?.control,
      muted: !!parent?.muted || isMuted(entered, tag, role, inSection),
      inSection,
      wholesBefore: wholes.length,
      next: firstChild(shadow ?? entered),
      listed: assigned.length ? assigned : undefined,
      at: 0,
      closed: tag === "details" && attribute(entered, "open") === null,
    })
  }

  const leave = (frame: Frame) => {
    frames.pop()
    const { group } = frame
    open = undefined
    if (frame.block) endLine(frame)
    const parts = units.length - group.from
    if (parts === 0) return
    if (frame.heading) asHeading(outline, frame)
    else if (frame.opens) asControl(outline, frame)
    else if (!frame.block && parts > 1 && group.from >= lineStart)
      gather(outline, group.from, group, frame.control)
    group.to = units.length
    if (group.to > group.from && group.parent) group.parent.children.push(group)
  }

  const read = (node: Node, frame: Frame) => {
    const data = dataOf(node)
    const text = tidy(data.length > MOST_TEXT ? data.slice(0, MOST_TEXT) : data)
    if (text === "") {
      gap ||= data !== ""
      return
    }
    const spaced = gap || /^\s/.test(data)
    gap = /\s$/.test(data)
    if (open && open.group === frame.group) {
      if (open.text.length < MOST_TEXT) open.text += spaced ? ` ${text}` : text
      open.long = isLong(open.text)
      return
    }
    open = {
      group: frame.group,
      control: frame.control,
      wholeControl: false,
      heading: false,
      text,
      dense: undefined,
      from: units.length,
      to: units.length + 1,
      line,
      long: isLong(text),
      muted: frame.muted,
      node,
      gap: spaced,
    }
    units.push(open)
  }

  enter(element)
  while (frames.length > 0 && left > 0) {
    const frame = frames[frames.length - 1] as Frame
    const node = following(frame)
    if (!node) {
      leave(frame)
      continue
    }
    left -= 1
    const type = nodeType(node)
    if (type === 3) {
      if (!frame.closed) read(node, frame)
    } else if (type === 1 && (!frame.closed || tagOf(node as Element) === "summary")) enter(node as Element)
  }
  while (frames.length > 0) leave(frames[frames.length - 1] as Frame)
  return outline
}

function following(frame: Frame): Node | null {
  if (frame.listed) return frame.listed[frame.at++] ?? null
  const node = frame.next
  if (node) frame.next = nextSibling(node)
  return node
}

function picture(outline: Outline, element: Element, group: Group): void {
  const text = attribute(element, "alt")
  if (text && text.length <= 60 && attribute(element, "aria-hidden") !== "true")
    outline.pictures.push({ text: tidy(text), group })
}
