import * as z from "zod/mini"

/*
 * Civil dates and clocks as they are taken in: only days that the calendar has, since one that it has not would stop every
 * computation over the facts that hold it.
 */

/** "2024-03-13", of the years 2000 to 2199: at the end of the calendar counting would throw as well. */
export const civilDateSchema = z.iso.date().check(z.regex(/^2[01]/))

const isDay = (text: string) => civilDateSchema.safeParse(text.slice(0, 10)).success

/** "2024-03-13T09:00". */
export const civilDateTimeSchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/), z.refine(isDay))

/** Either of the two. */
export const civilDateOrTimeSchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/), z.refine(isDay))
