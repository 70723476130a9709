import * as z from "zod/mini"

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const preferencesSchema = z.strictObject({
  reminders: z.boolean(),
  /** Clocks in the person's own zone between which no reminder comes; null for none. */
  quiet: z.nullable(z.strictObject({ from: clock, to: clock })),
  /** The number on the icon. */
  badge: z.boolean(),
  /** The small card within pages. */
  hints: z.boolean(),
})
/** What the person wants of Jejak in this browser. */
export type Preferences = z.infer<typeof preferencesSchema>

export const USUAL_PREFERENCES: Preferences = {
  reminders: true,
  quiet: { from: "21:00", to: "07:00" },
  badge: true,
  hints: true,
}
