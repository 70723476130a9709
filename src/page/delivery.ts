import type { Failure } from "../messages/messages"
import type { PageMessage } from "../messages/page-messages"
import { isOrphan, send } from "./extension"

/** Nobody answered: the service worker was stopped in between, perhaps. In milliseconds. */
const LONGEST_WAIT = 10_000
/** First pause before the next try; each is twice as long as the one before. */
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

/** What goes wrong in the background so often does not go right later, and others wait behind it. */
const MOST_TRIES = 5

/**
 * Of a `Failure`: trying again does not help. What is locked is read again by itself once it is not. A pattern, for it is smaller
 * than their names.
 */
const FINAL = /^(?:not-|unknown|locked|facts|rules|storage-newer)/

type Delivered = { ok: true; value: unknown } | { ok: false; failure: Failure | "orphan" }
type Answered = { ok: boolean; failure: Failure }

/** Nobody is there any more to be told. */
const ORPHAN: Delivered = { ok: false, failure: "orphan" }

/** Sends one message until it is answered for good, with growing pauses between the tries. */
export interface Delivery {
  /** Settles when answered or refused for good; never when stopped. */
  done: Promise<Delivered>
  /** Ends the pause: now is as good a time as later. */
  hurry(): void
  stop(): void
}

export function deliver(message: PageMessage): Delivery {
  let tries = 0
  let stopped = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let attempt: () => void

  return {
    done: new Promise((settle) => {
      attempt = async () => {
        clearTimeout(pause)
        pause = undefined
        const answer = await answerTo(message, tries)
        if (stopped) return
        if (answer) {
          settle(answer)
          return
        }
        pause = setTimeout(attempt, Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE))
        tries += 1
      }
      attempt()
    }),
    hurry() {
      if (pause !== undefined) attempt()
    },
    stop() {
      stopped = true
      clearTimeout(pause)
      pause = undefined
    },
  }
}

/** `undefined`: not answered for good, so to be sent again. @param tries how often it was answered in vain */
async function answerTo(message: PageMessage, tries: number): Promise<Delivered | undefined> {
  if (isOrphan()) return ORPHAN
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), LONGEST_WAIT)
    })
    const reply = (await Promise.race([send(message), silence])) as Partial<Answered> | undefined
    const { ok, failure } = reply ?? {}
    const isFinal = ok || (failure === "internal" ? tries >= MOST_TRIES : FINAL.test(`${failure}`))
    return isFinal ? (reply as Delivered) : undefined
  } catch (error) {
    return isOrphan() || /context invalidated/.test(String(error)) ? ORPHAN : undefined
  } finally {
    clearTimeout(timer)
  }
}
