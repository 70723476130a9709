import type { Labelled, Meaning, Role } from "./meaning"
import type { Hit } from "./page"
import type { Shape } from "./shape"
import type { Placed } from "./sight"

/** An element that holds text, without all else: the page's grouping, and nothing of its classes or ids. */
export interface Group extends Placed {
  tag: string
  parent: Group | undefined
  /** In the page's order; inline elements that are part of a sentence are left out. */
  children: Group[]
  /** One of the page's large areas, or a dialog: never part of something smaller. */
  border: boolean
  /** The nearest control: this one, or one around it. */
  control: Group | undefined
  /** In a menu, a filter, a form's label, a quotation: shown, but says nothing of the person. */
  muted: boolean
  /** Alternative texts of pictures in it, at any depth; a few. */
  pictures?: string[]
  /** Its units are those from `from` up to, not including, `to`. */
  from: number
  to: number
  // Answers, from when they were first asked for.
  shape?: Shape
  /** Its title, if it is a card. */
  headed?: Unit | undefined
  /** Whether it is a menu of items of a tag. */
  menus?: Map<string, boolean>
}

/** A piece of text that stands for itself: a heading, a control's label, or a short text of its own. */
export interface Unit {
  group: Group
  /** The control that this text is, or is part of. */
  control: Group | undefined
  /** The text is all of the control's, or all of the heading's. */
  wholeControl: boolean
  heading: boolean
  /** Tidied; cut where it is far longer than any phrase. */
  text: string
  /** The same without spaces between elements that have none, where that differs. */
  dense?: string
  from: number
  to: number
  /** Units with the same number stand in one line of running text. */
  line: number
  /** A sentence or more: counts as prose and never as a word of the page. */
  long: boolean
  /** As its group is, or any of the groups that it is made of. */
  muted: boolean
  node: Node
  /** White space before it, in the same line. */
  gap: boolean
  // Answers, from when they were first asked for.
  role?: Role
  understood?: readonly Meaning[]
  /** Null where it has no label. */
  labelled?: Labelled | null
  seen?: boolean
  /** Of this text, or of one made of several of which it is the first. */
  hits?: Hit[]
}

export interface Outline {
  /** Smallest pieces, in the page's order. */
  units: Unit[]
  /** Inline elements, lines and controls that are made of several units; the outer after the inner. */
  wholes: Unit[]
  /** Open shadow trees of the page. */
  shadows: ShadowRoot[]
}

const SENTENCE_WORDS = 12
const LONG_WORDS = 20
const LONG_TEXT = 160

export function isLong(text: string): boolean {
  if (text.length < 60) return false
  if (text.length > LONG_TEXT) return true
  const words = text.split(" ").length
  return words > LONG_WORDS || (words > SENTENCE_WORDS && /[.!?…]["'”)]?$/.test(text))
}

/** One unit made of several, all of which are in `group`. */
export function whole(
  units: readonly Unit[],
  group: Group,
  control: Group | undefined,
): Unit & { dense: string } {
  const first = units[0] as Unit
  let text = ""
  let dense = ""
  for (const unit of units) {
    if (text.length > 4 * LONG_TEXT) break
    text += (text && " ") + unit.text
    dense += (dense && unit.gap ? " " : "") + unit.text
  }
  return {
    ...first,
    group,
    control,
    text,
    dense,
    to: first.from + units.length,
    long: isLong(text),
    muted: units.some((unit) => unit.muted),
  }
}

/** A page with so few texts and no sections is as near together as a part of a larger one. */
const SMALL_PAGE = 12

/**
 * The group and those around it, smallest first, up to the page's large areas or a size of `most` units; of
 * groups with the very same units only the outermost.
 */
export function* around(group: Group, most = Number.POSITIVE_INFINITY): Generator<Group> {
  let at: Group | undefined = group
  while (at && !at.border && at.to - at.from <= most) {
    const parent: Group | undefined = at.parent
    if (!parent || parent.border || parent.from !== at.from || parent.to !== at.to) yield at
    at = parent
  }
  if (
    at?.tag === "main" &&
    at.to - at.from <= SMALL_PAGE &&
    !at.children.some(({ tag }) => /^(?:section|article)$/.test(tag))
  )
    yield at
}

/** As `make`, which is asked once for each part of the page. */
export function remembered<Part extends object, T>(make: (part: Part) => T): (part: Part) => T {
  const known = new WeakMap<Part, T>()
  return (part) => {
    let value = known.get(part)
    if (value === undefined) {
      value = make(part)
      known.set(part, value)
    }
    return value
  }
}
