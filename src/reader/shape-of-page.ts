import type { Site } from "../programmes/schema-sites"
import { descriptionOf } from "./describe"
import { attribute, childrenOf, nodeType, rootElement, tagOf } from "./dom"
import { isControl, isHeading, isPassedOver } from "./elements"
import { tidy } from "./normalise"
import type { PageShape, ShapeNode } from "./page-shape"
import { type Redactor, redactorOf } from "./redaction"
import { isClosed, LOOKS_DISABLED, nameOf, roleOf, statesOf } from "./shape-names"
import { partsOf, type Run, textsTogether } from "./shape-parts"
import { type Placed, type Sight, sightOf } from "./sight"
import { isSilentAddress, pageInTheOpen } from "./silence"
import { finished } from "./turns"

const MOST_ELEMENTS = 5000
const MOST_DEPTH = 60
/** Elements that are left out are counted no further. */
const MOST_COUNTED = 60_000

/**
 * The shape of a page without anything that could be anybody's: elements by their names, roles and states in HTML and
 * ARIA, texts by the site's own phrases or by what stands for any other. Every word in it is this program's or the
 * description's, none is the page's. Fields, frames, comments and attributes' values are not looked at.
 * @returns undefined where nothing may be looked at: another host, a silent path, a code, a camera, a consent
 */
export function shapeOfPage(document: Document, url: URL, site: Site): Omit<PageShape, "jejak"> | undefined {
  const root = rootElement(document)
  const description = descriptionOf(site)
  if (!root || isSilentAddress(url, description)) return undefined
  const sight = sightOf(document)
  if (!finished(pageInTheOpen(document, description, sight))) return undefined
  const redactor = redactorOf(site)
  return {
    format: "jejak-page-shape",
    version: 1,
    site: site.id,
    host: url.host,
    path: redactor.path(url),
    ...treeOf(root, sight, redactor),
  }
}

function treeOf(root: Element, sight: Sight, redactor: Redactor): Pick<PageShape, "tree" | "leftOut"> {
  /** What stands in place of texts that are a phrase only together, by the first node of each. */
  const together = new Map<Node, string>()
  let elements = 0
  let leftOut = 0

  const join = (group: Placed, blocksToo: boolean) => {
    const runs = textsTogether(group, blocksToo)?.filter(({ text }) => text !== "") ?? []
    if (runs.length < 2 || runs.some(({ node }) => together.has(node))) return
    const whole = tidy(runs.map(({ raw }) => raw).join(" "))
    const phrase = redactor.phrase(whole) ?? redactor.phrase(tidy(runs.map(({ raw }) => raw).join("")))
    if (
      phrase === undefined ||
      phrase === redactor.phrase(runs.map(({ text }) => redactor.shown(text)).join(" "))
    )
      return
    if (!runs.every(sight.shows)) return
    runs.forEach(({ node }, at) => {
      together.set(node, at === 0 ? redactor.shown(phrase) : "")
    })
  }

  /** @param depth of the element in the tree; `concealed`: something around it is not shown. */
  const enter = (group: Placed, concealed: boolean, depth: number): ShapeNode => {
    elements += 1
    const { element } = group
    const [tag, role] = [tagOf(element), attribute(element, "role")]
    const isHidden = !concealed && isPassedOver(element)
    const hides = concealed || isHidden
    const node = named(element, isControl(tag, role) && !hides && !sight.enabled(group))
    if (isClosed(element)) return node
    if (isHidden) node.unseen = true
    // Of a closed `<details>`, only the summary is shown.
    const isFolded = tag === "details" && attribute(element, "open") === null
    if (!hides && !isFolded) join(group, isControl(tag, role) || isHeading(tag, role))
    const children: (ShapeNode | string)[] = []
    for (const part of partsOf(group)) {
      if (part.element) {
        const inside = { element: part.element, parent: group }
        const isIn = hides || (isFolded && tagOf(part.element) !== "summary")
        if (elements < MOST_ELEMENTS && depth < MOST_DEPTH) children.push(enter(inside, isIn, depth + 1))
        else leftOut += countOf(part.element, MOST_COUNTED - leftOut)
      } else {
        const seen = !hides && !isFolded && (part.text === "" || sight.shows(part))
        if (!seen && !hides && !isFolded) node.unseen = true
        const text = together.get(part.node) ?? written(part, seen ? redactor.shown : redactor.hidden)
        if (text !== "") children.push(text)
      }
    }
    if (children.length > 0) node.children = children
    return node
  }

  return { tree: enter({ element: root, parent: undefined }, false, 0), leftOut }
}

function named(element: Element, looksDisabled: boolean): ShapeNode {
  const node: ShapeNode = { tag: nameOf(element) }
  const role = roleOf(element)
  if (role) node.role = role
  const states = statesOf(element)
  if (looksDisabled && !states.some((state) => state.includes("disabled"))) states.push(LOOKS_DISABLED)
  if (states.length > 0) node.states = states
  return node
}

function written({ text, gapBefore, gapAfter }: Run, redacted: (text: string) => string): string {
  if (text === "") return gapBefore && gapAfter ? " " : ""
  return `${gapBefore ? " " : ""}${redacted(text)}${gapAfter ? " " : ""}`
}

/** How many elements there are, itself among them, up to `most`; however deep they are. */
function countOf(element: Element, most: number): number {
  let count = 0
  const waiting: Node[] = [element]
  for (let node = waiting.pop(); node && count < most; node = waiting.pop()) {
    count += 1
    for (const child of childrenOf(node))
      if (nodeType(child) === 1 && waiting.length < most) waiting.push(child)
  }
  return Math.min(count, Math.max(0, most))
}
