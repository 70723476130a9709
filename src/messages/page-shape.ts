import * as z from "zod/mini"
import type { PageShape, ShapeNode } from "../reader/page-shape"

/** Characters of a page's shape as JSON; five thousand elements with their texts have fewer. */
export const MOST_OF_A_SHAPE = 1_500_000

const name = z.string().check(z.regex(/^[a-z0-9]{1,20}$/))

const shapeNode: z.ZodMiniType<ShapeNode> = z.strictObject({
  tag: name,
  role: z.exactOptional(name),
  states: z.exactOptional(z.array(z.string().check(z.regex(/^[a-z=-]{1,30}$/))).check(z.maxLength(20))),
  unseen: z.exactOptional(z.literal(true)),
  get children() {
    return z.exactOptional(z.array(z.union([z.string().check(z.maxLength(1000)), shapeNode])))
  },
})

/** A report as saved: what a page's shape may be, wherever it comes from. */
export const pageShapeSchema: z.ZodMiniType<PageShape> = z.strictObject({
  format: z.literal("jejak-page-shape"),
  version: z.literal(1),
  jejak: z.string().check(z.maxLength(40)),
  site: z.string().check(z.maxLength(40)),
  host: z.string().check(z.regex(/^[a-z0-9.:-]{1,260}$/)),
  path: z.string().check(z.maxLength(1000)),
  leftOut: z.int().check(z.nonnegative()),
  tree: shapeNode,
})
