/*
 * Ways of asking the DOM that a page cannot shadow: an `<input name="parentNode">` hides that property of
 * its form, but not the getter on the prototype.
 */

function getter<Of extends Node, T>(owner: () => object, name: string): (node: Of) => T {
  let get: ((this: Of) => T) | undefined
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(owner(), name)?.get
    return (get as (this: Of) => T).call(node)
  }
}

export const nodeType = getter<Node, number>(() => Node.prototype, "nodeType")
export const parentOf = getter<Node, Node | null>(() => Node.prototype, "parentNode")
export const firstChild = getter<Node, Node | null>(() => Node.prototype, "firstChild")
export const nextSibling = getter<Node, Node | null>(() => Node.prototype, "nextSibling")
export const isConnected = getter<Node, boolean>(() => Node.prototype, "isConnected")
export const tagOf = getter<Element, string>(() => Element.prototype, "localName")
export const openShadow = getter<Element, ShadowRoot | null>(() => Element.prototype, "shadowRoot")
export const dataOf = getter<Node, string>(() => CharacterData.prototype, "data")
export const rootElement = getter<Document, Element | null>(() => Document.prototype, "documentElement")
export const viewOf = getter<Document, Window | null>(() => Document.prototype, "defaultView")
export const liveSource = getter<Element, unknown>(() => HTMLMediaElement.prototype, "srcObject")

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name)
}

export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name)
}

/** All elements of `root`, itself not included and shadow trees left out, that fit `selector`. */
export function allOf(root: Document | ShadowRoot | Element, selector: string): Element[] {
  const owner = nodeType(root) === 9 ? Document : nodeType(root) === 11 ? DocumentFragment : Element
  return Array.from(owner.prototype.querySelectorAll.call(root, selector))
}

/** The nodes that stand where the slot stands; none when the slot shows its own content. */
export function assignedTo(slot: Element): Node[] {
  return HTMLSlotElement.prototype.assignedNodes.call(slot)
}

/** The element around this one, across the border of a shadow tree. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node)
  if (!parent) return null
  if (nodeType(parent) === 1) return parent as Element
  return nodeType(parent) === 11 ? ((parent as ShadowRoot).host ?? null) : null
}
