import type { OwnMessage } from "./messages"
import type { PageMessage } from "./page-messages"

/** Who may send a message: a content script in the top frame of a page that may be read, or a page of our own. */
export type Trust = "page" | "own-page"

/** Of every message who may send it; one that stands nowhere here does not compile, and is heard from nobody. */
export const TRUST = {
  "page-opened": "page",
  "page-read": "page",
  "page-hint": "page",
  "hint-answered": "page",
  overview: "own-page",
  "add-participant": "own-page",
  "change-participant": "own-page",
  "say-step": "own-page",
  answer: "own-page",
  retract: "own-page",
  "describe-training": "own-page",
  "judge-address": "own-page",
  "export-backup": "own-page",
  "import-backup": "own-page",
  "say-same": "own-page",
  "not-mine": "own-page",
  check: "own-page",
  "wrong-codes": "own-page",
  "choose-site": "own-page",
  "watch-site": "own-page",
  "leave-site": "own-page",
  "change-preferences": "own-page",
  reminder: "own-page",
  snooze: "own-page",
  "switch-participant": "own-page",
  "remove-participant": "own-page",
  protect: "own-page",
  unprotect: "own-page",
  unlock: "own-page",
  lock: "own-page",
  "answer-account": "own-page",
  "forget-accounts": "own-page",
  reject: "own-page",
  "split-training": "own-page",
  history: "own-page",
  "preview-backup": "own-page",
  "safety-copies": "own-page",
  "restore-copy": "own-page",
  "page-shape": "own-page",
  guide: "own-page",
  "delete-everything": "own-page",
  faults: "own-page",
  "note-fault": "own-page",
  "permissions-changed": "own-page",
} as const satisfies Record<PageMessage["type"], "page"> & Record<OwnMessage["type"], "own-page">

/** The type of what claims to be a message; undefined for one that there is not. */
export function messageType(raw: unknown): keyof typeof TRUST | undefined {
  if (typeof raw !== "object" || raw === null) return undefined
  const type: unknown = Object.getOwnPropertyDescriptor(raw, "type")?.value
  return typeof type === "string" && Object.hasOwn(TRUST, type) ? (type as keyof typeof TRUST) : undefined
}
