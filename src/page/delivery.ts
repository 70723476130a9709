import type { Failure, PageMessage } from "../messages/messages"
import { isOrphan, send } from "./extension"

/** Nobody answered: the service worker was stopped in between, perhaps. In milliseconds. */
const LONGEST_WAIT = 10_000
/** First pause before the next try; each is twice as long as the one before. */
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

/** Trying again does not help; what is locked is read again by itself once it is not. */
const FINAL: readonly Failure[] = [
  "not-understood",
  "not-allowed",
  "unknown-participant",
  "locked",
  "storage-newer",
]

type Delivered = { ok: true; value: unknown } | { ok: false; failure: Failure | "orphan" }

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
  let settle: (delivered: Delivered) => void = () => {}
  const done = new Promise<Delivered>((resolve) => {
    settle = resolve
  })

  const attempt = async () => {
    clearTimeout(pause)
    pause = undefined
    const answer = await answerTo(message)
    if (stopped) return
    if (answer) {
      settle(answer)
      return
    }
    pause = setTimeout(attempt, Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE))
    tries += 1
  }
  void attempt()

  return {
    done,
    hurry() {
      if (pause !== undefined) void attempt()
    },
    stop() {
      stopped = true
      clearTimeout(pause)
      pause = undefined
    },
  }
}

/** `undefined`: not answered for good, so to be sent again. */
async function answerTo(message: PageMessage): Promise<Delivered | undefined> {
  if (isOrphan()) return { ok: false, failure: "orphan" }
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), LONGEST_WAIT)
    })
    const reply = (await Promise.race([send(message), silence])) as Partial<Delivered> | undefined
    if (reply?.ok === true) return reply as Delivered
    const failure = reply?.ok === false ? (reply as { failure?: Failure }).failure : undefined
    return failure !== undefined && FINAL.includes(failure) ? { ok: false, failure } : undefined
  } catch (error) {
    const invalidated = error instanceof Error && error.message.includes("context invalidated")
    return invalidated || isOrphan() ? { ok: false, failure: "orphan" } : undefined
  } finally {
    clearTimeout(timer)
  }
}
