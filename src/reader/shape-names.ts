import { attribute, tagOf } from "./dom"

/*
 * What a page's shape may name: words of the standards alone. A page may write anything into any of these places.
 */

const listed = (names: string) => new Set(names.split(" "))

const TAGS = listed(
  "html body a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center " +
    "cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure " +
    "font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li " +
    "main map mark math menu meter nav nobr object ol optgroup option output p picture pre progress q rp rt ruby s samp " +
    "search section select slot small source span strike strong sub summary sup svg table tbody td textarea tfoot th " +
    "thead time tr tt u ul var video wbr",
)

const ROLES = listed(
  "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox " +
    "complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid " +
    "gridcell group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem " +
    "menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio " +
    "radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong " +
    "subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid " +
    "treeitem",
)

/** Neither text nor structure of the page. */
const LEFT_OUT = listed("head script style template noscript link meta base title param track source")

/** What is in them is a choice, what was typed, another page or a picture: they are named, and not looked into. */
const CLOSED = listed(
  "iframe frame object embed svg math canvas textarea select datalist input video audio progress meter img",
)

const PRESENT = ["hidden", "inert", "open", "disabled"]
const TRUE = ["aria-hidden", "aria-busy", "aria-modal", "aria-disabled"]
const EITHER = ["aria-pressed", "aria-selected", "aria-expanded"]
const POPUPS = listed("true false menu listbox tree grid dialog")

/** A control that only its style calls disabled. */
export const LOOKS_DISABLED = "looks-disabled"

export const isLeftOut = (element: Element) => LEFT_OUT.has(tagOf(element))

/** The element is named without what is in it: also one in which the person may be writing. */
export const isClosed = (element: Element) => CLOSED.has(tagOf(element)) || isEditable(element)

/** A name of HTML; "x" for any other. */
export function nameOf(element: Element): string {
  const tag = tagOf(element)
  return TAGS.has(tag) ? tag : "x"
}

/** The first role that it asks for, if ARIA has it. */
export function roleOf(element: Element): string | undefined {
  const role = attribute(element, "role")?.trim().toLowerCase().split(/\s+/)[0] ?? ""
  return ROLES.has(role) ? role : undefined
}

/** The states that the reader goes by. */
export function statesOf(element: Element): string[] {
  const given = (name: string) => attribute(element, name)
  const states = [
    ...PRESENT.filter((name) => given(name) !== null),
    ...TRUE.filter((name) => given(name) === "true").map((name) => `${name}=true`),
    ...EITHER.filter((name) => given(name) !== null).map(
      (name) => `${name}=${given(name) === "false" ? "false" : "true"}`,
    ),
  ]
  const popup = given("aria-haspopup")
  if (popup !== null) states.push(`aria-haspopup=${POPUPS.has(popup) ? popup : "true"}`)
  const scope = given("scope")
  if (scope !== null) states.push(scope.startsWith("col") ? "scope=col" : "scope=row")
  if (isEditable(element)) states.push("contenteditable")
  return states
}

function isEditable(element: Element): boolean {
  const editable = attribute(element, "contenteditable")
  return editable !== null && editable !== "false"
}
