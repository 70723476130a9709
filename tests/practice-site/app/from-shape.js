/*
 * Builds the page that a report tells of: the shape of a page with everything replaced that could be anybody's. What
 * the style hid is hidden by a style again, what is a name of the page's own making becomes one.
 */

/**
 * Puts what the shape tells of in place of all that the document holds.
 * @param {Document} document
 * @param {import("../../../src/reader/page-shape").PageShape} shape
 */
export function grow(document, { tree }) {
  const [root, body] = [document.documentElement, document.createElement("body")]
  root.replaceChildren(document.createElement("head"), body)
  dress(root, tree, false)
  for (const child of tree.children ?? []) {
    if (typeof child === "string") body.append(child)
    else if (child.tag === "body")
      fill(dress(body, child, tree.unseen === true), child, child.unseen === true)
    else body.append(made(document, child, tree.unseen === true))
  }
}

/**
 * @param {Document} document
 * @param {import("../../../src/reader/page-shape").ShapeNode} node
 * @param {boolean} inUnseen the nearest element around it that says so is not shown
 */
function made(document, node, inUnseen) {
  const element = document.createElement(node.tag === "x" ? "x-x" : node.tag)
  return fill(dress(element, node, inUnseen), node, inUnseen || node.unseen === true)
}

/**
 * @param {HTMLElement} element
 * @param {import("../../../src/reader/page-shape").ShapeNode} node
 * @param {boolean} inUnseen
 */
function fill(element, node, inUnseen) {
  const { ownerDocument } = element
  for (const child of node.children ?? [])
    element.append(typeof child === "string" ? child : made(ownerDocument, child, inUnseen))
  return element
}

/**
 * @param {HTMLElement} element
 * @param {import("../../../src/reader/page-shape").ShapeNode} node
 * @param {boolean} inUnseen
 */
function dress(element, { role, states = [], unseen }, inUnseen) {
  if (role !== undefined) element.setAttribute("role", role)
  for (const state of states) {
    const [name = "", value = ""] = state.split("=")
    if (name === "looks-disabled") element.style.cursor = "not-allowed"
    else element.setAttribute(name, value)
  }
  if (unseen) element.style.visibility = "hidden"
  else if (inUnseen) element.style.visibility = "visible"
  return element
}
