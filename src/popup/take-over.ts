import { counterpart, type Hands } from "./held"

/** The page itself, in place of its painting: as soon as it is there, and before the browser shows either of them again. */
export function takeOver(painting: HTMLElement, page: HTMLElement, hands: Hands): void {
  page.hidden = true
  const observer = new MutationObserver(() => {
    if (page.firstElementChild === null) return
    observer.disconnect()
    void hands.free().then(() => exchange(painting, page, hands))
  })
  observer.observe(page, { childList: true })
}

function exchange(painting: HTMLElement, page: HTMLElement, hands: Hands): void {
  const { scrollTop } = scroller()
  const focused = [...painting.querySelectorAll<HTMLElement>(":focus")]
  const unfolded = [...painting.querySelectorAll<HTMLElement>("details[open] > summary")]
  const [sameFocus] = focused.map((element) => counterpart(element, painting, page))
  const sameUnfolded = unfolded.map((summary) => counterpart(summary, painting, page)?.parentElement)
  page.hidden = false
  hands.giveOn(page)
  painting.remove()
  for (const details of sameUnfolded) if (details instanceof HTMLDetailsElement) details.open = true
  scroller().scrollTop = scrollTop
  if (document.activeElement === document.body) sameFocus?.focus({ preventScroll: true })
}

function scroller(): Element {
  return document.scrollingElement ?? document.documentElement
}
