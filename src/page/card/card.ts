import type { HintView } from "../../messages/overview"
import { roomAround } from "./room"
import { STYLE } from "./style"
import { own } from "./unnamed"

/** As an element of its own kind it is met by no rule that the page has for its own. */
export const HOST = "jejak-hint"
/** Bottom right, bottom left, top right, top left: the first that is free. */
const CORNERS = ["b r", "b l", "t r", "t l"]
/** Milliseconds for which a card that has come or moved cannot be clicked: nobody had meant to. */
const CALM = 400
/** Milliseconds without scrolling, after which is looked again what lies beneath. */
const QUIET = 120
/** What is done with the card is none of the page's business. */
const OWN_EVENTS = "click mousedown mouseup pointerdown pointerup keydown keyup".split(" ")

/** `close`: not in this page any more. */
type Choice = "open" | "tomorrow" | "never" | "close"

export interface Card {
  /** Looks anew where it is in nobody's way. */
  place(): void
  remove(): void
}

/**
 * Puts a card into a corner where it lies over nothing that can be operated: whole, else as a small
 * tab, else as its mark alone, else not at all.
 * Takes the focus only when the person goes there, and gives it back.
 * @param chosen told of the person's own clicks and of Esc
 */
export function openCard(hint: HintView, chosen: (choice: Choice) => void): Card {
  const ended = new AbortController()
  // Made in no page, and given its shadow tree there: a page that defines an element of this name may reach into the
  // shadow trees of those that are made in it, closed ones too.
  const host = new Document().createElementNS("http://www.w3.org/1999/xhtml", HOST)
  const root = host.attachShadow({ mode: "closed" })
  const on = (target: EventTarget, name: string, then: (event: Event) => void, capture = false) =>
    EventTarget.prototype.addEventListener.call(target, name, then, {
      signal: ended.signal,
      capture,
    })

  const make = (tag: string, className = "", text = "", ...children: Element[]) => {
    const element = own("createElement")(tag)
    if (className) element.className = className
    element.append(text, ...children)
    return element
  }
  const button = (className: string, text: string, then: () => void, ...children: Element[]) => {
    const element = make("button", className, text, ...children)
    on(element, "click", ({ isTrusted }) => isTrusted && then())
    return element
  }
  const choice = (name: Exclude<Choice, "close">) => {
    const label = hint.labels[name]
    return label ? [button(name, label, () => choose(name))] : []
  }

  const { labels, title, text, points, severity, language } = hint
  const close = button("x", "×", () => choose("close"))
  close.ariaLabel = labels.close
  const panel = make(
    "aside",
    "",
    "",
    make("header", "", labels.from, close),
    make("h2", "", title),
    make("p", "", text),
    ...(points.length ? [make("ul", "", "", ...points.map((point) => make("li", "", point)))] : []),
    make("div", "", "", ...choice("open"), ...choice("tomorrow"), ...choice("never")),
  )
  const tab = button(
    "",
    "",
    () => {
      unfolded = true
      place()
      close.focus()
    },
    make("span", "", title),
  )
  panel.role = "complementary"
  // A click on its words leaves the focus within.
  panel.tabIndex = -1
  panel.ariaLabel = labels.from
  tab.ariaLabel = title
  tab.ariaExpanded = "false"
  panel.lang = tab.lang = language

  let corner = CORNERS[0]
  /** The person has unfolded the tab and not yet gone elsewhere. */
  let unfolded = false
  let before: EventTarget | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined
  let looked = ""

  const still = (isStill: boolean) => {
    panel.inert = tab.inert = isStill
  }
  const place = () => {
    const isFree = roomAround(host)
    const fits = (element: Element, look: string) => {
      const free = [corner, ...CORNERS].find((each) => {
        element.className = `${look} ${each}`
        return isFree(element.getBoundingClientRect())
      })
      if (free) corner = free
      element.className = `${look} ${corner}`
      return free !== undefined
    }
    const { activeElement } = root
    const kept = unfolded || (activeElement !== panel && panel.contains(activeElement))
    const whole = (activeElement !== tab || kept) && (fits(panel, severity) || kept)
    const folded = !whole && (fits(tab, "tab") || fits(tab, "tab mark") || activeElement === tab)
    for (const [element, shown] of [[panel, whole] as const, [tab, folded] as const])
      element.classList.toggle("off", !shown)
    const now = panel.className + tab.className
    if (now !== looked && !activeElement) {
      still(true)
      clearTimeout(calm)
      calm = setTimeout(still, CALM, false)
    }
    looked = now
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => requestAnimationFrame(() => ended.signal.aborted || place()), QUIET)
  }
  const foldAgain = () => {
    if (unfolded) later()
    unfolded = false
  }
  const remove = () => {
    ended.abort()
    clearTimeout(timer)
    clearTimeout(calm)
    host.remove()
  }
  const choose = (which: Choice) => {
    const inside = root.activeElement
    chosen(which)
    if (inside && !host.isConnected && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }

  for (const name of OWN_EVENTS) on(root, name, (event) => event.stopPropagation())
  on(root, "keydown", (event) => {
    if (event.isTrusted && (event as KeyboardEvent).key === "Escape") choose("close")
  })
  on(root, "focusin", (event) => {
    const from = (event as FocusEvent).relatedTarget
    if (!root.contains(from as Node | null)) before = from
  })
  on(root, "focusout", (event) => {
    if (!root.contains((event as FocusEvent).relatedTarget as Node | null)) foldAgain()
  })
  on(document, "pointerdown", ({ target }) => target !== host && foldAgain(), true)
  on(document, "scroll", later, true)
  on(window, "resize", later)

  root.append(panel, tab)
  own("body").append(host)
  dress(root)
  place()
  return { place, remove }
}

/** A page may forbid inline styles, and a browser may refuse a script of an extension to adopt a sheet. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = own("createElement")("style")
    style.textContent = STYLE
    root.append(style)
  }
}
