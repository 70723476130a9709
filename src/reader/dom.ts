/*
 * Ways of asking the DOM that a page cannot shadow: an `<input name="parentNode">` hides that property of
 * its form, but not the getter on the prototype.
 */

const ELEMENT = Element.prototype

const getter =
  <Of extends Node, T>(owner: { prototype: object }, name: string) =>
  (node: Of): T =>
    Reflect.get(owner.prototype, name, node)

/** The same for what is asked of every node of a page: several times as fast. */
function quickGetter<Of extends Node, T>(owner: { prototype: object }, name: string): (node: Of) => T {
  const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name) as { get(): T }
  return (node) => get.call(node)
}

export const nodeType = quickGetter<Node, number>(Node, "nodeType")
const parentOf = quickGetter<Node, Node | null>(Node, "parentNode")
export const firstIn = quickGetter<Node, Node | null>(Node, "firstChild")
export const nextTo = quickGetter<Node, Node | null>(Node, "nextSibling")
export const childrenOf = /* @__PURE__ */ getter<Node, NodeListOf<ChildNode>>(Node, "childNodes")
export const tagOf = quickGetter<Element, string>(Element, "localName")
export const openShadow = quickGetter<Element, ShadowRoot | null>(Element, "shadowRoot")
/** Of a text: no name in the page hides a property of it, as it would of a form. */
export const dataOf = (text: Node): string => (text as Text).data
export const rootElement = getter<Document, Element | null>(Document, "documentElement")
export const viewOf = getter<Document, Window | null>(Document, "defaultView")
export const visibilityOf = getter<Document, DocumentVisibilityState>(Document, "visibilityState")

export const liveSource = getter<Element, unknown>(HTMLMediaElement, "srcObject")

export function attribute(element: Element, name: string): string | null {
  return ELEMENT.getAttribute.call(element, name)
}

export function fits(element: Element, selector: string): boolean {
  return ELEMENT.matches.call(element, selector)
}

/** The element itself or the nearest around it, in the same tree, that fits `selector`. */
export function nearestOf(element: Element, selector: string): Element | null {
  return ELEMENT.closest.call(element, selector)
}

/** The element whose shadow tree this one stands in. */
export function hostOf(element: Element): Element | null {
  const root = Node.prototype.getRootNode.call(element)
  return nodeType(root) === 11 ? ((root as ShadowRoot).host ?? null) : null
}

/** The first element within that fits `selector`. */
export function firstOf(element: Element, selector: string): Element | null {
  return ELEMENT.querySelector.call(element, selector)
}

/** All elements of the document or the shadow tree, inner shadow trees left out, that fit `selector`. */
export function allOf(root: Document | ShadowRoot, selector: string): Element[] {
  const owner = nodeType(root) === 9 ? Document : DocumentFragment
  return [...owner.prototype.querySelectorAll.call(root, selector)]
}

/** The nodes that stand where the slot stands; none when the slot shows its own content, or is none of HTML's. */
export function assignedTo(slot: Element): Node[] {
  return "assignedNodes" in slot ? HTMLSlotElement.prototype.assignedNodes.call(slot) : []
}

/** The element around this one, across the border of a shadow tree. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node)
  if (parent && nodeType(parent) === 11) return (parent as ShadowRoot).host ?? null
  return parent && nodeType(parent) === 1 ? (parent as Element) : null
}

/** One of the element and all around it, across the borders of shadow trees, is as asked. */
export function outwards(element: Element, asked: (at: Element) => boolean): boolean {
  for (let at: Element | null = element; at; at = elementAround(at)) if (asked(at)) return true
  return false
}
