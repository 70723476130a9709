import { useCallback, useMemo } from "react"
import { failed, type Tell } from "./Notice"
import type { Session } from "./session"
import type { CurrentOverview, OverviewMessage } from "./useOverview"
import { say } from "./words"

/** The session of a page: undefined as long as there is no participant. Tells the person how each message went. */
export function useSessionOf(
  overview: CurrentOverview["overview"],
  now: number,
  send: CurrentOverview["send"],
  tell: Tell,
): Session | undefined {
  const sendAndTell = useCallback(
    async (message: OverviewMessage) => {
      const failure = await send(message)
      tell(failure === undefined ? { words: say("saved"), kind: "heard" } : failed(failure))
      return failure === undefined
    },
    [send, tell],
  )
  return useMemo(() => {
    if (!overview?.participant || !overview.journey) return undefined
    return { overview, participant: overview.participant, journey: overview.journey, now, send: sendAndTell }
  }, [overview, now, sendAndTell])
}
