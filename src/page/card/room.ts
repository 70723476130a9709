/** What people operate, wherever it stands. */
const ROLES =
  "button,link,checkbox,radio,switch,tab,menuitem,menuitemcheckbox,menuitemradio,option,slider,combobox,textbox"
const CONTROLS = `:is(a[href],area,button,input,select,textarea,label,summary,iframe,object,embed,video[controls],audio[controls],[contenteditable],[onclick],[tabindex]:not([tabindex^="-"]),${ROLES.replace(/\w+/g, "[role=$&]")}):not(html,body)`
/** Distance of the points at which is looked for what shows only by its pointer that it can be clicked. */
const STEP = 24

/**
 * Tells of places in the window whether anything lies there that can be operated.
 * @param own the element that covers places itself and is looked through
 */
export function roomAround(own: Element): (place: DOMRect) => boolean {
  const boxes = [...document.querySelectorAll(CONTROLS)].flatMap((control) =>
    [...control.getClientRects()].map((box) => ({ control, box })),
  )
  const pointing = (element: Element) => getComputedStyle(element).cursor === "pointer"
  // Some pages ask for the hand everywhere.
  const telling = !pointing(document.body)

  const topmost = (root: Document | ShadowRoot, x: number, y: number): Element | undefined => {
    const top = root.elementsFromPoint(x, y).find((at) => at !== own && root.contains(at))
    return (top?.shadowRoot && topmost(top.shadowRoot, x, y)) || top
  }

  return ({ left, top, right, bottom }) => {
    for (const { control, box } of boxes) {
      const [from, to] = [Math.max(left, box.left), Math.min(right, box.right)]
      const [over, under] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      if (from >= to || over >= under) continue
      // What is scrolled out of its frame or drawn nowhere has a box too.
      const there = document.elementsFromPoint((from + to) / 2, (over + under) / 2)
      if (there.some((at) => control.contains(at))) return false
    }
    for (let x = left + 1; x < right; x += STEP)
      for (let y = top + 1; y < bottom; y += STEP) {
        const at = topmost(document, x, y)
        if (at && (at.closest(CONTROLS) || (telling && pointing(at)))) return false
      }
    return true
  }
}
