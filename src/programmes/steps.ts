/** The steps of a journey, in order. The ids are a contract: the pages, the tests and every backup use them. */
export const STEP_IDS = [
  "accepted",
  "videos",
  "wallet",
  "purchase",
  "redeem",
  "attend",
  "post-test",
  "skills-demo",
  "certificate",
  "review",
  "incentive",
  "survey-1",
  "survey-2",
] as const
export type StepId = (typeof STEP_IDS)[number]

/** `locked`: something before it is open. `proposed`: seen on a page, waiting for the person's yes. */
export type StepState = "locked" | "open" | "proposed" | "done" | "missed"

export const WARNING_IDS = [
  "first-purchase",
  "next-purchase",
  "link-account",
  "wallet-prerequisites",
  "buy-before-start",
  "cancel-window",
  "redeem-window",
  "post-test",
  "skills-demo",
  "certificate-late",
  "review-missing",
  "incentive-late",
  "incentive-failed",
  "survey-open",
  "survey-missing",
  "account-flagged",
  "unofficial-site",
  "site-unreadable",
  "access-missing",
] as const
export type WarningId = (typeof WARNING_IDS)[number]

/** Mildest first, so that the index is the rank. */
export const SEVERITIES = ["info", "soon", "urgent", "late"] as const
export type Severity = (typeof SEVERITIES)[number]

export const MODES = ["webinar", "self-paced", "offline"] as const
/** How a training is held; its redeem window and its post-test deadline hang on it. */
export type Mode = (typeof MODES)[number]
