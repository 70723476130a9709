import type { Role } from "./meaning"
import type { Group } from "./outline"
import { type Page, roleOf } from "./page"
import { chosen, type Turns } from "./turns"

/** Units of a group that are looked at to tell its shape. */
const MOST_LOOKED_AT = 24
/** Neighbours that are compared before a group counts as the only one of its kind. */
const MOST_COMPARED = 8

/** What a group is made of. Class names, ids and wrapping elements do not count. */
export interface Shape {
  size: number
  roles: Set<Role>
  tags: string
}

function shapeOf(page: Page, group: Group): Shape {
  group.shape ??= made(page, group)
  return group.shape
}

function made(page: Page, group: Group): Shape {
  const size = group.to - group.from
  const units = page.units.slice(group.from, Math.min(group.to, group.from + MOST_LOOKED_AT))
  const roles = new Set<Role>()
  for (const unit of units) {
    const role = roleOf(page, unit)
    if (role !== "prose" && role !== "muted") roles.add(role)
  }
  const tags = new Set<string>()
  let at: Group | undefined = group
  while (at && at.to - at.from === size) {
    if (!/^(?:div|span)$/.test(at.tag)) tags.add(at.tag)
    at = at.children.length === 1 && !/^(?:tr|li)$/.test(at.tag) ? at.children[0] : undefined
  }
  return { size, roles, tags: [...tags].sort().join() }
}

function alike(a: Shape, b: Shape): boolean {
  const smaller = Math.min(a.size, b.size)
  if (a.tags !== b.tags || smaller < 2 || Math.max(a.size, b.size) > 4 * smaller + 2) return false
  if (a.roles.has("heading") !== b.roles.has("heading")) return false
  let shared = 0
  for (const role of a.roles) if (b.roles.has(role)) shared += 1
  return shared * 2 >= Math.min(a.roles.size, b.roles.size)
}

/** Something shaped like the group stands near it in the same parent. */
export function repeats(page: Page, group: Group): boolean {
  const siblings = group.parent?.children ?? []
  const place = siblings.indexOf(group)
  const own = shapeOf(page, group)
  return siblings
    .slice(Math.max(0, place - MOST_COMPARED), place + MOST_COMPARED + 1)
    .some((other) => other !== group && alike(own, shapeOf(page, other)))
}

/** The children of a group's parent that are shaped like it, in the page's order, itself among them. */
export function likeSiblings(page: Page, group: Group): Turns<Group[]> {
  const own = shapeOf(page, group)
  return chosen(group.parent?.children ?? [], (other) => other === group || alike(own, shapeOf(page, other)))
}
