import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react"
import { ask } from "../messages/ask"
import type { Failure, OwnMessage } from "../messages/messages"
import type { Overview, Replies } from "../messages/overview"
import { keptOverview, onKeptOverview } from "./keptOverview"
import { storedOverview } from "./stored"

/** The messages that are answered with the new overview. */
export type OverviewMessage = {
  [M in OwnMessage as M["type"]]: Replies[M["type"]] extends Overview ? M : never
}[OwnMessage["type"]]

export interface CurrentOverview {
  /** Undefined until the first one is there. */
  overview: Overview | undefined
  /** The background has said since this page was opened that it is so. */
  fresh: boolean
  /** Sends a message and shows what it leads to. Resolves to the failure, or to undefined when all went well. */
  send(message: OverviewMessage): Promise<Failure | undefined>
}

/** The stored overview, where the page has read it already. */
const firstOverview = createContext<Overview | undefined>(undefined)
export const FirstOverviewProvider = firstOverview.Provider

/**
 * The overview, at first as it was stored, then fresh from the background, then whenever it changes.
 * `now` (milliseconds) lets it ask again once the clock alone has changed something.
 */
export function useOverview(now: number): CurrentOverview & { failure: Failure | undefined } {
  const first = useContext(firstOverview)
  const [overview, setOverview] = useState(first)
  const [failure, setFailure] = useState<Failure>()
  const [fresh, setFresh] = useState(false)

  const send = useCallback(async (message: OverviewMessage) => {
    const reply = await ask(message)
    if (!reply.ok) return reply.failure
    setOverview((shown) => (isAsShown(shown, reply.value) ? shown : reply.value))
    setFresh(true)
    return undefined
  }, [])

  useEffect(() => {
    const stop = onKeptOverview((kept) => {
      setOverview((shown) => (isAsShown(shown, kept) ? shown : (storedOverview(kept) ?? shown)))
    })
    if (first === undefined) {
      const stored = keptOverview().then((kept) => setOverview((shown) => shown ?? storedOverview(kept)))
      stored.catch((error: unknown) => console.error("The stored overview could not be read.", error))
    }
    void send({ type: "overview" }).then(setFailure)
    return stop
  }, [first, send])

  const changesAt = overview?.journey?.changesAt
  const askedFor = useRef<string>()
  useEffect(() => {
    if (changesAt === undefined || changesAt === askedFor.current || Date.parse(changesAt) > now) return
    askedFor.current = changesAt
    void send({ type: "overview" })
  }, [changesAt, now, send])

  return { overview, fresh, failure, send }
}

/** Whether the other one, which nobody has checked, says of itself that it says nothing else. */
function isAsShown(shown: Overview | undefined, other: unknown): boolean {
  return shown?.stamp !== undefined && shown.stamp === Object(other).stamp
}
