import type { CurrentTab } from "../sites/current-tab"

declare global {
  /** What the painting that is on the page already shows of the current tab. */
  var jejakPainted: { verdict?: CurrentTab } | undefined
}
