/** The languages of Jejak's words. */
export const LANGUAGES = ["id", "en"] as const
export type Language = (typeof LANGUAGES)[number]

/** The zones that a person can choose: the country's own. A browser elsewhere tells its own. */
export const OWN_ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const
