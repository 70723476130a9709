import * as z from "zod/mini"

/** A civil date of the years 1900 to 2199: "2024-03-13". */
export const civilDate = z.iso.date().check(z.regex(/^(19|20|21)/))

/** What names a part of the pack: "first-purchase". */
export const packId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/))

/** Words for people: no markup, nothing that cannot be seen, and not endless. */
export const shownText = (most: number) =>
  z.string().check(z.maxLength(most), z.regex(/^[^<>\p{Cc}\p{Cf}\p{Cs}]+$/u))

/** A host's exact name: no wildcard, no port, no address made of numbers. */
export const host = z
  .string()
  .check(z.maxLength(253), z.regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/))

export const httpsUrl = z.string().check(
  z.maxLength(500),
  z.regex(/^https:\/\/[a-z0-9.-]+(\/[\w./?=&%#~+,:;@!-]*)?$/),
  z.refine((url) => URL.canParse(url) && host.safeParse(new URL(url).hostname).success),
)

/** Where a fact of the pack comes from, and the day on which it was last compared with it. */
export const source = z.strictObject({
  of: z.enum(["faq", "article", "news", "screens", "old", "account", "assumption"]),
  checkedOn: civilDate,
  url: z.optional(httpsUrl),
  note: z.optional(shownText(400)),
})
export type Source = z.infer<typeof source>
