/*
 * Class names look generated and differ at every load, as on the real page, so that nothing can lean on them:
 * the sheets are written with plain names, which are renamed here.
 */

const renamed = new Map()

function rename(name) {
  if (!renamed.has(name)) renamed.set(name, `css-${Math.random().toString(36).slice(2, 8).padEnd(6, "0")}`)
  return renamed.get(name)
}

/** Class attribute for one or more plain names, separated by spaces. */
export function classes(names) {
  return names.split(" ").filter(Boolean).map(rename).join(" ")
}

async function sheet(address) {
  const response = await fetch(address)
  const text = await response.text()
  const loaded = new CSSStyleSheet()
  loaded.replaceSync(text.replace(/\.([a-z][a-z-]*)(?=[^{}]*\{)/g, (_, name) => `.${rename(name)}`))
  return loaded
}

/** Loads the sheets under this load's class names. */
export async function dress() {
  document.adoptedStyleSheets = await Promise.all(["/frame.css", "/content.css"].map(sheet))
}
