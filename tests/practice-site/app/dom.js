import { own } from "./own.js"
import { classes } from "./styles.js"

/**
 * Makes an element. `class` takes plain names of the style sheets; `on…` functions become listeners; `true` is an
 * empty attribute, `false` and `undefined` none. Children are elements, text, arrays of these, or nothing.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (name === "class") element.className = classes(value)
    else if (typeof value === "function") element.addEventListener(name.slice(2), own(value))
    else element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.flat(Number.POSITIVE_INFINITY).filter((child) => child || child === 0))
  return element
}

/** A link inside the app. */
export function link(href, attributes, ...children) {
  return h("a", { href, "data-route": "", ...attributes }, ...children)
}

/** Opens a modal dialog above the page; it leaves the document when it closes. */
export function openDialog(label, ...children) {
  const dialog = h("dialog", { class: "dialog", "aria-label": label }, ...children)
  dialog.addEventListener(
    "close",
    own(() => dialog.remove()),
  )
  document.getElementById("root").append(dialog)
  dialog.showModal()
  return dialog
}
