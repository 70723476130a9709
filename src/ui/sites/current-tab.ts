import type { TabJudgement } from "../../messages/overview"

/** The current tab, and what is known of the address in it. */
export type CurrentTab = TabJudgement & { tab?: number }
