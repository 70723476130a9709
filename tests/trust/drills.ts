import type { Drill } from "./drill"
import { BACKUPS } from "./drills/backups"
import { KEPT } from "./drills/kept"

/** Every drill there is, in the order of the promises. */
export const DRILLS: readonly Drill[] = [...KEPT.chromium, ...KEPT.firefox, BACKUPS]
