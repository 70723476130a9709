import type { TabJudgement } from "../../messages/overview"

/** The current tab, and what is known of the address in it. */
export type CurrentTab = TabJudgement & { tab?: number }

declare global {
  /** What the painting that is on the page already shows of the current tab. */
  var jejakPainted: { verdict?: CurrentTab } | undefined
}
