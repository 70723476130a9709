import { assignedTo, childrenOf, dataOf, nodeType, openShadow, tagOf } from "./dom"
import { isBlock, isPassedOver } from "./elements"
import { tidy } from "./normalise"
import { isLeftOut } from "./shape-names"
import type { Placed } from "./sight"

/** An element or a text directly within another, in the order in which they are shown. */
export type Part =
  | { element: Element }
  | {
      element?: never
      /** The first of the text nodes that stand beside each other here, and where it stands. */
      node: Node
      group: Placed
      raw: string
      /** Tidied; empty for white space. */
      text: string
      /** White space between it and an inline element beside it. */
      gapBefore: boolean
      gapAfter: boolean
    }
export type Run = Exclude<Part, { element: Element }>

const MOST_TEXT = 2000
/** More texts, or elements around them, than a phrase of the page is split into. */
const MOST_TOGETHER = 24

/** What is within an element: in its open shadow tree where there is one, in a slot what was put there. */
export function partsOf(group: Placed): Part[] {
  const { element } = group
  const assigned = tagOf(element) === "slot" ? assignedTo(element) : []
  const nodes = assigned.length > 0 ? assigned : childrenOf(openShadow(element) ?? element)
  const parts: Part[] = []
  let open: Run | undefined
  for (const node of nodes) {
    const type = nodeType(node)
    if (type === 3) {
      const raw = dataOf(node).slice(0, MOST_TEXT)
      if (open) open.raw += raw
      else {
        open = { node, group, raw, text: "", gapBefore: false, gapAfter: false }
        parts.push(open)
      }
    } else if (type === 1 && !isLeftOut(node as Element)) {
      parts.push({ element: node as Element })
      open = undefined
    }
  }
  parts.forEach((part, at) => {
    if (part.element) return
    part.text = tidy(part.raw.slice(0, MOST_TEXT))
    part.gapBefore = /^\s/.test(part.raw) && isInline(parts[at - 1])
    part.gapAfter = /\s$/.test(part.raw) && isInline(parts[at + 1])
  })
  return parts
}

const isInline = (part: Part | undefined) => !!part?.element && !isBlock(tagOf(part.element), true)

/**
 * The texts that the reader may take for one: all of the element's, unless they are too many, or stand in blocks.
 * @param blocksToo as in a heading or a control
 */
export function textsTogether(group: Placed, blocksToo: boolean): Run[] | undefined {
  const runs: Run[] = []
  let left = MOST_TOGETHER
  const gather = (at: Placed): boolean =>
    partsOf(at).every((part) => {
      left -= 1
      if (left < 0) return false
      if (!part.element) {
        runs.push(part)
        return true
      }
      const { element } = part
      if (isPassedOver(element)) return true
      return (blocksToo || !isBlock(tagOf(element), true)) && gather({ element, parent: at })
    })
  return gather(group) ? runs : undefined
}
