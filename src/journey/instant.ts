import * as z from "zod/mini"

/**
 * "2024-03-13T02:00:00.000Z", of the years 2000 to 2199. With an instant at the end of the calendar, counting a deadline from it would
 * throw, and nothing would be shown any more.
 */
export const instant = z.iso.datetime().check(z.regex(/^2[01]\d\d-/))
