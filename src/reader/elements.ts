import { allOf, attribute, elementAround, firstOf, fits, nearestOf } from "./dom"
import type { Turns } from "./turns"

/* What an element is, told by its name and its ARIA attributes alone. */

const HEADING = /^h[1-6]$/
const INLINE =
  /^(a|abbr|acronym|b|bdi|bdo|big|button|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|slot|small|span|strike|strong|sub|summary|sup|time|tt|u|var|wbr)$/
const roles = (list: string) => list.replace(/\w+/g, "[role=$&]")

/** Neither it nor anything in it is shown, or is text of the site and not what somebody types: told without asking for its style. */
const PASSED_OVER =
  "head,script,style,template,noscript,iframe,object,embed,svg,math,canvas,textarea,select,option," +
  "datalist,input,video,audio,progress,meter,title,[role=tooltip],dialog:not([open]),[hidden],[inert]," +
  "[aria-hidden=true],[aria-busy=true],:read-write"
const MUTED =
  "nav,label,summary,blockquote,pre,code,q,bdo,menu,figcaption,th[scope^=col],[role^=menu],[role^=radio]," +
  roles(
    "navigation,tablist,tab,listbox,option," +
      "checkbox,switch,combobox,search,toolbar,tree,treeitem,contentinfo,columnheader",
  )
/** A control that only filters, unfolds or opens a menu. */
const SWITCH =
  "[aria-pressed],[aria-selected],[aria-expanded],[aria-haspopup]:not([aria-haspopup=dialog],[aria-haspopup=false])"
/** Inside one of these a footer belongs to it and not to the page. */
const SECTION = "article,aside,main,nav,section,li,td,dialog"

export const isHeading = (tag: string, role: string | null) =>
  role === "heading" || (HEADING.test(tag) && !role)

export const isControl = (tag: string, role: string | null) =>
  role === "button" || role === "link" || (/^(button|a)$/.test(tag) && (!role || role === "none"))

const isBorder = (element: Element) =>
  fits(element, `html,body,main,dialog,nav,[role$=dialog],${roles("navigation,banner")}`)

/** A new line begins with it. Elements of the page's own making are taken for blocks unless they stand in text. */
export const isBlock = (tag: string, inText: boolean) => (tag.includes("-") ? !inText : !INLINE.test(tag))

export const isPassedOver = (element: Element) => fits(element, PASSED_OVER)

/** What stands here is shown but says nothing of the person. */
function isMuted(element: Element, tag: string, control: boolean): boolean {
  if (tag === "footer") return !nearestOf(element, SECTION)
  if (fits(element, MUTED) || (control && fits(element, SWITCH))) return true
  return tag === "th" && fits(element, ":not([scope])") && isAmongHeads(element)
}

/** No cell of the row holds data: it is the row of the columns' heads. */
function isAmongHeads(head: Element): boolean {
  const row = elementAround(head)
  return !row || !firstOf(row, "td")
}

/**
 * All that is asked about here, but for names that tell everything by themselves; editable also by an element around. In parts, for
 * each takes milliseconds on a large page.
 */
const TELLING = [
  ":read-write",
  "[role],[hidden],[inert],dialog,footer,th",
  "[aria-hidden],[aria-busy],[aria-pressed]",
  "[aria-selected],[aria-expanded],[aria-haspopup]",
]

/** What an element is by its name and attributes. */
export interface Traits {
  heading: boolean
  /** Is a control. */
  opens: boolean
  border: boolean
  muted: boolean
  passedOver: boolean
  /** What it is where it stands in text, and elsewhere: of the page's own making it may be either. */
  blocks: readonly [elsewhere: boolean, inText: boolean]
}

/** Asks each element what it is; of those that have nothing but their name to tell it, each name once. */
export function traits(): {
  in(root: Document | ShadowRoot): Turns<void>
  of(element: Element, tag: string): Traits
} {
  const telling = new Set<Element>()
  const byName = new Map<string, Traits>()
  const asked = (element: Element, tag: string, role: string | null): Traits => {
    const opens = isControl(tag, role)
    return {
      heading: isHeading(tag, role),
      opens,
      border: isBorder(element),
      muted: isMuted(element, tag, opens),
      passedOver: isPassedOver(element),
      blocks: [isBlock(tag, false), isBlock(tag, true)],
    }
  }
  return {
    *in(root) {
      for (const each of TELLING) {
        for (const element of allOf(root, each)) telling.add(element)
        yield
      }
    },
    of(element, tag) {
      if (telling.has(element)) return asked(element, tag, attribute(element, "role"))
      let known = byName.get(tag)
      if (!known) {
        known = asked(element, tag, null)
        byName.set(tag, known)
      }
      return known
    },
  }
}

/** Told by attributes of the control or of something around it; mere styling is the sight's business. */
export const SAYS_DISABLED =
  "[aria-disabled=true],[data-disabled]:not([data-disabled=false]),:is(button,fieldset,a)[disabled]"
