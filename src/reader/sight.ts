import { elementAround, fits, rootElement, viewOf } from "./dom"
import { SAYS_DISABLED } from "./elements"
import { remembered } from "./outline"

/** An element and those around it. */
export interface Placed {
  element: Element
  parent: Placed | undefined
}

/** Answers what can be seen, asking the browser only about what it is asked about, and once. */
export interface Sight {
  shows(text: { group: Placed; node: Node }): boolean
  /** Laxer: a field may be transparent or covered and still take what is typed. */
  showsField(element: Element): boolean
  enabled(control: { element: Element }): boolean
}

/** Smaller boxes than this, in CSS pixels, are made to hide what they hold. */
const SMALL = 1.5
/** How far text is pushed out of its box to be hidden. */
const PUSHED_AWAY = /^-\d{3}/

export function sightOf(document: Document): Sight {
  const view = viewOf(document) as Window
  const root = rootElement(document)
  const boxOf = remembered((element: Element) => Element.prototype.getBoundingClientRect.call(element))
  const hasLayout = !!root && boxOf(root).width > 0
  const asksBrowser = "checkVisibility" in Element.prototype
  const style = remembered((element: Element) => view.getComputedStyle(element))

  const hides = (element: Element): boolean => {
    if (!hasLayout) {
      const css = style(element)
      return css.display === "none" || css.opacity === "0"
    }
    const { width, height } = boxOf(element)
    if (width > SMALL && height > SMALL) return false
    const css = style(element)
    return css.overflow !== "visible" && css.display !== "inline" && css.display !== "contents"
  }
  /** The element that has the box in which an element's text is shown. */
  const boxed: (element: Element) => Element = remembered((element) => {
    const around = style(element).display === "contents" && elementAround(element)
    return around ? boxed(around) : element
  })
  const isOff = outwardsOnce((at) => fits(at, SAYS_DISABLED))
  const isGone = outwardsOnce((at) => style(at).display === "none")
  /** Outside the page's own area only because a pane around it was scrolled. */
  const isScrolledAway = outwardsOnce((at) => at.scrollLeft > 0 || at.scrollTop > 0)
  /** Nothing around a text hides it. */
  const lets: (group: Placed) => boolean = remembered(
    (group) => (!group.parent || lets(group.parent)) && !hides(group.element),
  )
  const { scrollX: left, scrollY: top } = view
  const isOnPage = remembered((element: Element): boolean => {
    const { right, bottom, width, height } = boxOf(element)
    const css = style(element)
    if (PUSHED_AWAY.test(css.textIndent)) return false
    if (width * height === 0) return false
    const inside = right + left > 0 && bottom + top > 0
    return inside || isScrolledAway(element)
  })

  return {
    shows: remembered(({ group, node }: { group: Placed; node: Node }) => {
      const element = boxed(elementAround(node) ?? group.element)
      const options = { checkOpacity: true, checkVisibilityCSS: true }
      if (asksBrowser && !Element.prototype.checkVisibility.call(element, options)) return false
      if (!asksBrowser && /hidden|collapse/.test(style(element).visibility)) return false
      return lets(group) && (!hasLayout || isOnPage(element))
    }),
    showsField(element) {
      if (asksBrowser) return Element.prototype.checkVisibility.call(element, { checkVisibilityCSS: true })
      if (style(element).visibility === "hidden") return false
      return !isGone(element)
    },
    enabled(control) {
      const css = style(control.element)
      return !isOff(control.element) && css.pointerEvents !== "none" && css.cursor !== "not-allowed"
    },
  }
}

/** One of the element and all around it is as asked; each is asked once, however many texts lie in it. */
function outwardsOnce(asked: (at: Element) => boolean): (element: Element) => boolean {
  const isSo: (element: Element) => boolean = remembered((at) => {
    const around = elementAround(at)
    return asked(at) || (!!around && isSo(around))
  })
  return isSo
}
