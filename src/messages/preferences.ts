import * as z from "zod/mini"
import { LANGUAGES, OWN_ZONES } from "./languages"

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const preferencesSchema = z.strictObject({
  reminders: z.boolean(),
  /** Clocks in the person's own zone between which no reminder comes; null for none. */
  quiet: z.nullable(z.strictObject({ from: clock, to: clock })),
  /** The number on the icon. */
  badge: z.boolean(),
  /** The small card within pages. */
  hints: z.boolean(),
  /** Of Jejak's words; "browser": the browser's own if we have it, else Indonesian. */
  language: z._default(z.enum(["browser", ...LANGUAGES]), "browser"),
  /** The person's own time zone (IANA); null: the browser's. */
  zone: z._default(z.nullable(z.enum(OWN_ZONES)), null),
})
/** What the person wants of Jejak in this browser. */
export type Preferences = z.infer<typeof preferencesSchema>

export const USUAL_PREFERENCES: Preferences = {
  reminders: true,
  quiet: { from: "21:00", to: "07:00" },
  badge: true,
  hints: true,
  language: "browser",
  zone: null,
}
