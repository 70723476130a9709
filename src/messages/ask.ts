import browser from "webextension-polyfill"
import type { OwnMessage, Reply } from "./messages"
import type { Replies } from "./overview"

function isReply(value: unknown): value is Reply<never> {
  if (typeof value !== "object" || value === null || !("ok" in value)) return false
  return value.ok === true ? "value" in value : value.ok === false && "failure" in value
}

/**
 * Asks the background for something, from a page of our own. Never rejects: a background that cannot be
 * reached, or that answers with something else than a reply, counts as the failure `internal`.
 */
export async function ask<M extends OwnMessage>(message: M): Promise<Reply<Replies[M["type"]]>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage(message)
    if (isReply(reply)) return reply
  } catch (error) {
    console.error(`The background did not answer "${message.type}".`, error)
  }
  return { ok: false, failure: "internal" }
}
