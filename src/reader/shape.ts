import { type Group, remembered } from "./outline"
import { type Page, unitsIn } from "./page"

/** Units of a group that are looked at to tell its shape. */
const MOST_LOOKED_AT = 24
/** Neighbours that are compared before a group counts as the only one of its kind. */
const MOST_COMPARED = 8

/** What a group is made of. Class names, ids and wrapping elements do not count. */
interface Shape {
  size: number
  headed: boolean
  tokens: Set<string>
  tags: string
}

const shapesOf = remembered((page: Page) => remembered((group: Group) => made(page, group)))

function made(page: Page, group: Group): Shape {
  const tokens = new Set<string>()
  for (const unit of unitsIn(page, {
    from: group.from,
    to: Math.min(group.to, group.from + MOST_LOOKED_AT),
  })) {
    const role = page.role(unit)
    if (role !== "prose" && role !== "muted") tokens.add(role)
  }
  const tags = new Set<string>()
  for (let at: Group | undefined = group; at; ) {
    if (at.tag !== "div" && at.tag !== "span") tags.add(at.tag)
    const only: Group | undefined = at.children.length === 1 ? at.children[0] : undefined
    at =
      only && only.from === at.from && only.to === at.to && at.tag !== "tr" && at.tag !== "li"
        ? only
        : undefined
  }
  return {
    size: group.to - group.from,
    headed: tokens.has("heading"),
    tokens,
    tags: [...tags].sort().join(" "),
  }
}

function alike(a: Shape, b: Shape): boolean {
  if (a.headed !== b.headed || a.tags !== b.tags || a.size < 2 || b.size < 2) return false
  if (Math.max(a.size, b.size) > 4 * Math.min(a.size, b.size) + 2) return false
  let shared = 0
  for (const token of a.tokens) if (b.tokens.has(token)) shared += 1
  return shared * 2 >= Math.min(a.tokens.size, b.tokens.size)
}

/** Something shaped like the group stands near it in the same parent. */
export function repeats(page: Page, group: Group): boolean {
  const siblings = group.parent?.children ?? []
  const place = siblings.indexOf(group)
  const own = shapesOf(page)(group)
  return siblings
    .slice(Math.max(0, place - MOST_COMPARED), place + MOST_COMPARED + 1)
    .some((other) => other !== group && alike(own, shapesOf(page)(other)))
}

/** The children of a group's parent that are shaped like it, in the page's order, itself among them. */
export function likeSiblings(page: Page, group: Group): Group[] {
  const own = shapesOf(page)(group)
  return (group.parent?.children ?? []).filter(
    (other) => other === group || alike(own, shapesOf(page)(other)),
  )
}
