import type { Drill } from "./drill"

/** Every drill there is, in the order of the promises. */
export const DRILLS: readonly Drill[] = []
