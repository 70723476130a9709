import { type Group, remembered } from "./outline"
import type { Page } from "./page"

/** Units of a group that are looked at to tell its shape. */
const MOST_LOOKED_AT = 24
/** Neighbours that are compared before a group counts as the only one of its kind. */
const MOST_COMPARED = 8

/** What a group is made of. Class names, ids and wrapping elements do not count. */
interface Shape {
  size: number
  roles: Set<string>
  tags: string
}

const shapesOf = remembered((page: Page) => remembered((group: Group) => made(page, group)))

function made(page: Page, group: Group): Shape {
  const size = group.to - group.from
  const units = page.units.slice(group.from, Math.min(group.to, group.from + MOST_LOOKED_AT))
  const roles = new Set(units.map((unit) => page.role(unit)))
  roles.delete("prose")
  roles.delete("muted")
  const tags = new Set<string>()
  let at: Group | undefined = group
  while (at && at.to - at.from === size) {
    if (!/^(?:div|span)$/.test(at.tag)) tags.add(at.tag)
    at = at.children.length === 1 && !/^(?:tr|li)$/.test(at.tag) ? at.children[0] : undefined
  }
  return { size, roles, tags: [...tags].sort().join() }
}

function alike(a: Shape, b: Shape): boolean {
  const [smaller, larger] = [a.size, b.size].sort((one, other) => one - other) as [number, number]
  if (a.tags !== b.tags || smaller < 2 || larger > 4 * smaller + 2) return false
  const shared = [...a.roles].filter((role) => b.roles.has(role))
  return (
    a.roles.has("heading") === b.roles.has("heading") &&
    shared.length * 2 >= Math.min(a.roles.size, b.roles.size)
  )
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
