import type { Break } from "./break"
import { FILES_AND_PACKAGES } from "./breaks/files-and-packages"
import { NOBODY_IN } from "./breaks/nobody-in"
import { NOTHING_LEAVES_OR_IS_TOUCHED } from "./breaks/nothing-leaves-or-is-touched"
import { NOTHING_LOST } from "./breaks/nothing-lost"
import { OWN_MISTAKES } from "./breaks/own-mistakes"

/** Every break there is, in the order of the promises. */
export const BREAKS: readonly Break[] = [
  ...NOTHING_LEAVES_OR_IS_TOUCHED,
  ...NOTHING_LOST,
  ...NOBODY_IN,
  ...FILES_AND_PACKAGES,
  ...OWN_MISTAKES,
]
