/*
 * Ways of asking the DOM that a page cannot shadow: an `<input name="parentNode">` hides that property of
 * its form, but not the getter on the prototype.
 */

const ELEMENT = Element.prototype

/** Taken from the prototype once. */
function getter<Of extends Node, T>(owner: { prototype: object }, name: string): (node: Of) => T {
  const { get } = Object.getOwnPropertyDescriptor(owner.prototype, name) as { get(): T }
  return (node) => get.call(node)
}

export const nodeType = getter<Node, number>(Node, "nodeType")
const parentOf = getter<Node, Node | null>(Node, "parentNode")
export const firstIn = getter<Node, Node | null>(Node, "firstChild")
export const nextTo = getter<Node, Node | null>(Node, "nextSibling")
export const childrenOf = /* @__PURE__ */ getter<Node, NodeListOf<ChildNode>>(Node, "childNodes")
export const tagOf = getter<Element, string>(Element, "localName")
export const openShadow = getter<Element, ShadowRoot | null>(Element, "shadowRoot")
/** Of a text: no name in the page hides a property of it, as it would of a form. */
export const dataOf = (text: Node): string => (text as Text).data
export const rootElement = getter<Document, Element | null>(Document, "documentElement")
export const viewOf = getter<Document, Window | null>(Document, "defaultView")
export const visibilityOf = (document: Document): DocumentVisibilityState =>
  Reflect.get(Document.prototype, "visibilityState", document)

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

/** The element or one around it, across the borders of shadow trees, fits `selector`. */
export function isWithin(element: Element, selector: string): boolean {
  for (let at: Element | null = element; at; at = elementAround(at)) if (fits(at, selector)) return true
  return false
}
