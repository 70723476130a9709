import * as z from "zod/mini"
import { MOST_FRAMES } from "./fault-shape"

/*
 * A mistake of Jejak's own, as it is told and kept. Nothing of a page or of a person can be in it: an error's message may quote
 * either, so only its name is kept, and where in our own files it was thrown.
 */

/** An error's name, and a place in one of our files: `reader.js:1:2345`. */
const errorName = z.string().check(z.regex(/^[A-Za-z]{1,40}$/))
const frame = z.string().check(z.regex(/^[a-z][\w./-]{0,60}\.js:\d{1,7}:\d{1,7}$/))

export const faultSchema = z.strictObject({
  error: errorName,
  frames: z.array(frame).check(z.maxLength(MOST_FRAMES)),
})

/** What went wrong, without where it was noticed. */
export type FaultShape = z.infer<typeof faultSchema>

/** One mistake, told once however often it came. */
export interface Fault extends FaultShape {
  /** Where it was noticed: a content script, the background's job, or a page of ours. */
  where: string
  /** The `SiteHealth.site`, where it has to do with one. */
  site?: string
  /** Instants (UTC) of the first and the last time. */
  first: string
  last: string
  count: number
}
