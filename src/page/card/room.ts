import { own } from "./unnamed"

/** What people operate, wherever it stands. */
const ROLES =
  "button,link,checkbox,radio,switch,tab,menuitem,menuitemcheckbox,menuitemradio,option,slider,combobox,textbox"
const CONTROLS = `:is(a[href],area,button,input,select,textarea,label,summary,iframe,object,embed,video[controls],audio[controls],[contenteditable],[onclick],[tabindex]:not([tabindex^="-"]),${ROLES.replace(/\w+/g, "[role=$&]")}):not(html,body)`
/** Distance of the points at which is looked for what shows only by its pointer that it can be clicked. */
const STEP = 24

/**
 * Tells of places in the window whether anything lies there that can be operated.
 * @param card the element that covers places itself and is looked through
 */
export function roomAround(card: Element): (place: DOMRect) => boolean {
  const boxes = [...own("querySelectorAll")(CONTROLS)].flatMap((control) =>
    [...control.getClientRects()].map((box) => ({ control, box })),
  )
  const beneath = own("elementsFromPoint")
  const pointing = (element: Element) => getComputedStyle(element).cursor === "pointer"
  // Some pages ask for the hand everywhere.
  const telling = !pointing(own("body"))

  /** The topmost of what lies at a point, in open shadow trees too. */
  const topmost = (at: Element[], x: number, y: number, root?: ShadowRoot): Element | undefined => {
    const top = at.find((each) => each !== card && (!root || root.contains(each)))
    const inner = top?.shadowRoot
    return (inner && topmost(inner.elementsFromPoint(x, y), x, y, inner)) || top
  }

  return ({ left, top, right, bottom }) => {
    for (const { control, box } of boxes) {
      const [from, to] = [Math.max(left, box.left), Math.min(right, box.right)]
      const [over, under] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      if (from >= to || over >= under) continue
      // What is scrolled out of its frame or drawn nowhere has a box too.
      const there = beneath((from + to) / 2, (over + under) / 2)
      if (there.some((at) => control.contains(at))) return false
    }
    for (let x = left + 1; x < right; x += STEP)
      for (let y = top + 1; y < bottom; y += STEP) {
        const at = topmost(beneath(x, y), x, y)
        if (at && (at.closest(CONTROLS) || (telling && pointing(at)))) return false
      }
    return true
  }
}
