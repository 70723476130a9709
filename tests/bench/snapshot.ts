import type { Page } from "puppeteer-core"

/** An element as plain data, for a popup that renders the same. */
export interface Element {
  tag: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

/** What a settled popup shows. */
export interface Snapshot {
  /** The whole document without its scripts. */
  html: string
  /** Paths of the style sheets it names, from the extension's root. */
  styles: string[]
  /** What stands in its body, as data. */
  body: Element
}

/**
 * Takes what our popup shows, so that the popups it is compared with put the very same on the screen: element for element, with the
 * same styles.
 */
export function snapshotOf(page: Page): Promise<Snapshot> {
  // As text, since the function calls itself by name, which the test runner would wrap.
  return page.evaluate(`(() => {
    const dataOf = (element) => ({
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      children: [...element.childNodes].flatMap((node) =>
        node.nodeType === 3 ? [node.data] : node.nodeType === 1 && node.localName !== "script" ? [dataOf(node)] : [],
      ),
    })
    const copy = document.documentElement.cloneNode(true)
    for (const script of copy.querySelectorAll("script, link[rel=modulepreload]")) script.remove()
    for (const marked of copy.querySelectorAll("[elementtiming]")) marked.removeAttribute("elementtiming")
    return {
      html: "<!doctype html>" + copy.outerHTML,
      styles: [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => new URL(href).pathname.slice(1)),
      body: dataOf(document.body),
    }
  })()`) as Promise<Snapshot>
}
