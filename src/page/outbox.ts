import type { Observation, Reading } from "../reader/observation"
import { type Delivery, deliver } from "./delivery"

/** Reads that wait for an answer; when there are more, the oldest are given up. */
const MOST_WAITING = 20
/** As many observations as one message may have. */
const MOST_IN_A_MESSAGE = 200

interface Waiting {
  read: string
  kind: "read" | "unread"
  observations: Observation[]
}

/** Brings readings to the background, in order, each noted once. */
export interface Outbox {
  /** Takes a reading that differs from the one before, and looks after all that still waits. */
  post(reading: Reading): void
  stop(): void
}

/** @param orphaned called when nothing can be delivered any more. */
export function outbox(orphaned: () => void): Outbox {
  const waiting: Waiting[] = []
  let delivery: Delivery | undefined
  let latest: string | undefined
  let stopped = false

  const next = async () => {
    const first = waiting[0]
    if (!first || delivery || stopped) return
    delivery = deliver({ type: "page-read", ...first })
    const delivered = await delivery.done
    delivery = undefined
    if (stopped) return
    if (!delivered.ok && delivered.failure === "orphan") {
      orphaned()
      return
    }
    const place = waiting.indexOf(first)
    if (place >= 0) waiting.splice(place, 1)
    void next()
  }

  return {
    post({ kind, observations }) {
      if (stopped || kind === "silent") return
      delivery?.hurry()
      const said = JSON.stringify([kind, observations])
      if (said === latest) return
      latest = said
      for (let from = 0; from === 0 || from < observations.length; from += MOST_IN_A_MESSAGE) {
        const part = observations.slice(from, from + MOST_IN_A_MESSAGE)
        waiting.push({ read: crypto.randomUUID(), kind, observations: part })
      }
      const givenUp = waiting.length - MOST_WAITING
      if (givenUp > 0) waiting.splice(delivery ? 1 : 0, givenUp)
      void next()
    },
    stop() {
      stopped = true
      waiting.length = 0
      delivery?.stop()
    },
  }
}
