import type { Drill } from "./drill"
import { PAGES } from "./drills/attacking-pages"
import { BACKUPS } from "./drills/backups"
import { KEPT } from "./drills/kept"
import { MESSAGES } from "./drills/messages"
import { OWN_MISTAKES } from "./drills/own-mistakes"
import { PACKS } from "./drills/packs"
import { silent } from "./drills/silent"
import { STORAGE_FULL } from "./drills/storage-full"
import { untouched } from "./drills/untouched"
import { waysOut } from "./drills/ways-out"
import { wholeTour } from "./drills/whole-tour"

/** Every drill there is, in the order of the promises. */
export const DRILLS: readonly Drill[] = [
  ...waysOut,
  ...wholeTour,
  ...untouched,
  ...silent,
  ...KEPT.chromium,
  ...KEPT.firefox,
  STORAGE_FULL,
  ...MESSAGES,
  ...PAGES,
  BACKUPS,
  PACKS,
  OWN_MISTAKES,
]
