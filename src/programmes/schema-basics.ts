import * as z from "zod/mini"

/** A civil date: "2024-03-13". */
export const civilDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** A host's exact name. */
export const host = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))

export const httpsUrl = z.string().check(z.regex(/^https:\/\/[a-z0-9.-]+(\/[^\s]*)?$/))

/** Where a fact of the pack comes from, and the day on which it was last compared with it. */
export const source = z.strictObject({
  of: z.enum(["faq", "article", "news", "screens", "old", "account", "assumption"]),
  checkedOn: civilDate,
  url: z.optional(httpsUrl),
  note: z.optional(z.string()),
})
export type Source = z.infer<typeof source>
