import { faultOf } from "../messages/fault-shape"
import type { FaultShape } from "../messages/faults"
import type { HintView, Replies } from "../messages/overview"
import type { Observation, Reading } from "../reader/observation"
import { endPort, tellCard } from "./card/port"
import { type Delivery, deliver } from "./delivery"

/** Reads that wait for an answer; when there are more, the oldest are given up. */
const MOST_WAITING = 20
/** As many observations as one message may have. */
const MOST_IN_A_MESSAGE = 200

interface Waiting {
  read: string
  kind: "read" | "unread"
  observations: Observation[]
  fault?: FaultShape
}

/** Brings readings to the background, in order, each noted once. */
export interface Outbox {
  /** Takes a reading that differs from the one before, and looks after all that still waits. Returns whether it differed. */
  post(reading: Reading): boolean
  /** The next reading is sent even if nothing has changed on the page: time has passed, and with it what helps there. */
  askAgain(): void
  stop(): void
}

/** @param orphaned called when nothing can be delivered any more. */
export function outbox(orphaned: () => void): Outbox {
  const waiting: Waiting[] = []
  let delivery: Delivery | undefined
  let latest: string | undefined
  let stopped = false
  let silent = false
  /** What helps on the page by the latest reading, once that is known, and the question for it. */
  let hint: HintView | null | undefined
  let asking: Delivery | undefined

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
    // An older reading's card is outdated by the ones that wait.
    if (waiting.length > 0) void next()
    else if (!delivered.ok || first.kind === "unread") tell(null)
    else {
      asking = deliver({ type: "page-hint", read: first.read })
      void asking.done.then((answer) => tell(answer.ok ? (answer.value as Replies["page-hint"]).hint : null))
    }
  }

  const tell = (told: HintView | null) => {
    hint = told
    if (!silent) tellCard(hint)
  }

  return {
    post({ kind, observations, error }) {
      if (stopped) return false
      silent = true
      if (kind === "silent") {
        tellCard(null)
        return false
      }
      silent = false
      delivery?.hurry()
      asking?.hurry()
      const fault = error ? { fault: faultOf(error) } : {}
      const said = JSON.stringify([kind, observations, fault])
      if (said === latest) {
        if (hint !== undefined) tellCard(hint)
        return false
      }
      latest = said
      hint = undefined
      asking?.stop()
      for (let from = 0; from === 0 || from < observations.length; from += MOST_IN_A_MESSAGE) {
        const part = observations.slice(from, from + MOST_IN_A_MESSAGE)
        waiting.push({ read: crypto.randomUUID(), kind, observations: part, ...fault })
      }
      const givenUp = waiting.length - MOST_WAITING
      if (givenUp > 0) waiting.splice(delivery ? 1 : 0, givenUp)
      void next()
      return true
    },
    askAgain() {
      latest = undefined
    },
    stop() {
      stopped = true
      endPort()
      waiting.length = 0
      delivery?.stop()
      asking?.stop()
    },
  }
}
