import type { Attack } from "./attack"
import { CLAIMS } from "./claims"
import { DOM } from "./dom"
import { HINT } from "./hint"
import { SIZE } from "./size"
import { TIME } from "./time"
import { WORDS } from "./words"

/** Every attack by a page that is tried, by kind. */
export const ATTACKS: readonly { kind: string; attacks: readonly Attack[] }[] = [
  { kind: "What is written", attacks: WORDS },
  { kind: "What is claimed", attacks: CLAIMS },
  { kind: "What is made of the DOM", attacks: DOM },
  { kind: "What happens again and again", attacks: TIME },
  { kind: "What is done to our card", attacks: HINT },
  { kind: "How much there is", attacks: SIZE },
]
