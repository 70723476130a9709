import type { Runtime } from "webextension-polyfill"
import type { Failure, Reply } from "../messages/messages"
import type { Replies } from "../messages/overview"
import { messageType } from "../messages/trust"
import type { Allowance, Sent } from "./allowance"
import { noteFault } from "./faults"
import { within } from "./patience"
import { failureOf } from "./refusal"
import { type Sender, senderOf } from "./sender"

type Answered = Reply<Replies[keyof Replies]>

/** So long, in milliseconds, may the database take to open, and a message to be carried out. */
const OPENING = 30_000
const USUAL = 60_000
/** What goes through everything that is stored; a cheap computer may be slow at it. */
const THOROUGH = 10 * 60_000
const THOROUGH_TYPES: readonly unknown[] = [
  "export-backup",
  "preview-backup",
  "import-backup",
  "restore-copy",
  "protect",
  "unprotect",
] satisfies (keyof Replies)[]

/** What stands behind the door. */
interface House {
  /** The extension's id, and the address of its root. */
  id: string
  home: string
  allowance: Allowance
  /** Settles once messages can be carried out; whether that failed, carrying one out will tell. */
  ready: () => Promise<unknown>
  /** Throws only what is to be told as a failure of the storage. */
  carryOut: (message: unknown, sender: Sender) => Promise<Answered>
}

/**
 * Where every message comes in. Never throws and always answers, also while the database does not: nothing is begun before
 * that has opened; what it has not brought to an end in time is answered as failed, and may still be stored later.
 */
export function doorOf({ id, home, allowance, ready, carryOut }: House) {
  const enter = async (message: unknown, sender: Sender): Promise<Answered> => {
    const type = messageType(message)
    if (!type) return refused("not-understood")
    await within(OPENING, ready())
    return within(THOROUGH_TYPES.includes(type) ? THOROUGH : USUAL, carryOut(message, sender))
  }

  return async (message: unknown, from: Runtime.MessageSender): Promise<Answered> => {
    try {
      // Chromium prepares pages that nobody looks at yet: what reads there comes again until somebody does.
      if ("documentLifecycle" in from && from.documentLifecycle === "prerender") return refused("too-much")
      const sender = senderOf(from, id, home)
      if (sender.trust === "none") return refused("not-allowed")
      if (sender.trust === "own-page") return await enter(message, sender)
      const left = allowance.take(sender.tab, sentBy(messageType(message)))
      if (!left) return refused("too-much")
      try {
        return await enter(message, sender)
      } finally {
        left()
      }
    } catch (error) {
      const failure = failureOf(error)
      if (failure === "internal") noteFault("door", error)
      return refused(failure)
    }
  }
}

function sentBy(type: ReturnType<typeof messageType>): Sent {
  if (type === "hint-answered") return "click"
  return type === "page-hint" ? "question" : "read"
}

function refused(failure: Failure): Answered {
  return { ok: false, failure }
}
