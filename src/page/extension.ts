import type { PageMessage } from "../messages/page-messages"

/*
 * The few things of the extension's own interface that a page's script needs, without the polyfill: both
 * browsers answer `sendMessage` with a promise.
 */

interface Runtime {
  id?: string
  sendMessage(message: PageMessage): Promise<unknown>
}

interface Interface {
  runtime?: Runtime
}

/**
 * `chrome` first: where the browser has no `browser`, a frame or a form of the page may answer to that name.
 * @throws what the browser throws in a script that was left behind
 */
function runtime(): Runtime | undefined {
  const { browser, chrome } = globalThis as { browser?: Interface; chrome?: Interface }
  return chrome?.runtime ?? browser?.runtime
}

/** The extension was updated or removed under this script: nothing it sends can arrive any more. */
export function isOrphan(): boolean {
  try {
    return !runtime()?.id
  } catch {
    return true
  }
}

/** @throws whatever the browser throws when nobody can be reached. */
export async function send(message: PageMessage): Promise<unknown> {
  return runtime()?.sendMessage(message)
}
