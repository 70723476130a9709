import { attribute, firstChild, hasAttribute, nextSibling, nodeType, parentOf, tagOf } from "./dom"

/* What an element is, told by its name and its ARIA attributes alone. */

const words = (list: string) => new Set(list.split(" "))

const NEVER_TEXT = words(
  "head script style template noscript iframe frame object embed svg math canvas textarea select option " +
    "datalist input video audio progress meter title",
)
const INLINE = words(
  "a abbr acronym b bdi bdo big button cite del dfn em font i ins kbd label mark s samp slot small span " +
    "strike strong sub summary sup time tt u var wbr",
)
const MUTED_TAGS = words("nav label summary blockquote pre code q menu figcaption")
const MUTED_ROLES = words(
  "navigation menu menubar menuitem menuitemradio menuitemcheckbox tablist tab listbox option radiogroup " +
    "radio checkbox switch combobox search toolbar tree treeitem contentinfo columnheader",
)
const HEADINGS = words("h1 h2 h3 h4 h5 h6")
const BORDERS = words("html body main dialog nav alertdialog navigation banner")
/** Inside one of these a footer belongs to it and not to the page. */
const SECTIONS = words("article aside main nav section li td dialog")

export const isHeading = (tag: string, role: string | null) =>
  role === "heading" || (HEADINGS.has(tag) && !role)

export const isControl = (tag: string, role: string | null) =>
  role === "button" || role === "link" || ((tag === "button" || tag === "a") && (!role || role === "none"))

export const isBorder = (tag: string, role: string | null) => BORDERS.has(tag) || BORDERS.has(role ?? "")

export const isSection = (tag: string) => SECTIONS.has(tag)

/** A new line begins with it. Elements of the page's own making are taken for blocks unless they stand in text. */
export const isBlock = (tag: string, inText: boolean) =>
  tag.includes("-") ? !inText : !INLINE.has(tag) && tag !== "code" && tag !== "q"

/** Neither it nor anything in it is shown, or is text: told without asking for its style. */
export function isPassedOver(element: Element, tag: string, role: string | null): boolean {
  return (
    NEVER_TEXT.has(tag) ||
    role === "tooltip" ||
    (tag === "dialog" && !hasAttribute(element, "open")) ||
    hasAttribute(element, "hidden") ||
    hasAttribute(element, "inert") ||
    attribute(element, "aria-hidden") === "true" ||
    attribute(element, "aria-busy") === "true"
  )
}

/** What stands here is shown but says nothing of the person. */
export function isMuted(element: Element, tag: string, role: string | null, inSection: boolean): boolean {
  if (MUTED_TAGS.has(tag) || (role !== null && MUTED_ROLES.has(role))) return true
  if (tag === "footer") return !inSection
  if (tag === "th") return isColumnHead(element)
  return isControl(tag, role) && isSwitch(element)
}

function isColumnHead(element: Element): boolean {
  const scope = attribute(element, "scope")
  if (scope !== null) return scope.startsWith("col")
  const row = parentOf(element)
  for (let node = row && firstChild(row); node; node = nextSibling(node))
    if (nodeType(node) === 1 && tagOf(node as Element) === "td") return false
  return true
}

/** A control that only filters, unfolds or opens a menu. */
function isSwitch(element: Element): boolean {
  const popup = attribute(element, "aria-haspopup")
  if (popup === "dialog") return false
  if (popup !== null && popup !== "false") return true
  return ["aria-pressed", "aria-selected", "aria-expanded"].some((name) => hasAttribute(element, name))
}

/** Told by attributes of the control or of something around it; mere styling is the sight's business. */
export function saysDisabled(element: Element): boolean {
  const data = attribute(element, "data-disabled")
  return (
    attribute(element, "aria-disabled") === "true" ||
    (data !== null && data !== "false") ||
    (hasAttribute(element, "disabled") && /^(?:button|fieldset|a)$/.test(tagOf(element)))
  )
}
