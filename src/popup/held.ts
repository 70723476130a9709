/*
 * What a person does to the painting before the page itself is there. It is held, and then done to the same thing on the page:
 * to what says the same in the same row of the same training. Where there is no such thing any more, nothing is done.
 */

/** What can be pressed and is no link: the browser follows that by itself. */
const CONTROLS = "button, summary, label, input, select"

/** What tells an element from others on the popup, whatever stands around it. */
function likenessOf(element: Element): string {
  const near = ["data-training", "data-step", "data-warning", "data-same"].map((name) =>
    element.closest(`[${name}]`)?.getAttribute(name),
  )
  const own = ["data-action", "aria-label", "class"].map((name) => element.getAttribute(name))
  return JSON.stringify([element.localName, element.textContent, ...own, ...near])
}

function alike(place: Element, { localName }: Element, likeness: string): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(localName)].filter((each) => likenessOf(each) === likeness)
}

/** The same element on the page; undefined where there is none. */
export function counterpart(element: HTMLElement, painting: Element, page: Element): HTMLElement | undefined {
  const likeness = likenessOf(element)
  const index = alike(painting, element, likeness).indexOf(element)
  return index < 0 ? undefined : alike(page, element, likeness)[index]
}

export interface Hands {
  /** Does to the page what was done to the painting, once. */
  giveOn(page: Element): void
  /** Nobody is pressing anything: what is under the finger may be replaced. */
  free(): Promise<void>
}

/** Holds what is done to the painting from now on. @param onWish at every sign that a person is about to do something */
export function holdHands(painting: Element, onWish: () => void): Hands {
  const pressed: HTMLElement[] = []
  const controller = new AbortController()
  const listen = (types: readonly string[], then: (event: Event) => void) => {
    const options = { capture: true, passive: false, signal: controller.signal }
    for (const type of types) addEventListener(type, then, options)
  }
  let isDown = false
  let whenFree: (() => void)[] = []
  // A click comes right after the finger is lifted.
  const lift = () =>
    setTimeout(() => {
      isDown = false
      for (const go of whenFree) go()
      whenFree = []
    })

  listen(["pointermove", "touchstart", "wheel", "focusin"], onWish)
  listen(["pointerdown", "keydown"], () => {
    isDown = true
    onWish()
  })
  listen(["pointerup", "pointercancel", "keyup", "blur", "contextmenu"], lift)
  listen(["click"], (event) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null
    if (!control || !painting.contains(control)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // The second half of a double click.
    if (!(event instanceof MouseEvent && event.detail > 1)) pressed.push(control)
    onWish()
  })
  // By the browser's own search in the page, or by a tool.
  listen(["toggle"], onWish)
  // A file that was given to the painting's field, without a click on it.
  listen(["change"], (event) => {
    if (event.target instanceof HTMLInputElement) pressed.push(event.target)
    onWish()
  })

  return {
    free: () => (isDown ? new Promise((resolve) => whenFree.push(resolve)) : Promise.resolve()),
    giveOn(page) {
      controller.abort()
      for (const control of pressed.splice(0)) {
        const same = counterpart(control, painting, page)
        if (!same) continue
        if (
          control instanceof HTMLInputElement &&
          same instanceof HTMLInputElement &&
          control.files?.length
        ) {
          same.files = control.files
          same.dispatchEvent(new Event("change", { bubbles: true }))
        } else same.click()
      }
    },
  }
}
