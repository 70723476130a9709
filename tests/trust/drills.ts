import type { Drill } from "./drill"
import { BACKUPS } from "./drills/backups"
import { KEPT } from "./drills/kept"
import { MESSAGES } from "./drills/messages"

/** Every drill there is, in the order of the promises. */
export const DRILLS: readonly Drill[] = [...KEPT.chromium, ...KEPT.firefox, BACKUPS, ...MESSAGES]
