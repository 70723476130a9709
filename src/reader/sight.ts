import { elementAround, isWithin, viewOf } from "./dom"
import { SAYS_DISABLED } from "./elements"

/** An element and those around it. */
export interface Placed {
  element: Element
  parent: Placed | undefined
  // Answers, from when they were first asked for.
  box?: DOMRect
  css?: CSSStyleDeclaration
  /** Nothing around it hides what is in it, nor it itself. */
  lets?: boolean
  /** It is a pane that was scrolled, or something around it is. */
  scrolled?: boolean
}

/** Answers what can be seen, asking the browser only about what it is asked about, and once. */
export interface Sight {
  shows(text: { group: Placed; node: Node; seen?: boolean }): boolean
  /** Laxer: a field may be transparent or covered and still take what is typed. */
  showsField(element: Element): boolean
  enabled(control: Placed): boolean
}

/** Smaller boxes than this, in CSS pixels, are made to hide what they hold. */
const SMALL = 1.5
/** How far text is pushed out of its box to be hidden. */
const PUSHED_AWAY = /^-\d{3}/

export function sightOf(document: Document): Sight {
  const view = viewOf(document) as Window
  const { checkVisibility, getBoundingClientRect } = Element.prototype
  /** Told by what a page has no say in: any element of it may have no width. */
  const hasLayout = !!view.visualViewport
  const { scrollX, scrollY } = view
  /** Elements that are asked about without being a group's: what stands in a slot, and around what has no box. */
  const others = new Map<Element, Placed>()

  const boxOf = (placed: Placed): DOMRect => {
    placed.box ??= getBoundingClientRect.call(placed.element)
    return placed.box
  }
  const styleOf = (placed: Placed): CSSStyleDeclaration => {
    placed.css ??= view.getComputedStyle(placed.element)
    return placed.css
  }
  const other = (element: Element): Placed => {
    let placed = others.get(element)
    if (!placed) {
      placed = { element, parent: undefined }
      others.set(element, placed)
    }
    return placed
  }
  const hides = (placed: Placed): boolean => {
    if (!hasLayout) {
      const css = styleOf(placed)
      return css.display === "none" || css.opacity === "0"
    }
    const { width, height } = boxOf(placed)
    if (width > SMALL && height > SMALL) return false
    const css = styleOf(placed)
    return css.overflow !== "visible" && css.display !== "inline" && css.display !== "contents"
  }
  /** Nothing around a text hides it. */
  const lets = (placed: Placed): boolean => {
    placed.lets ??= (!placed.parent || lets(placed.parent)) && !hides(placed)
    return placed.lets
  }
  /** What has the box in which an element's text is shown. */
  const boxed = (placed: Placed): Placed => {
    const around = styleOf(placed).display === "contents" && elementAround(placed.element)
    return around ? boxed(other(around)) : placed
  }
  /** Outside the page's own area only because a pane around it was scrolled. */
  const isScrolledAway = (element: Element | null): boolean => {
    if (!element) return false
    const placed = other(element)
    placed.scrolled ??=
      element.scrollLeft > 0 || element.scrollTop > 0 || isScrolledAway(elementAround(element))
    return placed.scrolled
  }
  const isOnPage = (placed: Placed): boolean => {
    const { left, top, width, height } = boxOf(placed)
    if (width * height === 0) return false
    if (left + width + scrollX <= 0 || top + height + scrollY <= 0) return isScrolledAway(placed.element)
    return true
  }
  const isVisible = ({ element }: Placed): boolean =>
    checkVisibility.call(element, { checkOpacity: true, checkVisibilityCSS: true })
  const seen = (group: Placed, node: Node): boolean => {
    const element = elementAround(node) ?? group.element
    let placed = element === group.element ? group : other(element)
    if (!isVisible(placed)) {
      // What has no box is never visible by itself.
      placed = boxed(placed)
      if (!isVisible(placed)) return false
    }
    return lets(group) && (!hasLayout || (isOnPage(placed) && !PUSHED_AWAY.test(styleOf(placed).textIndent)))
  }

  return {
    shows(text) {
      text.seen ??= seen(text.group, text.node)
      return text.seen
    },
    showsField: (element) => checkVisibility.call(element, { checkVisibilityCSS: true }),
    enabled(control) {
      const css = styleOf(control)
      return (
        !isWithin(control.element, SAYS_DISABLED) &&
        css.pointerEvents !== "none" &&
        css.cursor !== "not-allowed"
      )
    },
  }
}
